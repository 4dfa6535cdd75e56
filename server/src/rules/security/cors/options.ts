import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { type FunctionWithBody, isFunction } from '../../../analysis/functions.ts';
import { textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { CorsPackage } from './corsPackages.ts';
import type { CorsPlace, ListPlace } from './corsPlace.ts';
import { type OpenOrigin, onlyValueOf, openFunction, openOrigin } from './origin.ts';

/** Judges a call of a cors package by the options that it is given, or not given. */
export function placesInCall(
  call: tsMorph.ts.CallExpression,
  options: ScriptNode | undefined,
  known: CorsPackage,
): CorsPlace[] {
  if (isDevGuarded(call)) return [];
  if (options) return placesInOptions(options, call, known);
  if (!known.byDefault) return [];
  const end = call.end - 1;
  const before = `${call.arguments.length > 0 ? ', ' : ''}{ origin: `;
  return [
    { node: call, kind: known.byDefault, credentials: false, list: listAt(known, end, end, before, ' }') },
  ];
}

/** `options` may be an object, a variable that holds one, or a choice between such. */
export function placesInOptions(
  options: ScriptNode,
  owner: ScriptNode,
  known: CorsPackage,
  hops = 2,
): CorsPlace[] {
  if (
    ts.isParenthesizedExpression(options) ||
    ts.isAsExpression(options) ||
    ts.isSatisfiesExpression(options)
  )
    return placesInOptions(options.expression, owner, known, hops);
  if (isDevGuarded(options)) return [];
  if (ts.isConditionalExpression(options))
    return [options.whenTrue, options.whenFalse].flatMap((each) => placesInOptions(each, owner, known, hops));
  if (ts.isIdentifier(options)) {
    const value = hops > 0 && !isChangedLater(options) && onlyValueOf(options);
    return value ? placesInOptions(value, owner, known, hops - 1) : [];
  }
  if (isFunction(options)) return placesInDelegate(options, owner, known, hops);
  if (!ts.isObjectLiteralExpression(options)) return [];
  const credentials = options.properties.some(
    (each) =>
      ts.isPropertyAssignment(each) &&
      textOfName(each.name) === 'credentials' &&
      each.initializer.kind === ts.SyntaxKind.TrueKeyword,
  );
  const property = options.properties.find((each) => each.name && textOfName(each.name) === 'origin');
  if (property) {
    const open = originOf(property);
    if (!open) return [];
    const { kind, variable, node } = open;
    const list = insideOf(property, node) ? listAt(known, node.getStart(), node.end, '', '') : undefined;
    return [{ node: property, kind, variable, credentials, list }];
  }
  if (!known.byDefault || options.properties.some(ts.isSpreadAssignment)) return [];
  const list = firstProperty(options, known);
  return [{ node: owner, kind: known.byDefault, credentials, list }];
}

/** `(request, callback) => callback(null, { origin: true })`: the same options for all, whoever asks. */
function placesInDelegate(
  node: FunctionWithBody,
  owner: ScriptNode,
  known: CorsPackage,
  hops: number,
): CorsPlace[] {
  const text = node.body?.getText() ?? '';
  const answers = /\bcallback\(|\bcb\(|\bdone\(/.exec(text);
  if (hops === 0 || !answers || text.length > 2_000 || /\bif\b|\?|&&|\|\||\bswitch\b/.test(text)) return [];
  const waiting: ScriptNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const given = ts.isCallExpression(next) && next.arguments.length === 2 ? next.arguments[1] : undefined;
    if (given && ts.isObjectLiteralExpression(given)) return placesInOptions(given, owner, known, hops - 1);
    ts.forEachChild(next, (child) => void waiting.push(child));
  }
  return [];
}

function originOf(property: tsMorph.ts.ObjectLiteralElementLike): OpenOrigin | undefined {
  if (ts.isPropertyAssignment(property)) return openOrigin(property.initializer);
  if (ts.isShorthandPropertyAssignment(property)) return openOrigin(property.name);
  return ts.isMethodDeclaration(property) && isFunction(property) ? openFunction(property) : undefined;
}

/** A value that stands in the property itself, and not in a variable that others may use as well. */
const insideOf = (property: ScriptNode, node: ScriptNode): boolean =>
  ts.isPropertyAssignment(property) && property.pos <= node.pos && node.end <= property.end;

const listAt = (
  known: CorsPackage,
  start: number,
  end: number,
  before: string,
  after: string,
): ListPlace | undefined => (known.takesList ? { start, end, before, after } : undefined);

/** In front of the other options, on a line of its own where they have theirs. */
function firstProperty(
  object: tsMorph.ts.ObjectLiteralExpression,
  known: CorsPackage,
): ListPlace | undefined {
  const [first] = object.properties;
  const at = object.getStart() + 1;
  if (!first) return listAt(known, object.getStart(), object.end, '{ origin: ', ' }');
  const gap = object.getSourceFile().text.slice(at, first.getStart());
  return /^\s*$/.test(gap) ? listAt(known, at, at, `${gap}origin: `, ',') : undefined;
}

/** `options.origin = …` somewhere: what the variable was given first does not decide. */
function isChangedLater(name: tsMorph.ts.Identifier): boolean {
  const { text } = name.getSourceFile();
  return new RegExp(`\\b${name.text.replaceAll('$', '\\$')}\\.origin\\s*=[^=]`).test(text);
}
