import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Fix } from '../../rule.ts';
import type { Failure } from './failures.ts';

/** Turns the yes into a no, or hands on the error. */
export const close: Fix<Failure> = {
  title: 'Fail closed: answer no',
  // Whoever was let in while the check was down is refused from then on.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && newTextFor(data) !== undefined,
  async edit({ data }, file) {
    const newText = data && newTextFor(data);
    if (!data?.answer.yes || newText === undefined)
      return { refused: 'What to answer here has to be decided by hand.' };
    const { yes } = data.answer;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(yes.getStart(), yes.end), newText }] }];
  },
};

function newTextFor({ answer: { yes }, error, when }: Failure): string | undefined {
  if (!yes) return undefined;
  if (isTrue(yes)) return 'false';
  if (!ts.isCallExpression(yes)) return undefined;
  if (when === 'failed') return error === undefined ? undefined : `next(${error})`;
  return undefined;
}

const isTrue = (node: ScriptNode): boolean => node.kind === ts.SyntaxKind.TrueKeyword;
