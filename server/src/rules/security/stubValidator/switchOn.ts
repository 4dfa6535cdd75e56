import type { Fix } from '../../rule.ts';
import type { Stub } from './failClosed.ts';

/** Leaves of `check || true` the check. */
export const switchOn: Fix<Stub> = {
  title: 'Let the check decide: take out the constant',
  // Whoever came in meanwhile may be refused from then on.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && 'switchedOff' in data,
  async edit({ data }, file) {
    if (!data || !('switchedOff' in data)) return { refused: 'Its place is no longer there.' };
    const { at, check } = data.switchedOff;
    return [
      {
        file: file.path,
        edits: [{ range: file.lines.rangeOf(at.getStart(), at.end), newText: check.getText() }],
      },
    ];
  },
};
