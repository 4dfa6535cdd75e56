import type { HeadingParts } from './headingParts.ts';
import {
  behindName,
  isFieldGroup,
  outcomeIn,
  saysWhere,
  signedEnd,
  statusAtEnd,
  statusOf,
} from './nameEnds.ts';
import { isPriority, priorityFirst, prioritySign, readPriority } from './priority.ts';
import { readStatus, statusColour } from './status.ts';

/** Takes one part off the end of `rest`; gives its length, 0 where the name ends. */
export function takeBack(text: string, start: number, rest: string, read: HeadingParts): number {
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
    const span = { start: at, end: at + group[1].length };
    const status = statusAtEnd(text, span) ?? outcomeIn(text, span);
    if (status) read.status ??= status;
    if (status || saysWhere(group[1]) || isFieldGroup(group[1])) return group[0].length;
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
