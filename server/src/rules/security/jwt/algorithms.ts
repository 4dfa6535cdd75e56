import type * as tsMorph from 'ts-morph';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { heldValue, objectOf, optionOf } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isFrom, isJsonWebToken, optionsOf } from './libraries.ts';

/** A verification that takes any algorithm. */
export interface AnyAlgorithm {
  readonly node: ScriptNode;
  readonly call: ScriptNode;
  /** What the signature is checked with. */
  readonly key: ScriptNode | undefined;
  /** The literal that lacks the list; undefined where there are no options yet. */
  readonly options: tsMorph.ts.ObjectLiteralExpression | undefined;
}

/** `jwt.verify(token, key)` and middlewares, where no list of algorithms is given. */
export function anyAlgorithmAt(node: ScriptNode): AnyAlgorithm | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const { expression: callee } = node;
  if (ts.isCallExpression(node) && isJsonWebToken(callee, 'verify')) return ofVerify(node);
  if (ts.isCallExpression(node) && isFrom(callee, ['jwt-simple'], ['decode'])) {
    const [, key, , algorithm] = node.arguments;
    return key && node.arguments.length === 2 && !algorithm
      ? { node, call: node, key, options: undefined }
      : undefined;
  }
  if (isMiddleware(node) || isPassportStrategy(node)) return ofOptions(node, objectOf(node.arguments?.[0]));
  return undefined;
}

function ofVerify(call: tsMorph.ts.CallExpression): AnyAlgorithm | undefined {
  const [, key] = call.arguments;
  const options = optionsOf(call);
  if (options === 'none') return { node: call, call, key, options: undefined };
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  return optionOf(options, 'algorithms').kind === 'missing' ? { node: call, call, key, options } : undefined;
}

function ofOptions(
  node: ScriptNode,
  options: tsMorph.ts.ObjectLiteralExpression | undefined,
): AnyAlgorithm | undefined {
  if (!options || optionOf(options, 'algorithms', 'jsonWebTokenOptions').kind !== 'missing') return undefined;
  const key = optionOf(options, 'secret', 'secretOrKey', 'secretOrKeyProvider', 'secretOrPublicKey');
  if (key.kind === 'missing') return undefined;
  return { node: options, call: node, key: key.kind === 'is' ? key.value : undefined, options };
}

/** `expressjwt({ … })`, `koaJwt({ … })` */
function isMiddleware(node: ScriptNode): boolean {
  if (!ts.isCallExpression(node)) return false;
  const imported = importedFrom(node.expression);
  if (imported) return /^(?:express-jwt|koa-jwt)$/.test(imported.module);
  return /^(?:express-?jwt|koa-?jwt)$/i.test(lastName(node.expression) ?? '');
}

/** `new JwtStrategy({ jwtFromRequest, … })`, and Nest's `super({ jwtFromRequest, … })`. */
function isPassportStrategy(node: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression): boolean {
  const named = /strategy$/i.test(lastName(node.expression) ?? '');
  if (!named && node.expression.kind !== ts.SyntaxKind.SuperKeyword) return false;
  const options = objectOf(node.arguments?.[0]);
  // `const opts = {}; opts.jwtFromRequest = …` is how its documentation writes it.
  return !!options && optionOf(options, 'jwtFromRequest').kind !== 'missing' && !hasSpread(options);
}

const hasSpread = (object: tsMorph.ts.ObjectLiteralExpression): boolean =>
  object.properties.some(ts.isSpreadAssignment);

/** `'none'` where an algorithm is chosen: in a list, as the one to sign with, in a header that is made. */
export function isNoAlgorithm(
  property: tsMorph.ts.PropertyAssignment | tsMorph.ts.ShorthandPropertyAssignment,
  name: string,
): boolean {
  const value = heldValue(ts.isPropertyAssignment(property) ? property.initializer : property.name);
  if (name === 'algorithms')
    return ts.isArrayLiteralExpression(value) && listsNone(value.elements.map((each) => heldValue(each)));
  return (name === 'algorithm' || name === 'alg') && isNone(value) && isAboutTokens(property);
}

/** `['HS256', 'none']`; a list of other things than algorithms of tokens may hold the word as well. */
const listsNone = (elements: readonly ScriptNode[]): boolean =>
  elements.some(isNone) &&
  elements.every((each) => !ts.isStringLiteralLike(each) || /^(?:none|[EHPR]S\d{3}|EdDSA)$/i.test(each.text));

const isNone = (node: ScriptNode): boolean => ts.isStringLiteralLike(node) && /^none$/i.test(node.text);

/** `algorithm: 'none'` may be of a picture or a cache: the file has to speak of tokens. */
const isAboutTokens = (node: ScriptNode): boolean =>
  /jwt|jsonwebtoken|jose\b/i.test(node.getSourceFile().text);
