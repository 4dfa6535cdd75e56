/** The lines of a file as people write them. */

/** `lines 114-115`, `(line 7)`, `L12`, `, lines 5, 9 and 12`, and `:12` behind a closing back-tick. */
export const linesBehind =
  /^(?:\s{0,3}[,(]?\s{0,3}(?:`[^`\n]{1,60}`,?\s)?(?:at |on |around )?~?(?:lines?|ln\.?|L(?=\d))\s?[:#~]?\s?|:|#L)~?(\d{1,7}(?:\s?(?:[-–,&+]|and|to)\s?L?\d{1,7}){0,40})\)?/i;

/** `20-25` or `24,32,40` as pairs of first and last line. */
export function lineRanges(lines: string | undefined): { startLine: number; endLine: number }[] {
  if (lines === undefined) return [];
  return lines.split(',').flatMap((part) => {
    const [first, last = first] = part.split(/[-–]/).map((line) => Number(line.replace(/\D/g, '')));
    return first && last ? [{ startLine: Math.min(first, last), endLine: Math.max(first, last) }] : [];
  });
}

/** `5, 9 and 12` as one path would have it: `5,9,12`. */
export const plainLines = (lines: string): string =>
  lines.replace(/\s?(?:and|[&+])\s?/gi, ',').replace(/\s?(?:to|–)\s?/gi, '-');

/** A path without the lines behind it. */
export const withoutLines = (raw: string): string =>
  raw.replace(/(?::L?|#L?|@L?)\d[\dL\s,:–-]{0,80}$|(?<=\.\w{1,8})\(\d{1,7}(?:,\s?\d{1,5})?\)$/, '');
