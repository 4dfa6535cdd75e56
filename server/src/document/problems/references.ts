import { codeSpans } from '../codeSpans.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import type { ItemSyntax } from '../fieldSyntax.ts';
import { itemsOf } from '../fields.ts';
import { everySection } from '../sections.ts';
import { slice, wholeLines } from '../span.ts';
import { type Check, type Problem, type ProblemFix, problemAt } from './check.ts';

/** An id of the document's own kind that no blocker has; told once for each. */
export const unknownReference: Check = (syntax) => {
  const { text } = syntax.source;
  const known = new Set(syntax.blockers.map(({ id }) => id));
  const kinds = prefixes(syntax);
  if (kinds.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w-])(?:${kinds.join('|')})\\d{1,6}(?![\\w-])`, 'g');
  return [...text.matchAll(pattern)].flatMap(({ 0: id, index }): Problem[] => {
    if (known.has(id) || codeSpans(syntax.root).some(({ start, end }) => start <= index && index < end))
      return [];
    known.add(id);
    const message = `No blocker in this document is ${id}.`;
    return [
      problemAt(
        syntax,
        { start: index, end: index + id.length },
        { code: 'unknown-reference', severity: 'information', message },
        meant(syntax, id).map((other) => ({
          title: `Write ${other}`,
          edits: () => [syntax.source.editOf({ start: index, end: index + id.length, newText: other })],
        })),
      ),
    ];
  });
};

/** So many ids are offered instead of one that no blocker has. */
const mostMeant = 3;

/** Ids that it may have been meant to be: the same number written in another way, else one digit off. */
function meant({ blockers }: DocumentSyntax, id: string): readonly string[] {
  const [prefix, number] = [id.replace(/\d+$/, ''), /\d+$/.exec(id)?.[0] ?? ''];
  const own = blockers.flatMap((blocker) =>
    blocker.idSpan && blocker.id.startsWith(prefix) ? [blocker.id] : [],
  );
  const same = own.filter((other) => Number(other.slice(prefix.length)) === Number(number));
  if (same.length > 0) return same.slice(0, mostMeant);
  const isClose = (other: string) =>
    other.length === id.length && [...other].filter((digit, at) => digit !== id[at]).length === 1;
  return own.filter(isClose).slice(0, mostMeant);
}

/** `BLOCK-`, where at least two blockers have ids that start so. */
function prefixes({ blockers }: DocumentSyntax): string[] {
  const count = new Map<string, number>();
  for (const { id, idSpan } of blockers) {
    const prefix = idSpan && /^([A-Z][A-Z0-9]+(?:[-_][A-Z][A-Z0-9]*)*[-_])\d{1,6}$/.exec(id)?.[1];
    if (prefix) count.set(prefix, (count.get(prefix) ?? 0) + 1);
  }
  return [...count].filter(([, times]) => times > 1).map(([prefix]) => prefix);
}

/** A step of the plan that names only blockers which are fixed already. */
export const nextStepDone: Check = (syntax) => {
  const { text } = syntax.source;
  const status = new Map(
    syntax.blockers.flatMap(({ id, idSpan, status }) => (idSpan ? [[id, status] as const] : [])),
  );
  const plans = everySection(syntax.root).filter(
    ({ heading }) =>
      heading &&
      /^[^\p{L}]*(?:next (?:steps?|actions?)|action plan|immediate actions?)\b/iu.test(
        slice(text, heading.content),
      ),
  );
  const steps = [...new Set(plans.flatMap(everySection))]
    .flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'list'))
    .flatMap((list) => leaves(itemsOf(text, list)));
  return steps.flatMap((item): Problem[] => {
    if (item.box?.checked || /~~|✅/u.test(slice(text, item.content))) return [];
    const named = slice(text, item.content).match(/[A-Z0-9_#-]+/g) ?? [];
    const ids = named.filter((id) => status.has(id));
    const isDone = (id: string) => ['fixed', 'verified', 'dismissed'].includes(status.get(id) ?? '');
    if (ids.length === 0 || !ids.every(isDone)) return [];
    const message = `${ids.map((id) => `${id} is ${status.get(id)}`).join(', ')}: this step is done.`;
    return [
      problemAt(syntax, item.content, { code: 'next-step-done', severity: 'information', message }, [
        removal(syntax, item),
      ]),
    ];
  });
};

const leaves = (items: readonly ItemSyntax[]): ItemSyntax[] =>
  items.flatMap((item) => (item.nested.length === 0 ? [item] : leaves(item.nested)));

/** Takes the item's lines out. */
const removal = ({ source }: DocumentSyntax, { span }: ItemSyntax): ProblemFix => ({
  title: 'Remove this step',
  edits: () => [source.editOf({ ...wholeLines(source.text, span), newText: '' })],
});
