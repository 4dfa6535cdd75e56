import type { Fix } from '../../rule.ts';

/** What the fix needs to know: the text that takes the place of what is wrong. Offsets count from 0. */
export interface TlsEdit {
  readonly edit: { readonly start: number; readonly end: number; readonly newText: string } | undefined;
}

/** Turns the option round, or takes out what turns the check off. */
export const verifyAgain: Fix<TlsEdit> = {
  title: 'Check certificates again',
  // A server whose certificate is not good is not reached any more until its authority is named.
  safe: false,
  appliesTo: ({ data }) => data?.edit !== undefined,
  async edit({ data }, file) {
    if (!data?.edit) return { refused: 'Nothing can simply stand here instead.' };
    const { start, end, newText } = data.edit;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText }] }];
  },
};
