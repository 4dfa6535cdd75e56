import type { Row } from '../rows/row.ts';

/**
 * Where to scroll so that rows which came or went above don't move what one is reading.
 * @param top the scroll position, in rows
 * @returns the position, in rows; undefined where it can stay or nothing of what was there is left
 */
export function sameTop(before: readonly Row[], after: readonly Row[], top: number): number | undefined {
  if (top <= 0 || before === after) return undefined;
  const first = Math.floor(top);
  const indices = new Map(after.map(({ key }, index) => [key, index]));
  for (const [offset, { key }] of before.slice(first, first + 30).entries()) {
    const index = indices.get(key);
    if (index === undefined) continue;
    const moved = index - (first + offset);
    return moved === 0 ? undefined : top + moved;
  }
  return undefined;
}
