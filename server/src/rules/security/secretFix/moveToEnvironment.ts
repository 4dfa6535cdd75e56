import { nodeAt, type TextLiteral } from '../../../analysis/namedValue.ts';
import { shipsToBrowser } from '../../../analysis/packageFacts.ts';
import { LineIndex } from '../../../languages/lineIndex.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileEdit, TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, FixWorkspace, Report } from '../../rule.ts';
import { variableIn, withLine, withVariable } from './envFiles.ts';
import { readerFor } from './environmentReader.ts';
import { variableNameFor } from './variableName.ts';

/** What the fix needs to know of a secret's place. */
export interface SecretPlace {
  /** The name that the secret is given to. */
  readonly name: string | undefined;
  /** Name of the provider whose form it has. */
  readonly provider: string | undefined;
  /** False where it would be as wrong from the environment, such as a password that is compared as it is. */
  readonly movable?: boolean;
}

/**
 * Replaces the literal by a read of an environment variable in the project's own way, adds the name to
 * `.env.example` and the value to `.env`, which it has git ignore. Nowhere else does the value appear.
 */
export const moveToEnvironment: Fix<SecretPlace> = {
  title: 'Move to an environment variable',
  // It writes a secret into a file, and the secret must be revoked: a person should see it happen.
  safe: false,
  appliesTo: (report, file) =>
    report.data?.movable !== false &&
    file.language === 'script' &&
    file.fileClass === 'production' &&
    !shipsToBrowser(file.path, file.text, file.package) &&
    replaceableLiteral(report, file) !== undefined,
  async edit(report, file, workspace) {
    const literal = replaceableLiteral(report, file);
    if (!literal)
      return { refused: 'The secret no longer stands in a literal that an expression can replace.' };
    const secret = secretIn(report, file, literal);
    const folder = file.package.folder === '' ? '' : `${file.package.folder}/`;
    const wanted = variableNameFor(report.data ?? { name: undefined, provider: undefined }, literal);
    const env = await workspace.read(`${folder}.env`);
    const name = freeName(wanted, secret, env);
    const reader = await readerFor(file, name, workspace);
    return [
      { file: file.path, edits: [replacement(report, file, literal, reader.expression), ...reader.inFile] },
      ...reader.elsewhere,
      ...(await environmentEdits(folder, name, secret, env, workspace)),
    ];
  },
};

/** The literal around a secret, where an expression may stand in its stead. */
function replaceableLiteral(report: Report<SecretPlace>, file: FileContext): ScriptNode | undefined {
  if (!file.script) return undefined;
  const node = nodeAt(file.script, report.start);
  if (report.start < node.getStart() || report.end > node.end) return undefined;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    return ts.isTaggedTemplateExpression(templateOf(node).parent) ? undefined : node;
  }
  return ts.isStringLiteralLike(node) && isExpressionPlace(node) ? node : undefined;
}

const templateOf = (chunk: ScriptNode): ScriptNode =>
  ts.isTemplateHead(chunk) ? chunk.parent : chunk.parent.parent;

/** False where the grammar wants a literal: import paths, property names, types, enums, directives, `as const`. */
function isExpressionPlace(literal: TextLiteral): boolean {
  const { parent } = literal;
  if (ts.isLiteralTypeNode(parent) || ts.isEnumMember(parent) || ts.isExpressionStatement(parent))
    return false;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false;
  if (ts.isExternalModuleReference(parent) || ts.isComputedPropertyName(parent)) return false;
  if (ts.isTaggedTemplateExpression(parent) || ts.isConstTypeReference(parent)) return false;
  if (ts.isAsExpression(parent) && ts.isTypeReferenceNode(parent.type) && parent.type.getText() === 'const')
    return false;
  if ('name' in parent && parent.name === literal) return false;
  return true;
}

/** The part of a literal that is the secret: all of it where the rule judged it by its name. */
function secretIn(report: Report<SecretPlace>, file: FileContext, literal: ScriptNode): string {
  const whole = ts.isStringLiteralLike(literal) && report.data?.provider === undefined;
  return whole ? literal.text : file.text.slice(report.start, report.end);
}

