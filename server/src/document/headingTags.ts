import type { HeadingSyntax } from './heading.ts';
import { statusOf } from './nameEnds.ts';
import { isPriority, priorityFirst, prioritySign, readPriority } from './priority.ts';
import type { Span } from './span.ts';
import { readStatus } from './status.ts';

/** A word or two at the end of a line, set off from the rest: ` – **open**`, ` (fixed)`, ` — P0`. */
const tail =
  /(?:[-–—|:→]\s{1,3}|[([])\*{0,2}([\p{L}\d'’ -]{2,24})\*{0,2}[)\]]?$|\s((?:\p{Extended_Pictographic}\uFE0F?){1,2})$/u;

/** Adds what stands in brackets behind a name: `**Name** (P1)`, `**Name** [fixed]`, `**Name** 🔴`. */
export function withTagsBehind(text: string, heading: HeadingSyntax, behind: Span): HeadingSyntax {
  let { priority, status } = heading;
  let at = behind.start;
  for (let count = 0; count < 4 && at < behind.end; count += 1) {
    const rest = text.slice(at, Math.min(at + 60, behind.end));
    const found =
      /^[\s:*_–—-]{0,6}(?:[([]([^()[\]]{1,40})[)\]]|((?:\p{Extended_Pictographic}\uFE0F?)+)|(P[0-4])(?![\p{L}\p{N}-]))/u.exec(
        rest,
      );
    const said = found?.[1] ?? found?.[2] ?? found?.[3];
    if (!found || said === undefined) break;
    const start = at + found[0].indexOf(said);
    const mark = readStatus(text, { start, end: start + said.length }, 'heading');
    if (found[2] !== undefined) {
      priority ??= prioritySign(said);
      status ??= mark;
    } else if (isPriority(said) || priorityFirst.test(said)) priority ??= readPriority(said);
    else if (mark) status ??= mark;
    else break;
    at += found[0].length;
  }
  // `[P0] done in May`
  if (at > behind.start) {
    const mark = readStatus(text, { start: at, end: Math.min(at + 40, behind.end) }, 'heading');
    if (
      mark?.word &&
      /^(?:$|[\s*_]*$|[\s*_]*[.,;:(]|\s(?:in|on|by|since|with|at)\s)/.test(
        text.slice(mark.word.end, behind.end),
      )
    )
      status ??= mark;
  }
  const word = /^[\s:*_]{0,4}(?:[-–—:]|->|→)\s{1,3}/.exec(text.slice(at, behind.end));
  if (word) {
    const start = at + word[0].length;
    const mark = readStatus(text, { start, end: Math.min(start + 40, behind.end) }, 'heading');
    if (
      mark &&
      /^(?:$|[\s(.,;:!])/.test(text.slice(Math.max(mark.word?.end ?? 0, mark.sign?.end ?? 0), behind.end))
    )
      status ??= mark;
  }
  // ` — #2251 — Critical — in review`
  for (const part of text
    .slice(at, behind.end)
    .matchAll(
      /(?<=\s[-–—|·]\s{1,3}\*{0,2})[\p{L}][\p{L}\d' -]{1,24}?(?=\*{0,2}(?:\s{1,3}[-–—|·]\s|\s{0,3}$))/gu,
    )) {
    const start = at + part.index;
    if (isPriority(part[0])) priority ??= readPriority(part[0]);
    else status ??= statusOf(text, { start, end: start + part[0].length });
  }
  const last = tail.exec(text.slice(Math.max(at, behind.end - 60), behind.end));
  const said = last?.[1] ?? last?.[2];
  if (last && said !== undefined) {
    const start = behind.end - last[0].length + last[0].lastIndexOf(said);
    if (isPriority(said)) priority ??= readPriority(said);
    else status ??= statusOf(text, { start, end: start + said.length });
  }
  return { ...heading, ...(priority && { priority }), ...(status && { status }) };
}
