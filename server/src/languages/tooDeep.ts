/** What is said of a text that nests deeper than its parser's stack. */
export const tooDeep = 'it nests too deeply to be read';

/** What a parser that calls itself made of a text; undefined where the text nests deeper than the stack. */
export function unlessTooDeep<Result>(parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
