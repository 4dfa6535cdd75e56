import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import { objectOf, optionOf } from '../../../analysis/options.ts';
import { ts } from '../../../languages/script.ts';
import type { FlagPlace } from './addFlags.ts';
import { type Flag, lacksOf } from './flags.ts';

const all = { httpOnly: true, secure: true, sameSite: true };

/** Options of packages that have every flag on by themselves, where somebody turns one off. */
export function loosenedBy(property: tsMorph.ts.PropertyAssignment): FlagPlace | undefined {
  const { initializer, parent } = property;
  const name = textOfName(property.name);
  // NextAuth, Better Auth
  if (name === 'useSecureCookies')
    return initializer.kind === ts.SyntaxKind.FalseKeyword
      ? { lacks: [{ flag: 'secure', value: initializer }], object: parent }
      : undefined;
  if (name !== 'cookieOptions' && name !== 'cookie' && name !== 'options') return undefined;
  const cookie = objectOf(initializer);
  if (!cookie) return undefined;
  // iron-session; Hapi's plugins, whose flags have names of their own.
  const isIron = name === 'cookieOptions' && optionOf(parent, 'cookieName').kind === 'is';
  const isHapi = optionOf(cookie, 'isSecure', 'isHttpOnly').kind === 'is';
  const lacks = isIron || isHapi || isNextAuth(name, parent) ? lacksOf(cookie, all) : [];
  return lacks.length > 0 ? { lacks, object: cookie } : undefined;
}

/** NextAuth: `cookies: { sessionToken: { name, options: { … } } }`. Its example has these options without the flags. */
const isNextAuth = (name: string, { parent }: tsMorph.ts.ObjectLiteralExpression): boolean =>
  name === 'options' && ts.isPropertyAssignment(parent) && textOfName(parent.name) === 'sessionToken';

/** `options.cookie.httpOnly = false`, whatever comes; undefined where a condition decides. */
export function turnedOff({
  left,
  operatorToken,
  right,
  parent,
}: tsMorph.ts.BinaryExpression): Flag | undefined {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isExpressionStatement(parent)) return undefined;
  const around = ts.isBlock(parent.parent) ? parent.parent.parent : parent.parent;
  if (ts.isIfStatement(around)) return undefined;
  if (right.kind !== ts.SyntaxKind.FalseKeyword || !ts.isPropertyAccessExpression(left)) return undefined;
  const flag = left.name.text;
  const ofCookie = ts.isPropertyAccessExpression(left.expression) && left.expression.name.text === 'cookie';
  return ofCookie && (flag === 'httpOnly' || flag === 'secure') ? flag : undefined;
}
