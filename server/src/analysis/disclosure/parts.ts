import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { isSecretName } from '../secrets/naming.ts';
import { plain } from '../unwrapped.ts';

/** One of the values that an expression shows to whoever reads what becomes of it. */
export interface Part {
  readonly node: ScriptNode;
  /** The property that an object literal gives it to. */
  readonly label: string | undefined;
  /** What stands for it in the expression that was asked about: itself, or the variable that holds it. */
  readonly place: ScriptNode;
}

/** What is thought of a part: `harmless` ends the search in it, undefined looks into what it holds. */
export type Opinion<Verdict> = Verdict | 'harmless' | undefined;

export interface Disclosed<Verdict> extends Part {
  readonly verdict: Verdict;
}

interface Waiting extends Part {
  readonly hops: number;
}

/** More parts than people write; what a generator wrote is not worth the time. */
const most = 400;

/**
 * What of the values in some expressions is disclosed by showing them: looks into templates, concatenations,
 * objects, lists and the calls that only change the form, and through variables that are set once. With `partial`,
 * the first letters of a value count as well.
 */
export function disclosedIn<Verdict>(
  expressions: readonly ScriptNode[],
  judge: (part: Part) => Opinion<Verdict>,
  { partial = false }: { readonly partial?: boolean } = {},
): readonly Disclosed<Verdict>[] {
  const found: Disclosed<Verdict>[] = [];
  const waiting: Waiting[] = expressions
    .map((node) => ({ node, label: undefined, place: node, hops: 2 }))
    .reverse();
  let count = 0;
  for (let part = waiting.pop(); part && count < most; part = waiting.pop(), count++) {
    const node = plain(part.node);
    const inner = piecesOf(node, partial);
    if (inner) {
      const outer = part;
      const own = part.hops === 2;
      const keepsPlace = ts.isCallExpression(node) || ts.isElementAccessExpression(node);
      for (const piece of inner.slice(0, most).reverse()) {
        waiting.push({
          node: piece.node,
          label: piece.label ?? outer.label,
          place: own && !keepsPlace ? piece.node : outer.place,
          hops: outer.hops,
        });
      }
      continue;
    }
    const verdict = judge({ ...part, node });
    if (verdict === 'harmless') continue;
    if (verdict !== undefined) {
      found.push({ node, label: part.label, place: part.place, verdict });
      continue;
    }
    const held = part.hops > 0 && ts.isIdentifier(node) ? onlyValueOf(node) : undefined;
    if (held) waiting.push({ node: held, label: undefined, place: part.place, hops: part.hops - 1 });
  }
  return found;
}

/** What a variable holds that is given one value only. */
export function onlyValueOf(identifier: tsMorph.ts.Identifier): ScriptNode | undefined {
  const held = heldBy(identifier);
  const [write, ...more] = held?.writes ?? [];
  return write?.kind === 'is' && more.length === 0 ? write.value : undefined;
}

type Piece = Pick<Part, 'node'> & { readonly label?: string };

/** What an expression puts together; undefined for one that is a value by itself. */
function piecesOf(node: ScriptNode, partial: boolean): readonly Piece[] | undefined {
  if (ts.isTemplateExpression(node))
    return node.templateSpans.map(({ expression }) => ({ node: expression }));
  if (ts.isBinaryExpression(node)) return operandsOf(node);
  if (ts.isConditionalExpression(node)) return [{ node: node.whenTrue }, { node: node.whenFalse }];
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((each) => ({ node: each }));
  if (ts.isSpreadElement(node)) return [{ node: node.expression }];
  if (ts.isObjectLiteralExpression(node)) return membersOf(node);
  if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)) {
    return isTakenApart(node.expression) ? [] : [{ node: node.expression }];
  }
  return ts.isCallExpression(node) ? carriedBy(node, partial) : undefined;
}

/** Whether a list is a text cut at a sign: a piece is something else than the whole. A space parts off a scheme. */
function isTakenApart(list: ScriptNode): boolean {
  const value = plain(list);
  const call = ts.isIdentifier(value) ? onlyValueOf(value) : value;
  const cut = call && plain(call);
  if (!cut || !ts.isCallExpression(cut) || lastName(cut.expression) !== 'split') return false;
  const [sign] = cut.arguments;
  return sign !== undefined && ts.isStringLiteralLike(sign) && !/^(?:|\w{0,10} +)$/.test(sign.text);
}

