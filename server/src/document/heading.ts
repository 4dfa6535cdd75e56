import type { Priority } from '../model/vocabulary.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { plainText } from './markdownTree.ts';
import { prioritySign, readPriority } from './priority.ts';
import { type Span, slice, trimmed } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';

/** What a heading says of the blocker below it: `### 1. ✅ FIXED: BLOCK-001: Name (P0 - CRITICAL)`. */
export interface HeadingSyntax {
  readonly content: Span;
  /** An id that its author wrote. */
  readonly id?: string;
  readonly idSpan?: Span;
  /** The number of a numbered heading, or of `Blocker 3`. */
  readonly number?: string;
  /** True for `Blocker 3`, which says by itself what it is. */
  readonly named: boolean;
  readonly name: string;
  readonly priority?: Priority;
  readonly status?: StatusMark;
}

const sign = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*|:[a-z0-9_+-]+:)/u;
const behindId = '(?=\\]?\\s*(?::|\\||\\.\\s|[-–—]\\s|\\]|\\(|$|\\*\\*))';
const ids = [
  new RegExp(`^\\[?([A-Z][A-Z0-9]{0,15}(?:[-_][A-Z0-9]{1,8})*[-_]\\d{1,6}[a-z]?)${behindId}`),
  new RegExp(`^\\[?(?!P\\d)([A-Z]{1,3}\\d{2,4})${behindId}`),
  new RegExp(`^\\[?(#\\d{1,6})${behindId}`),
];
const namedNumber = /^(?:blocker|issue|finding|bug|gap)\s+#?(\d{1,4})(?=\s*(?::|[-–—]\s|\.\s|$))/i;
const tag = /^[[(]([^\])]{1,30})[\])]/;
const onlyPriority =
  /^\W*(?:(?:P[0-4]|S[1-4]|critical|blocker|high|major|medium|moderate|low|minor|priority)\W*)+$/iu;

const isPriority = (text: string): boolean => onlyPriority.test(text);

interface Read {
  id?: string;
  idSpan?: Span;
  number?: string;
  named?: boolean;
  priority?: Priority | undefined;
  sign?: Priority | undefined;
  status?: StatusMark | undefined;
}

/** Takes one part off the front of `rest`; gives its length, 0 where the name begins. */
function takeFront(text: string, at: number, rest: string, read: Read): number {
  const space = /^[\s*_~]+/.exec(rest);
  if (space) return space[0].length;

  const mark = sign.exec(rest);
  if (mark) {
    read.sign ??= prioritySign(mark[0]);
    // Sign and word are read together: `✅ FIXED:`.
    const status = readStatus(text, { start: at, end: at + rest.length }, 'heading');
    if (status?.sign?.start === at && !status.word) read.status ??= status;
    return mark[0].length;
  }
  const number = read.number === undefined && /^(\d{1,3})[.)](?=\s)/.exec(rest);
  if (number) {
    read.number = number[1] ?? '';
    return number[0].length;
  }
  const inBrackets = tag.exec(rest);
  const label = inBrackets?.[1] ?? /^([\p{L}\d' -]{2,20}):(?=\s)/u.exec(rest)?.[1];
  if (label !== undefined) {
    const length = inBrackets?.[0].length ?? label.length + 1;
    if (isPriority(label)) {
      read.priority ??= readPriority(label);
      return length;
    }
    const start = at + rest.indexOf(label);
    const status = statusOf(text, { start, end: start + label.length });
    if (status) {
      read.status = withSignBefore(text, status, at);
      return length;
    }
  }
  if (read.id === undefined) {
    for (const pattern of ids) {
      const id = pattern.exec(rest)?.[1];
      if (id === undefined) continue;
      const start = at + rest.indexOf(id);
      read.id = id;
      read.idSpan = { start, end: start + id.length };
      return start + id.length - at;
    }
    const named = read.number === undefined && namedNumber.exec(rest);
    if (named) {
      read.number = named[1] ?? '';
      read.named = true;
      return named[0].length;
    }
  }
  const any = read.id !== undefined || read.number !== undefined || read.status || read.priority;
  return (any && /^(?:\]|[:|.]|[-–—](?=\s))/.exec(rest)?.[0].length) || 0;
}

/** A status whose words are all that stands there. */
function statusOf(text: string, span: Span): StatusMark | undefined {
  const status = readStatus(text, span, 'heading');
  const end = Math.max(status?.word?.end ?? 0, status?.sign?.end ?? 0);
  return status && /^[\s*_]*$/.test(text.slice(end, span.end)) ? status : undefined;
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

/** Takes one part off the end of `rest`; gives its length, 0 where the name ends. */
function takeBack(text: string, start: number, rest: string, read: Read): number {
  const space = /(?<![\s*_~])[\s*_~]+$/.exec(rest);
  if (space) return space[0].length;
  const group = /[[(]([^[\]()]{1,40})[\])]$/.exec(rest);
  if (group?.[1] !== undefined) {
    if (isPriority(group[1])) {
      read.priority ??= readPriority(group[1]);
      return group[0].length;
    }
    const at = start + group.index + 1;
    const status = statusOf(text, { start: at, end: at + group[1].length });
    if (status) read.status ??= status;
    return status ? group[0].length : 0;
  }
  const behindDash = /\s[-–—]\s+([^-–—]{1,30})$/.exec(rest);
  if (behindDash?.[1] !== undefined) {
    const end = start + rest.length;
    const status = statusOf(text, { start: end - behindDash[1].length, end });
    if (status) read.status ??= status;
    return status ? behindDash[0].length : 0;
  }
  const marks = /(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D)*)+$/u.exec(rest);
  if (!marks) return 0;
  const at = start + marks.index;
  const status = readStatus(text, { start: at, end: at + marks[0].length }, 'heading');
  if (status) read.status ??= status;
  read.sign ??= prioritySign(marks[0]);
  return marks[0].length;
}

/** Reads a heading, table cell or item that names a blocker. */
export function readHeading(text: string, nodes: readonly MarkdownNode[], content: Span): HeadingSyntax {
  const read: Read = {};
  let { start, end } = trimmed(text, content);
  for (let length = -1; length !== 0 && start < end; start += length) {
    length = takeFront(text, start, text.slice(start, end), read);
  }
  for (let length = -1; length !== 0 && start < end; end -= length) {
    length = takeBack(text, start, text.slice(start, end), read);
  }
  const name = plainText(nodes, { start, end });
  const priority = read.priority ?? read.sign;
  return {
    content,
    name: name === '' ? slice(text, trimmed(text, { start, end })) : name,
    named: read.named ?? false,
    ...(read.id !== undefined && { id: read.id }),
    ...(read.idSpan && { idSpan: read.idSpan }),
    ...(read.number !== undefined && { number: read.number }),
    ...(priority && { priority }),
    ...(read.status && { status: read.status }),
  };
}
