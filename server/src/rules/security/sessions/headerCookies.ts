import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Flag } from './flags.ts';

/** A cookie that is written as the text of a header, or of `document.cookie`. */
export interface CookieText {
  readonly node: ScriptNode;
  readonly name: string;
  readonly lacks: readonly Flag[];
}

/** Values of `Set-Cookie` in `res.setHeader('Set-Cookie', …)` and in objects of headers. */
export function headerValues(node: ScriptNode): readonly ScriptNode[] {
  if (ts.isCallExpression(node)) {
    const [first, second] = node.arguments;
    const sets = /^(?:setHeader|set|append|header|appendHeader|writeHead|add)$/.test(
      lastName(node.expression) ?? '',
    );
    return sets && first && second && ts.isStringLiteralLike(first) && /^set-cookie$/i.test(first.text)
      ? eachOf(second)
      : [];
  }
  if (!ts.isPropertyAssignment(node) || !/^set-cookie$/i.test(textOfName(node.name) ?? '')) return [];
  return eachOf(node.initializer);
}

const eachOf = (node: ScriptNode): readonly ScriptNode[] => {
  const value = heldValue(node);
  return ts.isArrayLiteralExpression(value) ? value.elements.map((each) => heldValue(each)) : [value];
};

/** Reads `name=${value}; Path=/`; undefined where what follows the value is not seen. */
export function cookieText(node: ScriptNode): CookieText | undefined {
  const text = textOf(node);
  const [, name, value = ''] = /^\s{0,4}([\w.$-]{1,60})=([^;]{0,4000})/.exec(text ?? '') ?? [];
  if (text === undefined || name === undefined) return undefined;
  const attributes = text.slice(text.indexOf(name) + name.length + 1 + value.length);
  if (
    value.trim() === '' ||
    /max-age=\s?(?:0+\b|-)|expires=[^;]{0,30}1970|expires=\0?thu, 01/i.test(attributes)
  )
    return undefined;
  // Something unknown stands where the flags would.
  if (/(?:^|;)[^=;]{0,40}\0/.test(attributes)) return undefined;
  const lacks = (['httpOnly', 'secure', 'sameSite'] as const).filter(
    (flag) => !attributes.toLowerCase().includes(flag.toLowerCase()),
  );
  return { node, name, lacks };
}

/** The text with a zero character for each thing that is put in. */
function textOf(node: ScriptNode, depth = 12): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `\0${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken || depth === 0)
    return undefined;
  const left = textOf(node.left, depth - 1) ?? '\0';
  return left + (textOf(node.right, depth - 1) ?? '\0');
}

/** The text that is given to `document.cookie`. */
export function documentCookie(node: tsMorph.ts.BinaryExpression): ScriptNode | undefined {
  const { left, operatorToken, right } = node;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left))
    return undefined;
  return left.name.text === 'cookie' && lastName(left.expression) === 'document' ? right : undefined;
}
