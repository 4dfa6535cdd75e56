import type * as tsMorph from 'ts-morph';
import { nodeAt } from '../../../analysis/namedValue.ts';
import { importOf } from '../../../analysis/routes/modules.ts';
import { dotted } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { LineIndex } from '../../../languages/lineIndex.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileEdit, TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, FixWorkspace, Report } from '../../rule.ts';
import { importEdit, localNameOf } from '../secretFix/importEdit.ts';
import type { LimitPlace } from './conclude.ts';

const packageName = 'express-rate-limit';
/** The first version that knows both options' names is 7. */
const packageVersion = '^8.0.0';

/** Puts a limit over all routes of an Express application, behind what reads bodies. */
export const addLimiter: Fix<LimitPlace> = {
  title: 'Limit all requests with express-rate-limit',
  safe: false,
  appliesTo: (report, file) => creationStatement(report, file) !== undefined,
  async edit(report, file, workspace) {
    const statement = creationStatement(report, file);
    const { script } = file;
    const app = report.data?.name;
    if (!statement || !script || app === undefined)
      return { refused: 'The application is no longer made in a statement of its own.' };
    const known = limiterName(script);
    const name = known ?? 'rateLimit';
    const before = lastSetUp(statement, app);
    const indent = /[ \t]*$/.exec(file.text.slice(0, before.getStart()))?.[0] ?? '';
    const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
    const mark = file.text.includes("'") ? "'" : '"';
    const options = `{ windowMs: 15 * 60_000, limit: 100, standardHeaders: ${mark}draft-7${mark}, legacyHeaders: false }`;
    const call = `${newline}${indent}${app}.use(${name}(${options}));`;
    const edits: TextEdit[] = [{ range: file.lines.rangeOf(before.end, before.end), newText: call }];
    if (!known) edits.unshift(importEdit({ script, type: file.package.type }, file.lines, name, packageName));
    return [{ file: file.path, edits: edits.reverse() }, ...(await dependencyEdit(file, workspace))];
  },
};

/** The statement that makes the application, where another can follow it. */
function creationStatement(report: Report<LimitPlace>, file: FileContext): ScriptNode | undefined {
  if (!file.script || !report.data) return undefined;
  for (let node = nodeAt(file.script, report.start); node.parent; node = node.parent) {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return undefined;
    if (ts.isVariableStatement(node) || ts.isExpressionStatement(node)) {
      return statementsAround(node) ? node : undefined;
    }
  }
  return undefined;
}

function statementsAround(node: ScriptNode): readonly tsMorph.ts.Statement[] | undefined {
  const { parent } = node;
  return ts.isBlock(parent) || ts.isSourceFile(parent) ? parent.statements : undefined;
}

const setUps =
  /^(?:json|urlencoded|raw|text|bodyParser|cookieParser|helmet|cors|compression|morgan|pinoHttp|requestId|static)$/;

/** The last of the statements that set the application up before its first route. */
function lastSetUp(creation: ScriptNode, app: string): ScriptNode {
  const statements = statementsAround(creation) ?? [];
  let last = creation;
  for (const statement of statements.slice(statements.indexOf(creation as tsMorph.ts.Statement) + 1)) {
    const call = ts.isExpressionStatement(statement) ? plain(statement.expression) : undefined;
    if (!call || !ts.isCallExpression(call)) continue;
    const callee = dotted(call.expression);
    if (callee === `${app}.set` || callee === `${app}.disable` || callee === `${app}.enable`)
      last = statement;
    else if (callee === `${app}.use` && call.arguments.length === 1 && isSetUp(call.arguments[0]))
      last = statement;
    else if (callee?.startsWith(`${app}.`)) break;
  }
  return last;
}

function isSetUp(argument: ScriptNode | undefined): boolean {
  const node = argument && plain(argument);
  if (!node || !ts.isCallExpression(node)) return false;
  return setUps.test(dotted(node.expression)?.split('.').at(-1) ?? '');
}

/** The name under which the file has the package's function already. */
function limiterName(script: ScriptFile): string | undefined {
  for (const statement of script.statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause?.name) {
      if (importOf(statement.importClause)?.module === packageName) return statement.importClause.name.text;
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      if (importOf(declaration)?.module !== packageName) continue;
      if (ts.isIdentifier(declaration.name)) return declaration.name.text;
      if (/\brateLimit\b/.test(declaration.name.getText())) return 'rateLimit';
    }
  }
  return localNameOf(script, 'rateLimit');
}

/** Adds the package to the manifest; the person installs it. */
async function dependencyEdit(file: FileContext, workspace: FixWorkspace): Promise<readonly FileEdit[]> {
  if (file.package.dependencies.has(packageName)) return [];
  const path = file.package.folder === '' ? 'package.json' : `${file.package.folder}/package.json`;
  const text = await workspace.read(path);
  const opening = text === undefined ? undefined : /"dependencies"\s*:\s*\{/.exec(text);
  if (text === undefined || !opening) return [];
  const at = opening.index + opening[0].length;
  const space = /^\s*(?=")/.exec(text.slice(at))?.[0] ?? ' ';
  const isEmpty = /^\s*\}/.test(text.slice(at));
  const newText = `${space}"${packageName}": "${packageVersion}"${isEmpty ? '' : ','}`;
  return [{ file: path, edits: [{ range: new LineIndex(text).rangeOf(at, at), newText }] }];
}
