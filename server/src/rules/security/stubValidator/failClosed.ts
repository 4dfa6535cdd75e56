import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix } from '../../rule.ts';
import type { ConstantYes } from './constantYes.ts';
import type { SwitchedOff } from './switchedOff.ts';

/** A function that always says yes. */
export interface StubFunction {
  readonly node: FunctionWithBody;
  readonly name: string;
  readonly yes: ConstantYes;
}

/** What the fixes need to know of a stub. */
export type Stub = StubFunction | { readonly switchedOff: SwitchedOff };

/** Replaces the answer by a refusal, so that nobody is let in by a check that does not exist. */
export const failClosed: Fix<Stub> = {
  title: 'Fail closed: throw until it is implemented',
  // Whoever relied on the yes is refused from then on: that is for a person to decide, one by one.
  safe: false,
  appliesTo: ({ data }, file) =>
    data !== undefined &&
    'yes' in data &&
    data.yes.isOnly &&
    (isHandedOn(data) ||
      ((data.yes.answer !== data.yes.value || !ts.isCallExpression(data.yes.value)) &&
        annotationFor(data, file) !== undefined)),
  async edit({ data }, file) {
    if (!data || !('yes' in data)) return { refused: 'It is no function that could refuse.' };
    if (isHandedOn(data)) return [{ file: file.path, edits: [handOn(data, file)] }];
    const annotation = annotationFor(data, file);
    if (annotation === undefined) return { refused: 'What it returns can’t be written down as a type.' };
    const { node, name, yes } = data;
    const error = `new Error(${quoted(`${name} has no check yet, so it refuses.`, file.text)})`;
    const refusal = yes.inPromise ? `return Promise.reject(${error});` : `throw ${error};`;
    const body = ts.isReturnStatement(yes.answer)
      ? refusal
      : `{\n${indentOf(node, file)}  ${refusal}\n${indentOf(node, file)}}`;
    const edits = [
      edit(file, yes.answer.getStart(), yes.answer.end, body),
      ...annotated(node, annotation, file),
    ];
    return [{ file: file.path, edits: edits.toSorted((a, b) => a.range.start.line - b.range.start.line) }];
  },
};

/** `next()` of a middleware, `callback(null, true)`: an error can be handed on in its place. */
const isHandedOn = ({ node, yes: { value } }: StubFunction): boolean =>
  ts.isCallExpression(value) && (node.parameters.length > 2 || lastName(value.expression) !== 'next');

function handOn({ name, yes: { value } }: StubFunction, file: FileContext): TextEdit {
  const error = `new Error(${quoted(`${name} has no check yet, so it refuses.`, file.text)})`;
  const callee = ts.isCallExpression(value) ? value.expression.getText() : 'next';
  return edit(file, value.getStart(), value.end, `${callee}(${error})`);
}

/**
 * The return type that has to be written down, now that no value gives it away: '' where none is needed, and
 * undefined where it can't be known.
 */
function annotationFor({ node, yes }: StubFunction, file: FileContext): string | undefined {
  if (node.type || !/\.[cm]?tsx?$/i.test(file.path)) return '';
  // `const isValid: Validator = …` says it already.
  if (ts.isVariableDeclaration(node.parent) && node.parent.type) return '';
  const type = typeOf(yes.value);
  if (type === undefined) return undefined;
  const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  return `: ${isAsync || yes.inPromise ? `Promise<${type}>` : type}`;
}

/** The type of a constant, as far as it can be told from what is written. */
function typeOf(value: ScriptNode): string | undefined {
  if (value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword) return 'boolean';
  if (ts.isStringLiteralLike(value)) return 'string';
  if (ts.isNumericLiteral(value)) return 'number';
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  const members: string[] = [];
  for (const property of value.properties) {
    const name = ts.isPropertyAssignment(property) ? textOfName(property.name) : undefined;
    const type = ts.isPropertyAssignment(property) ? typeOf(property.initializer) : undefined;
    if (name === undefined || !/^[\w$]+$/.test(name) || type === undefined) return undefined;
    members.push(`${name}: ${type}`);
  }
  return `{ ${members.join('; ')} }`;
}

/** The edits that write the annotation behind the parameters. */
function annotated(node: FunctionWithBody, annotation: string, file: FileContext): TextEdit[] {
  const last = node.parameters.at(-1);
  if (annotation === '' || !last) return [];
  const close = node
    .getChildren()
    .find((each) => each.kind === ts.SyntaxKind.CloseParenToken && each.pos >= last.end);
  if (close) return [edit(file, close.end, close.end, annotation)];
  return [edit(file, last.getStart(), last.end, `(${last.getText()})${annotation}`)];
}

function indentOf(node: ScriptNode, file: FileContext): string {
  const { line } = file.lines.positionAt(node.getStart());
  return /^[ \t]*/.exec(file.text.slice(file.lines.offsetAt({ line, column: 1 })))?.[0] ?? '';
}

const edit = (file: FileContext, start: number, end: number, newText: string): TextEdit => ({
  range: file.lines.rangeOf(start, end),
  newText,
});

/** A text as a literal, in the quotes that the file uses more. */
function quoted(text: string, source: string): string {
  const count = (mark: string) => source.split(mark).length;
  const mark = count('"') > count("'") ? '"' : "'";
  return `${mark}${text}${mark}`;
}
