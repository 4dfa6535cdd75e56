import type { ScriptNode } from '../../../languages/script.ts';
import { ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';
import type { Fix } from '../../rule.ts';

/** A place where what is missing counts as good. */
export interface Optimism {
  /** What is reported. */
  readonly at: ScriptNode;
  /** What stands in for what is missing; undefined where it is said by a comparison: `x !== false`. */
  readonly fallback: ScriptNode | undefined;
  readonly message: string;
  readonly confidence: Confidence;
}

/** Turns a yes into a no, and `x !== false` into `x === true`. Words of a status are for people to choose. */
export const pessimise: Fix<Optimism> = {
  title: 'Fail closed: take what is missing for a no',
  // Whoever lived from the default is refused from then on.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && (comparison(data) || isTrue(data.fallback)),
  async edit({ data }, file) {
    if (!data) return { refused: 'Its place is no longer there.' };
    const edit = (node: ScriptNode, newText: string) => ({
      range: file.lines.rangeOf(node.getStart(), node.end),
      newText,
    });
    if (data.fallback && isTrue(data.fallback))
      return [{ file: file.path, edits: [edit(data.fallback, 'false')] }];
    if (!ts.isBinaryExpression(data.at)) return { refused: 'What is missing has no other word here.' };
    const { operatorToken, right } = data.at;
    return [{ file: file.path, edits: [edit(operatorToken, '==='), edit(right, 'true')] }];
  },
};

const isTrue = (node: ScriptNode | undefined): boolean => node?.kind === ts.SyntaxKind.TrueKeyword;

const comparison = ({ at, fallback }: Optimism): boolean => !fallback && ts.isBinaryExpression(at);
