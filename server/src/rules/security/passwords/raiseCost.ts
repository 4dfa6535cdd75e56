import { heldValue } from '../../../analysis/options.ts';
import { ts } from '../../../languages/script.ts';
import { replaced } from '../../edits.ts';
import type { Fix } from '../../rule.ts';
import type { WeakHash } from './weakHashes.ts';

/** Raises a cost that each hash remembers, so that the hashes of before stay good. */
export const raiseCost: Fix<WeakHash> = {
  title: 'Raise the cost of the hash',
  // Signing in takes longer: whoever runs the server should know.
  safe: false,
  appliesTo: ({ data }) => data?.compatible === true && literalOf(data) !== undefined,
  async edit({ data }, file) {
    const literal = data && literalOf(data);
    if (!data?.cost || !literal) return { refused: 'The cost is not written as a number.' };
    return [
      {
        file: file.path,
        edits: [replaced(file, literal.getStart(), literal.end, String(data.cost.atLeast))],
      },
    ];
  },
};

function literalOf({ cost }: WeakHash) {
  const value = cost && heldValue(cost.node);
  return value && ts.isNumericLiteral(value) ? value : undefined;
}