function operandsOf({
  operatorToken,
  left,
  right,
}: tsMorph.ts.BinaryExpression): readonly Piece[] | undefined {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return [{ node: left }, { node: right }];
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.EqualsToken:
      return [{ node: right }];
    default:
      return undefined;
  }
}

function membersOf(object: tsMorph.ts.ObjectLiteralExpression): readonly Piece[] {
  const members: Piece[] = [];
  // `{ ...user, password: undefined }` is how people leave a secret out.
  const covers = object.properties.some(
    (each) => ts.isPropertyAssignment(each) && isCovered(textOfName(each.name), each.initializer),
  );
  for (const each of object.properties) {
    if (ts.isPropertyAssignment(each)) members.push(labelled(each.initializer, textOfName(each.name)));
    else if (ts.isShorthandPropertyAssignment(each)) members.push({ node: each.name, label: each.name.text });
    else if (ts.isSpreadAssignment(each) && !covers) members.push({ node: each.expression });
  }
  return members;
}

const labelled = (node: ScriptNode, label: string | undefined): Piece =>
  label === undefined ? { node } : { node, label };

const isCovered = (name: string | undefined, value: ScriptNode): boolean =>
  name !== undefined &&
  (isSecretName(name) !== undefined || /^(?:cookie|auth)/i.test(name)) &&
  (ts.isStringLiteralLike(value) || isNothing(value) || ts.isCallExpression(value));

const isNothing = (value: ScriptNode): boolean =>
  value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined');

/** Functions that give what they are given, in another form. */
const formers =
  /^(?:JSON\.stringify|(?:util\.)?(?:inspect|format)|String|structuredClone|encodeURI(?:Component)?|btoa|atob|Object\.(?:entries|values|fromEntries|assign|freeze)|Buffer\.from|Array\.from|(?:chalk|pc|kleur|colors|picocolors|ansis)(?:\.\w+){1,4}|flatted\.stringify|(?:safe|fastSafe)?[sS]tringify|inspect)$/;
/** Methods that do the same with what they are called on. */
const methods =
  /^(?:toString|trim|trimEnd|trimStart|toUpperCase|toLowerCase|split|join|entries|values|concat|pop|shift|at|text|reveal|unwrap|expose)$/;

/** What goes through a call unchanged; undefined where the call may make something else of it. */
function carriedBy(call: tsMorph.ts.CallExpression, partial: boolean): readonly Piece[] | undefined {
  const { expression: callee, arguments: given } = call;
  const called = dottedCallee(callee);
  if (called !== undefined && formers.test(called)) {
    // A replacer, as the second argument of JSON.stringify, is there to leave things out.
    if (/stringify$/i.test(called) && given[1] && !isPlainReplacer(given[1])) return [];
    const shown = /stringify$|inspect$|^Buffer/i.test(called) ? given.slice(0, 1) : given;
    return shown.map((node) => ({ node }));
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  if (methods.test(name) || keepsAll(name, given) || (partial && cutters.test(name)))
    return [{ node: callee.expression }];
  return undefined;
}

/** What leaves a part of a text. */
const cutters = /^(?:slice|substring|substr)$/;

/** `slice(7)` and `replace('Bearer ', '')` take off the scheme; `slice(0, 4)` leaves too little to be of use. */
function keepsAll(name: string, given: readonly ScriptNode[]): boolean {
  const [first, second] = given;
  if (!first) return false;
  if (cutters.test(name)) {
    return given.length === 1 && !ts.isPrefixUnaryExpression(first);
  }
  return (
    name === 'replace' && second !== undefined && /^.{0,2}(?:bearer|basic|token)\b/i.test(first.getText())
  );
}

const isPlainReplacer = (node: ScriptNode): boolean => isNothing(node) || ts.isNumericLiteral(node);

/** `JSON.stringify` as written; undefined for what is longer or computed. */
function dottedCallee(callee: ScriptNode): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const { expression } = callee;
  const before = ts.isIdentifier(expression)
    ? expression.text
    : ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression)
      ? `${expression.expression.text}.${expression.name.text}`
      : undefined;
  return before === undefined ? undefined : `${before}.${lastName(callee)}`;
}
