import type { BlockerEntry } from './blockerEntry.ts';
import { locationsOf } from './blockerLocations.ts';
import { priorityOf } from './blockerPriority.ts';
import { impliedStatus, marksOf } from './blockerStatus.ts';
import { type BlockerSyntax, fieldOf, fieldText } from './blockerSyntax.ts';
import { itemsOf } from './fields.ts';
import { plainTextOf } from './markdownTree.ts';
import type { NamedEntries } from './namedEntries.ts';
import { readSteps, type StepSyntax, stepsOf } from './steps.ts';

/** What the places that tell of a blocker say of it together. */
export function readBlocker(text: string, { id, entries }: NamedEntries): BlockerSyntax {
  const [first] = entries;
  const all = { entries };
  const marks = marksOf(text, entries);
  const steps = stepsIn(text, all, entries);
  return {
    id,
    ...(first.heading.idSpan && { idSpan: first.heading.idSpan }),
    name:
      entries.find(({ heading }) => heading.name !== '')?.heading.name ??
      fieldText(text, fieldOf(all, 'title')) ??
      firstLine(text, first),
    span: first.span,
    entries,
    priority: priorityOf(text, id, entries),
    status: marks[0]?.status ?? impliedStatus(text, entries, steps),
    marks,
    locations: locationsOf(text, entries),
    steps,
  };
}

/** What stands first below a heading that names nothing. */
function firstLine(text: string, { blocks: [block] }: BlockerEntry): string {
  if (block?.type !== 'paragraph') return '';
  const end = text.indexOf('\n', block.content.start);
  const line = { ...block.content, end: end < 0 ? block.content.end : Math.min(end, block.content.end) };
  return plainTextOf(text, block, line).slice(0, 120);
}

function stepsIn(
  text: string,
  all: Pick<BlockerSyntax, 'entries'>,
  entries: readonly BlockerEntry[],
): StepSyntax[] {
  const verification = fieldOf(all, 'verification') ?? fieldOf(all, 'checklist');
  if (verification) return readSteps(text, verification);
  const lists = entries.flatMap((entry) => entry.blocks.filter(({ type }) => type === 'list'));
  const boxed = lists.filter(({ children }) => children.some(({ box }) => box));
  return boxed.flatMap((list) =>
    stepsOf(
      text,
      itemsOf(text, list).filter(({ box }) => box),
    ),
  );
}
