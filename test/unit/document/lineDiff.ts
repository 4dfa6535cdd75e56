const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

/** The lines that were taken (`- …`) and put (`+ …`), in the text's order. */
export function lineDiff(before: string, after: string): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];

  // Edits are few: the next line that both have is where they meet again.
  const diff: string[] = [];
  let at = 0;
  for (const line of oldMiddle) {
    const met = newMiddle.indexOf(line, at);
    if (met < 0) {
      diff.push(`- ${line}`);
      continue;
    }
    diff.push(...newMiddle.slice(at, met).map((added) => `+ ${added}`));
    at = met + 1;
  }
  return [...diff, ...newMiddle.slice(at).map((added) => `+ ${added}`)];
}
