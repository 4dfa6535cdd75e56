import { ts } from '../../../languages/script.ts';
import type { Fix } from '../../rule.ts';
import type { Opening } from './filters.ts';

/** `email: req.body.email` → `email: { $eq: req.body.email }`: what is behind `$eq` is a value, whatever it holds. */
export const compareWithEq: Fix<readonly Opening[]> = {
  title: 'Compare with `$eq`, behind which nothing is an operator',
  // Lists, which a field of several values may be compared with on purpose, would be compared as they are.
  safe: false,
  appliesTo: ({ data }) =>
    data !== undefined && data.length > 0 && data.every(({ kind }) => kind === 'operator'),
  async edit({ data }, { path, lines }) {
    const edits = (data ?? []).map(({ node }) => {
      const named = ts.isShorthandPropertyAssignment(node.parent) ? `${node.getText()}: ` : '';
      return {
        range: lines.rangeOf(node.getStart(), node.end),
        newText: `${named}{ $eq: ${node.getText()} }`,
      };
    });
    return [{ file: path, edits }];
  },
};
