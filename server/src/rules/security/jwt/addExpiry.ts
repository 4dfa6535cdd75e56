import { replaced, withArgument, withMembers } from '../../edits.ts';
import type { Fix } from '../../rule.ts';
import type { Endless } from './expiry.ts';

/** Lets tokens end an hour after they were made. */
export const addExpiry: Fix<Endless> = {
  title: 'Let the token expire after an hour',
  // People are signed out after that hour, unless something renews their token.
  safe: false,
  appliesTo: ({ data }) => !!(data?.into ?? data?.argument ?? data?.chain),
  async edit({ data }, file) {
    if (data?.into) {
      const { object, member } = data.into;
      return [{ file: file.path, edits: [withMembers(file, object, [member])] }];
    }
    if (data?.argument) {
      const { call, index } = data.argument;
      return [{ file: file.path, edits: [withArgument(file, call, index, "{ expiresIn: '1h' }")] }];
    }
    if (!data?.chain) return { refused: 'Where the token ends can’t be written here.' };
    const { expression, name } = data.chain;
    const gap = file.text.slice(expression.end, name.getStart());
    const added = `${gap}setExpirationTime('1h')`;
    return [{ file: file.path, edits: [replaced(file, expression.end, expression.end, added)] }];
  },
};
