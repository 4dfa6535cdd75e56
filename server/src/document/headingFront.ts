import type { HeadingParts } from './headingParts.ts';
import { lengthOfLead, statusOf } from './nameEnds.ts';
import { isPriority, priorityFirst, prioritySign, readPriority } from './priority.ts';
import type { Span } from './span.ts';
import { readStatus, type StatusMark, statusColour } from './status.ts';
import { idAt, linkedId, namedNumber } from './writtenIds.ts';

const sign = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*|:[a-z0-9_+-]+:)/u;
/** `[P0]`, `(open)`, and a word in capitals in back-ticks. */
const tag = /^(?:[[(]([^\])]{1,30})[\])]|`([A-Z][A-Z\d -]{1,20})`)/;

/** Takes one part off the front of `rest`; gives its length, 0 where the name begins. */
export function takeFront(text: string, at: number, rest: string, read: HeadingParts): number {
  const space = /^[\s*_~]+/.exec(rest);
  if (space) return space[0].length;

  // Most that stands in headings are words: what can't start with this character is not tried.
  const code = rest.charCodeAt(0);
  const mark = code > 127 || code === 58 ? sign.exec(rest) : null;
  if (mark) {
    read.sign ??= prioritySign(mark[0]);
    read.colour ??= statusColour(mark[0]);
    // Sign and word are read together: `✅ FIXED:`.
    const status = readStatus(text, { start: at, end: at + rest.length }, 'heading');
    if (status?.sign?.start === at && !status.word) read.status ??= status;
    return mark[0].length;
  }
  const number =
    isDigit(code) &&
    read.number === undefined &&
    /^(\d{1,3}(?:\.\d{1,3}){0,3})(?:[.):](?=\s|\*)|\uFE0F?\u20E3|(?<=\.\d{1,3})(?=\s))/.exec(rest);
  if (number) {
    read.number = number[1] ?? '';
    return number[0].length;
  }
  const inBrackets = tag.exec(rest);
  const label =
    inBrackets?.[1] ??
    inBrackets?.[2] ??
    tagInBold(text, at, rest) ??
    /^([\p{L}\d' -]{2,20}?)(?:\*{0,2}:\*{0,2}(?=\s)|\*{0,2}\s[-–—|](?=\s))/u.exec(rest)?.[1];
  if (label !== undefined) {
    const length = inBrackets?.[0].length ?? label.length;
    if (isPriority(label) || (inBrackets && priorityFirst.test(label))) {
      read.priority ??= readPriority(label);
      return length;
    }
    const start = at + rest.indexOf(label);
    const span = { start, end: start + label.length };
    const status =
      statusOf(text, span) ??
      (inBrackets && /^[A-Z][A-Z' -]+$/.test(label) ? inCapitals(text, span) : undefined);
    if (status) {
      read.status = withSignBefore(text, status, at);
      return length;
    }
  }
  if (read.id === undefined) {
    const linked = code === 91 ? linkedId.exec(rest) : null;
    if (linked?.[1] !== undefined) {
      read.id = linked[1];
      read.idSpan = { start: at + 1, end: at + 1 + linked[1].length };
      return linked[0].length;
    }
    const id = /^\[?[A-Z#]/.test(rest) ? idAt(rest) : undefined;
    if (id !== undefined) {
      const start = at + rest.indexOf(id);
      read.id = id;
      read.idSpan = { start, end: start + id.length };
      return start + id.length - at;
    }
    const named = read.number === undefined && namedNumber.exec(rest);
    if (named) {
      const before = /^\w+(?=\s+(?:\w+\s*)?#?\d)/.exec(named[0])?.[0];
      if (before && !/^blocker/i.test(before) && isPriority(before)) read.priority ??= readPriority(before);
      // Warnings are counted apart from the blockers.
      if (!/^(?:warning|concern)/i.test(named[0])) read.number = named[1] ?? '';
      read.named = true;
      return named[0].length;
    }
  }
  const checkbox = /^\[([ xX~/-])\]\s/.exec(rest);
  if (checkbox) {
    // Two more states that some tools know.
    if (checkbox[1] === '-') read.status ??= { status: 'dismissed', in: 'heading' };
    if (checkbox[1] === '~' || checkbox[1] === '/') read.status ??= { status: 'in-progress', in: 'heading' };
    return checkbox[0].length;
  }
  const any =
    read.id !== undefined || read.number !== undefined || read.named || read.status || read.priority;
  return (any && /^(?:\]|[:|.·•]|[-–—](?=\s|\*))/.exec(rest)?.[0].length) || lengthOfLead(rest);
}

/** A word set off in front of a name: `**BLOCKER** Keys in code`. */
const tagInBold = (text: string, at: number, rest: string): string | undefined =>
  text.charAt(at - 1) === '*' ? /^([\p{L}\d -]{2,20}?)\*\*(?=\s{1,3}\S)/u.exec(rest)?.[1] : undefined;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A word in capitals and brackets is a status, also where other headings would have it in their names. */
function inCapitals(text: string, span: Span): StatusMark | undefined {
  const mark = readStatus(text, span, 'field');
  return mark?.word?.end === span.end ? { ...mark, in: 'heading' } : undefined;
}

/** Joins a status word with the status sign that stands before it. */
function withSignBefore(text: string, status: StatusMark, wordAt: number): StatusMark {
  const lineStart = Math.max(text.lastIndexOf('\n', wordAt), text.lastIndexOf('\r', wordAt)) + 1;
  const before = /(?<!\S)(\S+)\s*(?:\*\*)?$/.exec(text.slice(lineStart, wordAt));
  if (!before?.[1] || status.sign) return status;
  const start = lineStart + before.index;
  const found = readStatus(text, { start, end: start + before[1].length }, 'heading');
  return found?.sign && !found.word ? { ...status, sign: found.sign } : status;
}
