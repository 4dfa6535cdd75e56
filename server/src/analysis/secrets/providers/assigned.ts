/** The usual spellings of a name that is written as words: `a_b`, `A_B`, `aB`, `AB`, `a-b`. */
export function spellings(...names: readonly string[]): string[] {
  const all = names.flatMap((name) => {
    const words = name.split(' ');
    const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    return [
      words.join('_'),
      words.join('_').toUpperCase(),
      [words[0], ...capitals.slice(1)].join(''),
      capitals.join(''),
      words.join('-'),
    ];
  });
  return [...new Set(all)];
}

/**
 * The body of a provider whose values have no fixed part, so that only the name in front tells them: an
 * assignment in any language or file kind, with or without quotes. The value is the group `secret`.
 */
export function assigned(value: string): RegExp {
  return new RegExp(`["'\`]?\\]?\\s{0,4}(?::=|=>|[:=,])\\s{0,4}(?:\\\\?["'\`])?(?<secret>${value})`);
}
