import { applyEdits } from '../../../languages/applyEdits.ts';
import { firstSyntaxError, parseScript } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix } from '../../rule.ts';

/** Comments that the fix takes the marks off: those of the service, and of the imports that it needs. */
export interface Commented {
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the comment marks away; what stood deeper stays deeper. */
export const uncomment: Fix<Commented> = {
  title: 'Uncomment',
  // It starts something again: a person should look at it.
  safe: false,
  appliesTo: ({ data }, file) => {
    if (!data) return false;
    const text = applyEdits(file.text, editsOf(data, file));
    return firstSyntaxError(parseScript(file.path, text)) === undefined;
  },
  async edit({ data }, file) {
    return data
      ? [{ file: file.path, edits: editsOf(data, file) }]
      : { refused: 'There is no comment any more.' };
  },
};

function editsOf({ comments }: Commented, file: FileContext): TextEdit[] {
  return comments
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const text = file.text.slice(start, end);
      const code = text.startsWith('//') ? text.slice(2).replace(/^ /, '') : text.slice(2, -2).trim();
      return { range: file.lines.rangeOf(start, end), newText: code };
    });
}
