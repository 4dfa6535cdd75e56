import type { BlockerLocation } from '../model/index.ts';

/** What a location's verdict says in a word or two. */
export function verdictLabel({ verdict, movedTo, file }: BlockerLocation): string {
  if (verdict === 'reproduced') return '✓ reproduced';
  if (verdict === 'not-reproduced') return 'not reproduced';
  if (verdict !== 'moved' || movedTo === undefined) return verdict;
  return movedTo.startsWith(`${file}:`)
    ? `→ moved to line ${movedTo.slice(file.length + 1)}`
    : `→ moved to ${movedTo}`;
}
