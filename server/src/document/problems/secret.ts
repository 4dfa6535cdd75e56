import { findProviderSecrets } from '../../analysis/secrets/providers.ts';
import { type Check, problemAt } from './check.ts';

/** A credential that somebody pasted: the document is in git, and so is it from now on. */
export const secretInDocument: Check = (syntax) =>
  findProviderSecrets(syntax.source.text)
    .filter(({ confidence }) => confidence !== 'low')
    .map((match) => {
      const message = `A secret stands here: ${match.name}, ${match.masked}. Mask it, and revoke it if it was ever committed.`;
      return problemAt(syntax, match, { code: 'secret-in-document', severity: 'error', message }, [
        {
          title: 'Mask the secret',
          edits: () => [syntax.source.editOf({ ...match, newText: '[masked]' })],
        },
      ]);
    });
