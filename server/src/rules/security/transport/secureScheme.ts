import type { Fix } from '../../rule.ts';

/** What the fix needs to know of a place. Offsets count from 0. */
export interface SchemeEdit {
  /** Where the scheme stands, and what it should be; undefined where the port belongs to the old one. */
  readonly scheme: { readonly start: number; readonly end: number; readonly newText: string } | undefined;
}

/** Writes the scheme of the encrypted protocol. */
export const secureScheme = (title: string): Fix<SchemeEdit> => ({
  title,
  // The other side must speak it.
  safe: false,
  appliesTo: ({ data }) => data?.scheme !== undefined,
  async edit({ data }, file) {
    if (!data?.scheme) return { refused: 'The address has a port that belongs to the old protocol.' };
    const { start, end, newText } = data.scheme;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText }] }];
  },
});

/** The place of a scheme in a piece of the text, if it can be changed there. */
export function schemeAt(
  text: string,
  from: number,
  scheme: string,
  secure: string | undefined,
  port: string | undefined,
): SchemeEdit {
  if (!secure || port !== undefined) return { scheme: undefined };
  const at = text.toLowerCase().indexOf(`${scheme}://`, from);
  if (at < 0 || at > from + 3) return { scheme: undefined };
  return { scheme: { start: at, end: at + scheme.length, newText: secure } };
}
