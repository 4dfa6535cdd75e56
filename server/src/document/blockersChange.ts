import type { Blocker, Range } from '../model/index.ts';

/**
 * What became of a document's blockers. Most edits touch one blocker of many: the others stand as they were, or some
 * lines further up or down.
 */
export interface BlockersChange {
  /** For each blocker, in order: which one of those before it is, from 0; -1 for the next of `fresh`. */
  readonly order: readonly number[];
  /** For each blocker, in order: by how many lines it has moved down. */
  readonly moved: readonly number[];
  readonly fresh: readonly Blocker[];
}

/** What to tell who knows `before`. */
export function blockersChange(before: readonly Blocker[], after: readonly Blocker[]): BlockersChange {
  const known = new Map(before.map(({ id }, index) => [id, index]));
  const fresh: Blocker[] = [];
  const order: number[] = [];
  const moved: number[] = [];
  for (const blocker of after) {
    const index = known.get(blocker.id);
    const old = index === undefined ? undefined : before[index];
    const lines = old ? blocker.range.start.line - old.range.start.line : 0;
    const isKept = old !== undefined && isSame(old, blocker, lines);
    order.push(isKept ? (index as number) : -1);
    moved.push(isKept ? lines : 0);
    if (!isKept) fresh.push(blocker);
  }
  return { order, moved, fresh };
}

/** The blockers after the change. Those that did not change are the very objects from before. */
export function applyChange(before: readonly Blocker[], { order, moved, fresh }: BlockersChange): Blocker[] {
  let next = 0;
  return order.map((index, at) => {
    const blocker = index < 0 ? fresh[next++] : before[index];
    if (!blocker) throw new Error('The change speaks of other blockers.');
    const lines = moved[at] ?? 0;
    return lines === 0 ? blocker : movedBy(blocker, lines);
  });
}

/** Whether plain data is the same, but for places in the document that are so many lines further down. */
function isSame(before: unknown, after: unknown, lines: number): boolean {
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return false;
  if (Array.isArray(before)) {
    return (
      Array.isArray(after) &&
      before.length === after.length &&
      before.every((each, index) => isSame(each, after[index], lines))
    );
  }
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = Object.keys(old);
  if (keys.length !== Object.keys(now).length) return false;
  return keys.every((key) =>
    key === 'range'
      ? isMoved(old[key] as Range, now[key] as Range, lines)
      : isSame(old[key], now[key], lines),
  );
}

const isMoved = (a: Range, b: Range | undefined, lines: number): boolean =>
  b !== undefined &&
  a.start.line + lines === b.start.line &&
  a.end.line + lines === b.end.line &&
  a.start.column === b.start.column &&
  a.end.column === b.end.column;

/** The same blocker, so many lines further down. */
export function movedBy(blocker: Blocker, lines: number): Blocker {
  const at = ({ start, end }: Range): Range => ({
    start: { line: start.line + lines, column: start.column },
    end: { line: end.line + lines, column: end.column },
  });
  return {
    ...blocker,
    range: at(blocker.range),
    locations: blocker.locations.map((each) => ({ ...each, range: at(each.range) })),
    verification: blocker.verification.map((each) => ({ ...each, range: at(each.range) })),
  };
}
