import type { Priority, Status } from '../model/vocabulary.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { behindName, isFieldGroup, lengthOfLead, saysWhere, signedEnd, statusAtEnd } from './nameEnds.ts';
import { isPriority, prioritySign, readPriority } from './priority.ts';
import { type Span, slice, trimmed } from './span.ts';
import { readStatus, type StatusMark, statusColour } from './status.ts';

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
  /** The priority that a colour would say, and the status. */
  readonly sign?: Priority;
  readonly colour?: Status;
  /** Struck through, as what is done. */
  readonly struck?: boolean;
}

const sign = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*|:[a-z0-9_+-]+:)/u;
const behindId = '(?=\\]?\\s*(?::|[|·•]|\\.\\s|[-–—]\\s|\\]|\\(|$|\\*\\*|\\p{Extended_Pictographic}))';
/** Prefixes of standards and the like, which are no ids. */
const noIds =
  'SHA|UTF|ISO|RFC|AES|RSA|MD|HTTP|TLS|SSL|ES|CSS|HTML|IP|IPV|CVE|CWE|COVID|GPT|WCAG|PEP|OAUTH|EC|ARM|USB|WEB|PHP|NODE|JAVA|MP|BASE|SAML|SOC|PCI|ICO|S|V|T|K';
const ids = [
  new RegExp(`^\\[?((?!(?:${noIds})[-_])[A-Z][A-Z0-9]{0,11}(?:-[A-Z0-9]{1,8})?-\\d{1,5})(?=\\s\\S)`, 'u'),
  new RegExp(`^\\[?([A-Z][A-Z0-9]{0,15}(?:[-_][A-Z0-9]{1,8})*[-_][A-Z]{0,2}\\d{1,6}[a-z]?)${behindId}`, 'u'),
  new RegExp(`^\\[?(P[0-4]\\.\\d{1,3})${behindId}`, 'u'),
  new RegExp(`^\\[?((?!P\\d)[A-Z]{1,4}\\d{2,4}|[BCDFHILM]\\d)${behindId}`, 'u'),
  /^\[?((?:BLOCKER|BLOCK|ISSUE|BUG|GAP|FINDING|RISK)-[A-Z])(?=\]?\s*(?::|[-–—]\s))/,
  /^\[?(#\d{1,6})(?=\]?(?:\s|:|$|\*\*))/,
];
const namedNumber =
  /^(?:(?:critical|high|major|medium|minor|low|launch|production|release|security|open|known)\s+)?(?:blocker|issue|finding|bug|gap|problem|vulnerability|defect|warning|concern|critical|major|minor|high|medium|low)\s*#?(\d{1,4}|(?<=\s)[A-Z])(?:\s?(?:of|\/)\s?\d{1,3})?(?=\s*(?::|[-–—]\s|\.\s|$|\())/i;
/** `[P0]`, `(open)`, and a word in capitals in back-ticks. */
const tag = /^(?:[[(]([^\])]{1,30})[\])]|`([A-Z][A-Z\d -]{1,20})`)/;
/** A priority with more behind it: `(P0, 2 days)`, `[HIGH - 4h]`. */
export const priorityFirst = /^\W*(?:P[0-4]|critical|high|medium|low)\s*(?:[,;/·|]|[-–—]\s)/i;

interface Read {
  id?: string;
  idSpan?: Span;
  number?: string;
  named?: boolean;
  priority?: Priority | undefined;
  sign?: Priority | undefined;
  colour?: Status | undefined;
  status?: StatusMark | undefined;
}

/** Takes one part off the front of `rest`; gives its length, 0 where the name begins. */
function takeFront(text: string, at: number, rest: string, read: Read): number {
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

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The id at the start of a text. */
function idAt(text: string): string | undefined {
  for (const pattern of ids) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A word in capitals and brackets is a status, also where other headings would have it in their names. */
function inCapitals(text: string, span: Span): StatusMark | undefined {
  const mark = readStatus(text, span, 'field');
  return mark?.word?.end === span.end ? { ...mark, in: 'heading' } : undefined;
}

/** A status whose words are all that stands there. */
export function statusOf(text: string, span: Span): StatusMark | undefined {
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
  const aside = behindName.exec(rest);
  if (aside) return aside[0].length;
  const group = /[[(]([^[\]()]{1,160})[\])]$/.exec(rest);
  if (group?.[1] !== undefined) {
    const at = start + group.index + 1;
    if (isPriority(group[1]) || priorityFirst.test(group[1])) {
      read.priority ??= readPriority(group[1]);
      const behind = /[,;/·|]\s*/.exec(group[1]);
      const from = at + (behind ? behind.index + behind[0].length : group[1].length);
      const said = statusAtEnd(text, { start: from, end: at + group[1].length });
      if (said) read.status ??= said;
      return group[0].length;
    }
    const status = statusAtEnd(text, { start: at, end: at + group[1].length });
    if (status) read.status ??= status;
    return status || saysWhere(group[1]) || isFieldGroup(group[1]) ? group[0].length : 0;
  }
  const where = /\s[-–—]\s+(`?[\w@~./\\:()[\]{}*#-]{3,160}`?)$/.exec(rest);
  if (where?.[1] !== undefined && saysWhere(where[1])) return where[0].length;
  const behindDash = /\s[-–—]\s+((?:[^-–—]|(?<=\S)-(?=\S)){1,48})$/.exec(rest);
  if (behindDash?.[1] !== undefined) {
    if (isPriority(behindDash[1])) {
      read.priority ??= readPriority(behindDash[1]);
      return behindDash[0].length;
    }
    const end = start + rest.length;
    const status = statusAtEnd(text, { start: end - behindDash[1].length, end });
    if (status) {
      read.status ??= status;
      return behindDash[0].length;
    }
  }
  const signed = signedEnd.exec(rest);
  if (signed?.[1] !== undefined) {
    const at = start + rest.lastIndexOf(signed[1]);
    const status = statusOf(text, { start: at, end: at + signed[1].length });
    if (status?.word) {
      read.status ??= status;
      return signed[0].length;
    }
  }
  const marks = /(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D)*)+$/u.exec(rest);
  if (!marks) return 0;
  const at = start + marks.index;
  const status = readStatus(text, { start: at, end: at + marks[0].length }, 'heading');
  if (status) read.status ??= status;
  read.sign ??= prioritySign(marks[0]);
  read.colour ??= statusColour(marks[0]);
  return marks[0].length;
}

/** Reads a heading, table cell or item that names a blocker. */
export function readHeading(text: string, block: MarkdownNode, content: Span): HeadingSyntax {
  const read: Read = {};
  let { start, end } = trimmed(text, content);
  // More parts than that no name has; each looks at all that is left.
  for (let length = -1, parts = 0; length !== 0 && start < end && parts < 40; start += length, parts += 1) {
    length = takeFront(text, start, text.slice(start, end), read);
  }
  for (let length = -1, parts = 0; length !== 0 && start < end && parts < 40; end -= length, parts += 1) {
    length = takeBack(text, start, text.slice(start, end), read);
  }
  if (read.id !== undefined && !read.status) {
    // `DEF-501 | Critical | Open`: the name stands below.
    const status = statusOf(text, { start, end });
    if (status) {
      read.status = status;
      start = end;
    }
  }
  const name = plainTextOf(text, block, { start, end });
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
    ...(read.sign && { sign: read.sign }),
    ...(read.colour && { colour: read.colour }),
    ...(/^[^\p{L}\p{N}]{0,8}~~/u.test(slice(text, content)) && { struck: true }),
  };
}
