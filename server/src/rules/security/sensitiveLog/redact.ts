import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Fix } from '../../rule.ts';
import { quoteOf } from '../secretFix/importEdit.ts';
import type { SensitiveLog } from './place.ts';

/** Writes `[redacted]` in place of each value that the call should not log. */
export const redact: Fix<SensitiveLog> = {
  title: 'Redact what is logged',
  // What people looked for in the log is no longer there: they should see it happen.
  safe: false,
  appliesTo: ({ data }) =>
    (data?.places.length ?? 0) > 0 && data?.places.every(({ parent }) => !isSpread(parent)) === true,
  edit: async ({ data }, file) => {
    if (!data || !file.script) return { refused: 'What is logged is no longer there.' };
    const quote = quoteOf(file.script);
    const text = `${quote}[redacted]${quote}`;
    const edits = data.places.map((place) => {
      const { parent } = place;
      if (ts.isTemplateSpan(parent)) {
        const start = parent.expression.pos - 2;
        return { range: file.lines.rangeOf(start, parent.literal.getStart() + 1), newText: '[redacted]' };
      }
      const range = file.lines.rangeOf(place.getStart(), place.end);
      return ts.isShorthandPropertyAssignment(parent)
        ? { range, newText: `${parent.name.text}: ${text}` }
        : { range, newText: text };
    });
    return [{ file: file.path, edits }];
  },
};

/** In whose place no text can stand. */
const isSpread = (node: ScriptNode): boolean => ts.isSpreadAssignment(node) || ts.isSpreadElement(node);
