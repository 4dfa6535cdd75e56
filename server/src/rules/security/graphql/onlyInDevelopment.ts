import type { Fix } from '../../rule.ts';

/** What the fix needs to know: where `true` stands. Offsets count from 0. */
export interface SwitchPlace {
  readonly edit: { readonly start: number; readonly end: number } | undefined;
}

/** Leaves a switch on outside production only. */
export const onlyInDevelopment: Fix<SwitchPlace> = {
  title: 'Switch on outside production only',
  // Clients that ask the production server for its schema stop getting it.
  safe: false,
  appliesTo: ({ data }) => data?.edit !== undefined,
  async edit({ data }, file) {
    if (!data?.edit) return { refused: 'Only a person can tell what should stand here.' };
    const { start, end } = data.edit;
    const mark = file.text.includes("'") || !file.text.includes('"') ? "'" : '"';
    const newText = `process.env.NODE_ENV !== ${mark}production${mark}`;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText }] }];
  },
};
