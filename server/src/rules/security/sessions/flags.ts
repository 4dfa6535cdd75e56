import type * as tsMorph from 'ts-morph';
import { proofOfCondition } from '../../../analysis/devConditions.ts';
import { numberOf } from '../../../analysis/numbers.ts';
import { heldValue, optionOf } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

type ObjectLiteral = tsMorph.ts.ObjectLiteralExpression;

/** What a cookie has without being asked. */
export interface CookieDefaults {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: boolean;
}

export type Flag = 'httpOnly' | 'secure' | 'sameSite';

/** A flag that a cookie lacks: not written, or written as off. */
export interface Lack {
  readonly flag: Flag;
  /** The value that turns it off. */
  readonly value?: ScriptNode | undefined;
}

const names: Readonly<Record<Flag, readonly string[]>> = {
  httpOnly: ['httpOnly', 'isHttpOnly', 'httponly'],
  secure: ['secure', 'isSecure'],
  sameSite: ['sameSite', 'isSameSite', 'samesite'],
};

/** The flags that a cookie with these options lacks; `undefined` options are none at all. */
export function lacksOf(options: ObjectLiteral | undefined, defaults: CookieDefaults): Lack[] {
  const lacks: Lack[] = [];
  for (const flag of ['httpOnly', 'secure', 'sameSite'] as const) {
    const option = options ? optionOf(options, ...names[flag]) : ({ kind: 'missing' } as const);
    if (option.kind === 'missing' && !defaults[flag]) lacks.push({ flag });
    if (option.kind === 'is' && isOff(option.value, flag)) lacks.push({ flag, value: option.value });
  }
  return lacks;
}

/** `false`, also where the program runs in production; `sameSite: 'none'` is a choice that needs `secure` only. */
function isOff(expression: ScriptNode, flag: Flag): boolean {
  const value = heldValue(expression);
  if (value.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isPrefixUnaryExpression(value) && value.getText() === '!1') return true;
  return (
    flag === 'secure' &&
    (ts.isBinaryExpression(value) || ts.isPrefixUnaryExpression(value)) &&
    proofOfCondition(value).whenTrue
  );
}

/** A cookie that is taken away, by what it holds or by when it ends. */
export function isCleared(value: ScriptNode | undefined, options: ObjectLiteral | undefined): boolean {
  const held = value && heldValue(value);
  if (held && ts.isStringLiteralLike(held) && /^(?:|none|deleted|null|undefined|loggedout)$/i.test(held.text))
    return true;
  if (
    held &&
    (held.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(held) && held.text === 'undefined'))
  )
    return true;
  if (!options) return false;
  const age = optionOf(options, 'maxAge', 'ttl');
  if (age.kind === 'is') {
    const number = numberOf(age.value);
    if (number === 0 || /^-\s?\d/.test(age.value.getText())) return true;
  }
  const expires = optionOf(options, 'expires');
  return (
    expires.kind === 'is' &&
    /^new Date\(\s?(?:0|1|['"].{0,8}1970.{0,30}['"])\s?\)$/.test(expires.value.getText())
  );
}

/** `` `secure` and `sameSite` `` */
export function listed(flags: readonly string[]): string {
  const quoted = flags.map((flag) => `\`${flag}\``);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : (quoted[0] ?? '');
}
