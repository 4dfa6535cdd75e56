import type * as tsMorph from 'ts-morph';
import { clientInput } from '../../analysis/http/clientInput.ts';
import { injectionAt, isChecked } from '../../analysis/sql/injection.ts';
import { piecesOf } from '../../analysis/sql/pieces.ts';
import { type Hole, readSql } from '../../analysis/sql/positions.ts';
import { runsAnySql, sqlArgumentOf } from '../../analysis/sql/sinks.ts';
import { isStatement, sampleOf } from '../../analysis/sql/statement.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import type { Confidence } from '../../model/index.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { type SqlPlace, useParameters } from './sqlFix/useParameters.ts';

/** Migrations run once, on values that their author wrote. */
const migrations = /(?:^|\/)migrations?\//i;

export const noSqlStringConcat = defineRule<SqlPlace>({
  id: 'no-sql-string-concat',
  title: 'SQL built from text',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [89],
  owasp: 'A03:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'select',
    'insert',
    'update',
    'delete',
    'replace',
    'create',
    'alter',
    'drop',
    'merge',
    'call ',
    'exec ',
    'execute ',
    'set local',
    'set session',
    'set role',
    'grant ',
    'revoke ',
    'notify ',
    'truncate ',
    'pragma ',
    'attach ',
    'show ',
    'explain ',
    'copy ',
    '.query(',
    '.execute(',
    '.raw(',
    '.unsafe(',
    '.all(',
  ],
  why: 'A value that is put into the text of an SQL statement can end the literal it stands in and go on as SQL: whoever sends it can read, change or delete what the database holds.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test sends a quotation mark and gets an ordinary answer, with no more rows than the value asks for.',
  ],
  effort: { min: 1, max: 3, unit: 'hours' },
  claims:
    /\bsql[\s-]*injections?\b|\b(?:sql|quer(?:y|ies))\b.{0,40}\b(?:concatenat\w*|interpolat\w*|string building)|\b(?:unparameteri[sz]ed|parameteri[sz]ed?)\b.{0,20}\b(?:sql|quer(?:y|ies))\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || migrations.test(file.path)) return {};
    const reported = new Set<ScriptNode>();
    const look = (node: ScriptNode) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
      const argument = sqlArgumentOf(node);
      if (!argument || ts.isStringLiteralLike(argument)) return;
      if (isSentWhole(node, argument)) return report(reportOfWhole(argument));
      const place = placeOf(node, argument);
      const first = place?.dangerous[0];
      if (!place || !first || reported.has(first.hole.node)) return;
      for (const { hole } of place.dangerous) reported.add(hole.node);
      report(reportOf(place, first.hole.node, first.confidence, file));
    };
    return {
      nodes: { [ts.SyntaxKind.CallExpression]: look, [ts.SyntaxKind.NewExpression]: look },
    };
  },
  fixes: [useParameters],
});

/** The whole statement is what a client sent: `db.query(req.body.sql)`. */
function isSentWhole(call: SqlPlace['call'], argument: tsMorph.ts.Expression): boolean {
  if (!runsAnySql(call)) return false;
  const input = clientInput(argument);
  return input !== undefined && input.keys.length > 0 && !isChecked(argument);
}

const reportOfWhole = (argument: ScriptNode): Report<SqlPlace> => ({
  start: argument.getStart(),
  end: argument.end,
  message:
    'The client writes the whole statement, and does with the database what it likes. Choose from statements of the program by a name.',
});

function placeOf(call: SqlPlace['call'], argument: tsMorph.ts.Expression): SqlPlace | undefined {
  const pieces = piecesOf(argument);
  if (pieces.length < 2 && pieces[0]?.kind !== 'choice') return undefined;
  const sample = sampleOf(pieces);
  if (!isStatement(sample)) return undefined;
  const { holes, questionMarks } = readSql(pieces);
  const dangerous: { hole: Hole; confidence: Confidence }[] = [];
  for (const hole of holes) {
    const confidence = injectionAt(hole, sample);
    if (confidence) dangerous.push({ hole, confidence });
  }
  return { call, argument, sample, holes, questionMarks, dangerous };
}

function reportOf(
  place: SqlPlace,
  node: ScriptNode,
  confidence: Confidence,
  file: FileContext,
): Report<SqlPlace> {
  const { start, end } = visiblePlace(node, file);
  const others = place.dangerous.length - 1;
  const more = others > 0 ? ` So do ${others} more in this statement.` : '';
  return {
    start,
    end,
    confidence,
    message: `${nameOf(node)} becomes part of the SQL itself and can change what the statement does.${more} Pass it as a parameter.`,
    data: place,
  };
}

/** The value itself, or the first line of its template where that began above: no comment can stand in between. */
function visiblePlace(node: ScriptNode, { lines, text }: FileContext): { start: number; end: number } {
  const own = { start: node.getStart(), end: node.end };
  const line = lines.positionAt(own.start).line;
  let outermost: ScriptNode | undefined;
  for (let around = node.parent; !ts.isStatement(around); around = around.parent) {
    if (ts.isTemplateExpression(around)) outermost = around;
  }
  if (!outermost || lines.positionAt(outermost.getStart()).line === line) return own;
  const start = outermost.getStart();
  const lineEnd = /[\r\n]/.exec(text.slice(start));
  return { start, end: start + (lineEnd?.index ?? 1) };
}

/** What stands in the message: names only, since a literal may hold anything. */
function nameOf(node: ScriptNode): string {
  const text = node.getText();
  return text.length <= 60 && /^[\w$.?!]+$/.test(text) ? `\`${text}\`` : 'A value';
}
