import type { BlockerSyntax } from '../blockerSyntax.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import { nextId } from '../nextId.ts';
import { slice } from '../span.ts';
import { type Check, type Problem, type ProblemFix, problemAt } from './check.ts';

export const duplicateId: Check = (syntax) => {
  const seen = new Set<string>();
  return syntax.blockers.flatMap((blocker): Problem[] => {
    const { id, idSpan, span } = blocker;
    const known = seen.has(id);
    seen.add(id);
    if (!known) return [];
    const problem = {
      code: 'duplicate-id',
      severity: 'error',
      message: `Another blocker before this one is ${id}, too.`,
    } as const;
    return [problemAt(syntax, idSpan ?? span, problem, renumber(syntax, blocker))];
  });
};

function renumber(syntax: DocumentSyntax, { id, idSpan }: BlockerSyntax): ProblemFix[] {
  if (!idSpan || !/\d$/.test(id)) return [];
  const free = nextId(syntax, id);
  return [
    {
      title: `Give it the next free id, ${free}`,
      edits: () => [syntax.source.editOf({ ...idSpan, newText: free })],
    },
  ];
}

/** A blocker without an id where its neighbours have one: nothing can refer to it for long. */
export const missingId: Check = (syntax) => {
  const sections = syntax.blockers.filter(({ entries }) => entries[0].kind === 'section');
  const like = sections.findLast(({ id, idSpan }) => idSpan && /\d$/.test(id));
  const withId = sections.filter(({ idSpan }) => idSpan).length;
  if (!like || withId * 2 <= sections.length) return [];
  return sections.flatMap((blocker): Problem[] => {
    const [{ heading }] = blocker.entries;
    if (blocker.idSpan || heading.number !== undefined) return [];
    const problem = {
      code: 'missing-id',
      severity: 'warning',
      message: 'This blocker has no id, so nothing can refer to it.',
    } as const;
    return [problemAt(syntax, heading.content, problem, addId(syntax, blocker, like))];
  });
};

/** Written as in the neighbour's heading: `BLOCK-056: `. */
function addId(syntax: DocumentSyntax, { entries, name }: BlockerSyntax, like: BlockerSyntax): ProblemFix[] {
  const { text } = syntax.source;
  const [{ heading }] = entries;
  const at = text.indexOf(name, heading.content.start);
  if (!like.idSpan || at < 0 || at >= heading.content.end) return [];
  const model = slice(text, { start: like.idSpan.end, end: like.entries[0].headingEnd });
  const between = model.includes(like.name) ? model.slice(0, model.indexOf(like.name)) : ': ';
  const free = nextId(syntax, like.id);
  return [
    {
      title: `Give it the next free id, ${free}`,
      edits: () => [syntax.source.editOf({ start: at, end: at, newText: `${free}${between}` })],
    },
  ];
}
