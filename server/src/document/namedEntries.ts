import type { BlockerEntry } from './blockerEntry.ts';
import { sameName } from './words.ts';

/** All that tells of one blocker, and what it is called. */
export interface NamedEntries {
  readonly id: string;
  readonly entries: readonly [BlockerEntry, ...BlockerEntry[]];
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'blocker';

/**
 * Names each blocker: by its id, else by its number, else by its name, so that the id stays while
 * others come and go. A table's row and a section with one id, number or name are one blocker.
 */
export function withIds(entries: readonly BlockerEntry[]): NamedEntries[] {
  const joined = withRows(entries);
  const numbers = new Map<string, number>();
  const taken = new Set<string>();
  /** Where to go on counting for a name, so that many of one name are not counted through again and again. */
  const repeats = new Map<string, number>();
  for (const [{ heading }] of joined) {
    if (heading.id !== undefined) taken.add(heading.id);
    const number = heading.id ?? heading.number;
    if (number !== undefined) numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return joined.map((entries): NamedEntries => {
    const { id, number, name } = entries[0].heading;
    if (id !== undefined) return { id, entries };
    const wanted = number !== undefined && numbers.get(number) === 1 ? `#${number}` : slug(name);
    let free = wanted;
    for (let count = repeats.get(wanted) ?? 2; taken.has(free); count += 1) {
      free = `${wanted}-${count}`;
      repeats.set(wanted, count + 1);
    }
    taken.add(free);
    return { id: free, entries };
  });
}

/** Whether two names have most of their words in common: overviews shorten them. */
function alike(one: string, other: string): boolean {
  const words = new Set(sameName(one).split(' '));
  const others = new Set(sameName(other).split(' '));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.min(words.size, others.size);
}

type Group = [BlockerEntry, ...BlockerEntry[]];

/** The entries, each section with the row that tells of the same blocker. */
function withRows(entries: readonly BlockerEntry[]): Group[] {
  const rows = entries.filter(({ kind }) => kind === 'row');
  if (rows.length === 0) return entries.map((entry) => [entry]);
  const byId = new Map<string, BlockerEntry>();
  const byName = new Map<string, BlockerEntry>();
  const byNumber = new Map<string, BlockerEntry | undefined>();
  for (const row of rows) {
    const { id, number, name } = row.heading;
    if (id !== undefined && !byId.has(id)) byId.set(id, row);
    if (id === undefined && (number === undefined || row.echo)) byName.set(sameName(name), row);
    if (number === undefined || (row.echo && byNumber.has(number))) continue;
    const isTaken = byNumber.has(number) && !byNumber.get(number)?.echo;
    byNumber.set(number, isTaken ? undefined : row);
  }
  const used = new Set<BlockerEntry>();
  const rowOf = ({ id, number, name }: BlockerEntry['heading']): BlockerEntry | undefined => {
    const numbered =
      (id !== undefined ? byId.get(id) : undefined) ??
      (number !== undefined ? byNumber.get(number) : undefined);
    const isOther = numbered?.echo && !alike(numbered.heading.name, name);
    return (isOther ? undefined : numbered) ?? byName.get(sameName(name));
  };
  const groups = entries.map((entry): Group => {
    if (entry.kind === 'row') return [entry];
    const row = rowOf(entry.heading);
    if (!row || used.has(row)) return [entry];
    used.add(row);
    return [entry, row];
  });
  // A second table that repeats an id is one more place that tells of it.
  const firsts = new Map<string, Group>();
  for (const group of groups) {
    const { id } = group[0].heading;
    if (id !== undefined && !firsts.has(id) && !used.has(group[0])) firsts.set(id, group);
  }
  return groups.filter((group) => {
    const [entry] = group;
    if (entry.kind === 'row' && (entry.echo || used.has(entry))) return false;
    const first =
      entry.kind === 'row' && entry.heading.id !== undefined ? firsts.get(entry.heading.id) : undefined;
    const isBare = entry.kind === 'row' && entry.heading.name === '';
    if (!first || first === group || (first[0].kind !== 'section' && !isBare)) return !isBare;
    first.push(entry);
    return false;
  });
}