/** The edit that puts `expression` in place of the secret, keeping what stands around it in the same literal. */
function replacement(
  report: Report<SecretPlace>,
  file: FileContext,
  literal: ScriptNode,
  expression: string,
): TextEdit {
  const { lines, text } = file;
  if (!ts.isStringLiteralLike(literal) || ts.isNoSubstitutionTemplateLiteral(literal)) {
    const inner = { start: literal.getStart() + 1, end: literal.end - 1 };
    const wholeTemplate =
      ts.isStringLiteralLike(literal) && report.start <= inner.start && report.end >= inner.end;
    if (!wholeTemplate)
      return { range: lines.rangeOf(report.start, report.end), newText: `\${${expression}}` };
  }
  const start = literal.getStart();
  const before = text.slice(start + 1, Math.max(report.start, start + 1));
  const behind = text.slice(Math.min(report.end, literal.end - 1), literal.end - 1);
  const chunk = (part: string) => part.replace(/`|\$(?=\{)/g, '\\$&');
  const value = before + behind === '' ? expression : `\`${chunk(before)}\${${expression}}${chunk(behind)}\``;
  const newText = ts.isJsxAttribute(literal.parent) ? `{${value}}` : value;
  return { range: lines.rangeOf(start, literal.end), newText };
}

/** `wanted`, or with a number behind it where `.env` already holds another value under that name. */
function freeName(wanted: string, secret: string, env: string | undefined): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    const held = variableIn(env, name);
    if (held === undefined || held === '' || held.replace(/^(["'`])(.*)\1$/, '$2') === secret) return name;
  }
}

const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist'];

/** Name to the example file, value to `.env`, `.env` to `.gitignore`; what is there already is left alone. */
async function environmentEdits(
  folder: string,
  name: string,
  secret: string,
  env: string | undefined,
  workspace: FixWorkspace,
): Promise<FileEdit[]> {
  const edits: FileEdit[] = [];
  const change = (file: string, before: string | undefined, after: string) => {
    if (before !== after) edits.push(appended(file, before, after));
  };
  const example = await firstExisting(folder, workspace);
  if (variableIn(example.text, name) === undefined)
    change(example.file, example.text, withVariable(example.text, name, ''));
  const held = variableIn(env, name);
  if (held === undefined) change(`${folder}.env`, env, withVariable(env, name, secret));
  else if (held === '') edits.push(filled(`${folder}.env`, env ?? '', name, secret));
  if (!(await workspace.isIgnored(`${folder}.env`))) {
    const ignore = await workspace.read(`${folder}.gitignore`);
    // The line may be there already, and `.env` be tracked all the same.
    const isListed = ignore?.split(/\r?\n/).includes('.env');
    if (!isListed) change(`${folder}.gitignore`, ignore, withLine(ignore, '.env'));
  }
  return edits;
}

async function firstExisting(
  folder: string,
  workspace: FixWorkspace,
): Promise<{ file: string; text: string | undefined }> {
  for (const name of examples) {
    const text = await workspace.read(folder + name);
    if (text !== undefined) return { file: folder + name, text };
  }
  return { file: `${folder}${examples[0]}`, text: undefined };
}

/** The edit that turns a text into one that begins with it; a file that is not there is created. */
function appended(file: string, before: string | undefined, after: string): FileEdit {
  const text = before ?? '';
  const end = new LineIndex(text).rangeOf(text.length, text.length);
  const edits = [{ range: end, newText: after.slice(text.length) }];
  return before === undefined ? { file, edits, create: true } : { file, edits };
}

/** Sets a variable that stands in `.env` without a value. */
function filled(file: string, env: string, name: string, secret: string): FileEdit {
  const at = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=`, 'm').exec(env);
  const offset = at ? at.index + at[0].length : env.length;
  const range = new LineIndex(env).rangeOf(offset, offset);
  return { file, edits: [{ range, newText: withVariable('', '', secret).slice(1).trimEnd() }] };
}
