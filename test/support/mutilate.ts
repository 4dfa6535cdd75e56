/** Texts that nobody writes and that editors hold all the time: cut off anywhere, lines in any order. */
export function mutilated(text: string): readonly string[] {
  const random = randomFrom(text.length);
  const cuts = Array.from({ length: 5 }, () => text.slice(0, Math.floor(random() * text.length)));
  const tails = Array.from({ length: 2 }, () => text.slice(Math.floor(random() * text.length)));
  const mixed = Array.from({ length: 3 }, () => shuffled(text.split('\n'), random).join('\n'));
  return [...cuts, ...tails, ...mixed];
}

function shuffled(lines: readonly string[], random: () => number): readonly string[] {
  return lines
    .map((line) => ({ line, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
