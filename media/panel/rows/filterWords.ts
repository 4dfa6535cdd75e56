/** The words of a filter, all of which must occur. */
export const filterWords = (filter: string): string[] => filter.toLowerCase().split(/\s+/).filter(Boolean);

export const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** A text in pieces, those that the filter's words cover marked. */
export function marked(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (pattern === '') return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${pattern})`, 'gi'))
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
