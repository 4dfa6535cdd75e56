import type * as tsMorph from 'ts-morph';
import { secretMemberOf } from '../../../analysis/disclosure/secretMembers.ts';
import type { Logged } from './place.ts';

/** Whether the file itself reads a password or a token out of what is logged whole: `user` beside `user.password`. */
export function holdsSecrets(identifier: tsMorph.ts.Identifier): Logged | undefined {
  if (!/^[a-z_$]/.test(identifier.text)) return undefined;
  const member = secretMemberOf(identifier);
  return member === undefined
    ? undefined
    : { what: `\`${identifier.text}\`, with its \`${member}\``, confidence: 'medium', member };
}
