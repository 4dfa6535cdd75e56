import type * as tsMorph from 'ts-morph';
import { withMembers } from '../../edits.ts';
import type { Fix } from '../../rule.ts';

/** Where a session's end is written. */
export interface AgePlace {
  readonly object?: tsMorph.ts.ObjectLiteralExpression;
  /** The options that have no options of the cookie yet. */
  readonly owner?: tsMorph.ts.ObjectLiteralExpression;
}

const age = 'maxAge: 24 * 60 * 60 * 1000';

/** Lets a session end a day after it was used last. */
export const addMaxAge: Fix<AgePlace> = {
  title: 'Let the session end after a day',
  // People have to sign in again after that day.
  safe: false,
  appliesTo: ({ data }) => !!(data?.object ?? data?.owner),
  async edit({ data }, file) {
    if (data?.object) return [{ file: file.path, edits: [withMembers(file, data.object, [age])] }];
    if (data?.owner)
      return [{ file: file.path, edits: [withMembers(file, data.owner, [`cookie: { ${age} }`])] }];
    return { refused: 'The session’s end can’t be written here.' };
  },
};
