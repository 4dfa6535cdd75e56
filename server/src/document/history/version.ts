import { maskSecrets } from '../../analysis/secrets/maskSecrets.ts';
import type { Priority, Status } from '../../model/index.ts';
import { readDocumentSyntax } from '../documentSyntax.ts';
import { openCount } from '../openCount.ts';
import { type StatedDates, statedDates } from './dates.ts';

/** A document as it stood at some time, as far as its history needs it. */
export interface DocumentVersion {
  readonly open: Readonly<Record<Priority, number>>;
  /** By id; of two with one id, the first. */
  readonly blockers: ReadonlyMap<string, VersionBlocker>;
}

export interface VersionBlocker {
  readonly id: string;
  readonly name: string;
  readonly priority: Priority;
  readonly status: Status;
  readonly stated: StatedDates;
}

/** Secrets that somebody wrote into a name go nowhere from here. Most names stay the same through a history. */
function shown(name: string): string {
  const before = names.get(name);
  if (before !== undefined) return before;
  if (names.size >= mostNames) names.clear();
  const masked = maskSecrets(name);
  names.set(name, masked);
  return masked;
}

const names = new Map<string, string>();
const mostNames = 5_000;

/** Undefined for a text with a merge conflict in it, which nobody meant. */
export function readVersion(text: string): DocumentVersion | undefined {
  const syntax = readDocumentSyntax(text);
  if (syntax.conflict) return undefined;
  const blockers = new Map<string, VersionBlocker>();
  for (const blocker of syntax.blockers) {
    const { id, name, priority, status } = blocker;
    if (!blockers.has(id))
      blockers.set(id, { id, name: shown(name), priority, status, stated: statedDates(syntax, blocker) });
  }
  const open = (priority: Priority) => openCount(syntax, priority);
  return { open: { P0: open('P0'), P1: open('P1'), P2: open('P2'), P3: open('P3') }, blockers };
}
