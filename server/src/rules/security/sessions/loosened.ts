import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import { objectOf, optionOf } from '../../../analysis/options.ts';
import { ts } from '../../../languages/script.ts';
import type { FlagPlace } from './addFlags.ts';
import { lacksOf } from './flags.ts';

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
  if (name !== 'cookieOptions' && name !== 'cookie') return undefined;
  const cookie = objectOf(initializer);
  if (!cookie) return undefined;
  // iron-session; Hapi's plugins, whose flags have names of their own.
  const isIron = name === 'cookieOptions' && optionOf(parent, 'cookieName').kind === 'is';
  const isHapi = optionOf(cookie, 'isSecure', 'isHttpOnly').kind === 'is';
  const lacks = isIron || isHapi ? lacksOf(cookie, all) : [];
  return lacks.length > 0 ? { lacks, object: cookie } : undefined;
}
