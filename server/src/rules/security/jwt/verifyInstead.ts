import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { ts } from '../../../languages/script.ts';
import { replaced } from '../../edits.ts';
import type { FileContext, Fix } from '../../rule.ts';
import type { Decode } from './decodes.ts';

/** Verifies with the secret that the file signs or verifies other tokens with. */
export const verifyInstead: Fix<Decode> = {
  title: 'Verify the token with the secret of this file',
  // What is not signed with that secret is refused from then on, with an exception.
  safe: false,
  appliesTo: ({ data }, file) => data !== undefined && secretFor(data, file) !== undefined,
  async edit({ data }, file) {
    const secret = data && secretFor(data, file);
    if (!data || !secret) return { refused: 'Which secret the token is signed with can’t be told.' };
    const library =
      (data.call.expression as { expression?: { getText(): string } }).expression?.getText() ?? 'jwt';
    const text = `${library}.verify(${data.token.getText()}, ${secret}, { algorithms: ['HS256'] })`;
    return [{ file: file.path, edits: [replaced(file, data.call.getStart(), data.call.end, text)] }];
  },
};

function secretFor({ call }: Decode, file: FileContext): string | undefined {
  const { expression: callee } = call;
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
  if (importedFrom(callee)?.module !== 'jsonwebtoken' || lastName(callee) !== 'decode') return undefined;
  // Another call with the same library and a secret that every function can read.
  const found =
    /\.(?:sign|verify)\([^;()]{1,80},\s?((?:process\.env\.)?[A-Z][A-Z\d_]{0,40}SECRET[A-Z\d_]{0,20}!?)[,)]/.exec(
      file.text,
    );
  return found?.[1];
}
