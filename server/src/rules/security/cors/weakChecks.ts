import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether a name or expression is the origin that asks. */
export type IsOrigin = (node: ScriptNode) => boolean;

/**
 * Whether a look at an origin compares less than a whole host, so that a host which its asker chose passes too:
 * `origin.includes('shop.io')`, `origin.endsWith('shop.io')`, `/shop\.io/.test(origin)`.
 */
export function isWeakLook(node: ScriptNode, isOrigin: IsOrigin): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: receiver, name } = node.expression;
  const [first] = node.arguments;
  if (!first) return false;
  if (/^(?:test|exec)$/.test(name.text)) return isOrigin(first) && isWeakPattern(receiver);
  if (!isOrigin(receiver)) return false;
  if (/^(?:match|search)$/.test(name.text)) return isWeakPattern(first);
  if (!ts.isStringLiteralLike(first) || !namesHost(first.text)) return false;
  if (/^(?:includes|indexOf)$/.test(name.text)) return true;
  // A dot or the scheme in front ends the host on the left, a slash or a port on the right.
  if (name.text === 'endsWith') return !/^(?:\.|\w{0,5}:?\/\/)/.test(first.text) || isForEveryone(first.text);
  return name.text === 'startsWith' && /\/\/[^/:]{1,200}$/.test(first.text);
}

/** A pattern for a host that is open on one side: any other host may stand there. */
export function isWeakPattern(node: ScriptNode): boolean {
  if (!ts.isRegularExpressionLiteral(node)) return false;
  const source = node.text.slice(1, node.text.lastIndexOf('/'));
  if (!namesHost(source.replaceAll('\\', '')) || source.includes('|')) return false;
  if (
    /^(?:\\\.|\.[*+]\\?\.)?[\w-]+\\?\.\w+\$$/.test(source) &&
    isForEveryone(`.${source.replace(/^[.*+\\]+|\\|\$$/g, '')}`)
  )
    return true;
  const begins = /^\(*\^|^(?:\\\.|:?\\\/\\\/|https?:)/.test(source);
  return !begins || !/(?:\$|\\\/)\)*$/.test(source);
}

/** Domains below which anybody gets a name for a site of their own. */
const isForEveryone = (suffix: string): boolean =>
  /^\.(?:vercel\.app|now\.sh|netlify\.app|onrender\.com|herokuapp\.com|(?:web|run|fly|ngrok-free|ngrok|lovable|replit)\.(?:app|dev)|github\.io|gitlab\.io|pages\.dev|workers\.dev|railway\.app|surge\.sh|repl\.co|glitch\.me|azurewebsites\.net|cloudfront\.net|firebaseapp\.com|ngrok\.io)$/.test(
    suffix,
  );

/** Names of hosts that somebody else may have; who may call from one's own machine is another matter. */
const namesHost = (text: string): boolean =>
  /[a-z\d-]\.[a-z]{2,}/i.test(text) && !/localhost|127\.0/.test(text);

/** The whole condition that a look at an origin is a part of. */
export function conditionOf(look: ScriptNode): ScriptNode {
  let node = look;
  while (
    ts.isParenthesizedExpression(node.parent) ||
    ts.isBinaryExpression(node.parent) ||
    isNegation(node.parent)
  )
    node = node.parent;
  return node;
}

/** Whether a weak look alone opens the door: beside it stands, at most, that there is an origin at all. */
export function decidesAlone(look: ScriptNode, isOrigin: IsOrigin): boolean {
  let node = look;
  let isNegated = false;
  for (; ; node = node.parent) {
    const { parent } = node;
    if (isNegation(parent)) isNegated = !isNegated;
    else if (isJoined(parent)) {
      const other = parent.left === node ? parent.right : parent.left;
      const and = parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
      if (and !== isNegated && !saysThereIsOne(other, isOrigin)) return false;
    } else if (ts.isBinaryExpression(parent)) {
      // `indexOf(…) === -1` says no where it is true.
      if (comparesIndex(parent)) isNegated = !isNegated;
    } else if (!ts.isParenthesizedExpression(parent)) return true;
  }
}

const isNegation = (node: ScriptNode): boolean =>
  ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;

const isJoined = (node: ScriptNode): node is tsMorph.ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    node.operatorToken.kind === ts.SyntaxKind.BarBarToken);

const comparesIndex = ({ operatorToken, right }: tsMorph.ts.BinaryExpression): boolean =>
  /^(?:===?|<)$/.test(operatorToken.getText()) && /^(?:-1|0)$/.test(right.getText());

/** `origin`, `!origin`, `typeof origin === 'string'` */
function saysThereIsOne(node: ScriptNode, isOrigin: IsOrigin): boolean {
  if (isOrigin(node)) return true;
  if (isNegation(node)) return saysThereIsOne((node as tsMorph.ts.PrefixUnaryExpression).operand, isOrigin);
  if (ts.isParenthesizedExpression(node)) return saysThereIsOne(node.expression, isOrigin);
  return (
    ts.isBinaryExpression(node) &&
    (ts.isTypeOfExpression(node.left) ||
      /^(?:null|undefined)$/.test(lastName(node.right) ?? node.right.getText()))
  );
}
