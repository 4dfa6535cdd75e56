import type { Priority, Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';

/**
 * The entries that are blockers: the clear ones where there are any, less the items that only repeat them.
 * @param weak those that are blockers only where the document has nothing that is one more clearly
 */
export function chooseEntries(
  entries: readonly BlockerEntry[],
  weak: ReadonlySet<BlockerEntry>,
): readonly BlockerEntry[] {
  const firm = weak.size === 0 ? entries : entries.filter((entry) => !weak.has(entry));
  const clear = firm.some(({ echo }) => !echo) ? firm : [];
  if (clear.length === 0) return entries.every(({ echo }) => echo) ? entries.map(asRow) : entries;
  const main = clear.filter(
    ({ kind, heading }) => kind === 'section' || heading.id !== undefined || heading.number !== undefined,
  );
  const ids = new Set(main.flatMap(({ kind, heading }) => (kind === 'item' ? [] : (heading.id ?? []))));
  const few = main.filter(({ kind }) => kind !== 'item').length < 2;
  const repeated = new Map<string, Said>();
  const chosen = clear.filter(({ kind, heading, inherited }) => {
    if (kind !== 'item') return true;
    const { id, priority } = heading;
    if (id === undefined) return few || (priority ?? inherited.priority ?? inherited.status) !== undefined;
    return !ids.has(id);
  });
  for (const { kind, heading } of entries) {
    const { id, priority, status } = heading;
    if (kind !== 'item' || id === undefined || !ids.has(id)) continue;
    const before = repeated.get(id);
    repeated.set(id, { priority: before?.priority ?? priority, status: before?.status ?? status?.status });
  }
  return repeated.size === 0 ? chosen : chosen.map((entry) => withRepeated(entry, repeated));
}

/** In a checklist where some items are tagged `BLOCKER`, the others are none. */
export function withoutUntagged(
  text: string,
  entries: readonly BlockerEntry[],
  weak: ReadonlySet<BlockerEntry>,
): readonly BlockerEntry[] {
  if (weak.size === 0 || entries.some((entry) => !weak.has(entry))) return entries;
  const tagged = entries.filter(({ span }) =>
    /^[^\p{L}\p{N}]{0,8}(?:\[[ xX]\]\s{1,2})?[^\p{L}\p{N}]{0,6}BLOCKER(?:\*\*|\]|:)/u.test(
      text.slice(span.start, span.start + 40),
    ),
  );
  return tagged.length > 1 ? tagged : entries;
}

const asRow = ({ echo: _, ...entry }: BlockerEntry): BlockerEntry => entry;

interface Said {
  readonly priority: Priority | undefined;
  readonly status: Status | undefined;
}

/** A list that repeats a blocker may be where its priority or status stands. */
function withRepeated(entry: BlockerEntry, repeated: ReadonlyMap<string, Said>): BlockerEntry {
  const { heading, inherited } = entry;
  const said = heading.id === undefined ? undefined : repeated.get(heading.id);
  if (!said) return entry;
  const priority = inherited.priority ?? said.priority;
  const status = inherited.status ?? said.status;
  return { ...entry, inherited: { ...inherited, ...(priority && { priority }), ...(status && { status }) } };
}
