import type { Fix } from '../../rule.ts';

/** What the fix needs to know: where the answer goes, and what it is. */
export interface UnsignedData {
  readonly reject: { readonly at: number; readonly newText: string } | undefined;
}

/** Answers 401 where a check that failed was only logged. */
export const rejectUnsigned: Fix<UnsignedData> = {
  title: 'Answer 401 where the signature is wrong',
  safe: false,
  appliesTo: ({ data }) => data?.reject !== undefined,
  async edit({ data }, file) {
    if (!data?.reject) return { refused: 'Only a person can tell how to check this signature.' };
    const { at, newText } = data.reject;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(at, at), newText }] }];
  },
};
