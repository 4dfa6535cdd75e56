import { fieldName } from './fieldSyntax.ts';
import { looksLikePath } from './paths.ts';
import type { Span } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';

/** What stands around a blocker's name and is no part of it. */

const date = /^\d{4}-\d{2}-\d{2}(?:\s?[:|·•–—-](?=\s)|(?=\s\S))/;
const place = /^`?([\w@~./\\()[\]{}*-]{3,160}?)(?::L?\d[\d,L-]{0,40})?`?\s?(?:\*{2}\s?)?(?:[-–—:]|->|→)\s/;

/** `Line 18:` */
const lineFirst = /^lines?\s\d[\d\s,–-]{0,20}:?\*{0,2}:?\s/i;

/** How much of a name's front is a date or the place in the code: ``2025-04-02 ``, `` `src/a.ts:88` — ``. */
export function lengthOfLead(rest: string): number {
  const dated = date.exec(rest) ?? lineFirst.exec(rest);
  if (dated) return dated[0].length;
  const placed = place.exec(rest);
  return placed?.[1] && /^`|:L?\d/.test(placed[0]) && looksLikePath(placed[1]) ? placed[0].length : 0;
}

/** A footnote, a person or a place with lines behind a name: `[^1]`, ` @lena`, `` `api/logs.py:44` ``. */
export const behindName =
  /\[\^[\w-]{1,20}\]$|\s@[\w-]{2,30}$|\s\(@[\w-]{2,30}\)$|(?<!\b(?:in|from|at|to|of|by|on|with|into|see))(?:,?\s(?:see|cf\.))?[\s,]{1,3}`[\w@~./\\()[\]{}*-]{3,120}:L?\d[\d,L-]{0,40}`$/;

/** Whether a group in parentheses only says where: ``(`src/a.ts:4`, #240)``. */
export function saysWhere(group: string): boolean {
  const parts = group.split(/,\s|\s(?:and|&)\s/).map((part) => part.replace(/`/g, '').trim());
  return parts.every(
    (part) =>
      /^(?:PR |GH-)?#\d+$/.test(part) ||
      (/[./]/.test(part) && looksLikePath(part.replace(/(?::L?|#L)\d[\d,L-]*$/, ''))),
  );
}

/** Whether a group in parentheses holds a field: `(owner: Kai)`. */
export const isFieldGroup = (group: string): boolean => {
  const key = /^([A-Za-z][A-Za-z ]{1,24}):\s/.exec(group)?.[1];
  return key !== undefined && fieldName(key) !== undefined;
};

/** When and where a status came to be: ` 2025-01-02`, ` in v2.4`, ` by #812 (PR)`. */
const remark =
  /^[\s*_:,(]{0,6}(?:(?:on|in|to|until|by|via|with|as of|since|at|see|per|PR|commit|sprint)\s){0,4}(?=[^\d\s]{0,60}\d)[\w.#:/`-]{1,80}[\s*_)]{0,6}$/i;

/** A status whose words are all that stands there. */
export function statusOf(text: string, span: Span): StatusMark | undefined {
  const status = readStatus(text, span, 'heading');
  const end = Math.max(status?.word?.end ?? 0, status?.sign?.end ?? 0);
  return status && /^[\s*_]*$/.test(text.slice(end, span.end)) ? status : undefined;
}

/** What became of it, in brackets behind a name: `(SOLVED)`, `(merged)`. */
export function outcomeIn(text: string, span: Span): StatusMark | undefined {
  const status = readStatus(text, span, 'field');
  if (!status?.word || !/^[\s*_]*$/.test(text.slice(status.word.end, span.end))) return undefined;
  const said = text.slice(status.word.start, status.word.end);
  const isOutcome = status.status === 'fixed' && !/^(?:ok|okay|ready|live|working|yes|green)$/i.test(said);
  return isOutcome || /^[A-Z][A-Z' -]{3,}$/.test(said) ? { ...status, in: 'heading' } : undefined;
}

/** Who takes care of it: ` (Sofia)`. */
const person = /^[\s*_]*\(@?\p{Lu}[\p{L}.-]{1,20}(?:\s\p{Lu}[\p{L}.-]{0,20})?\)$/u;

/** A status at the end of a name, with a remark of when and where behind it. */
export function statusAtEnd(text: string, span: Span): StatusMark | undefined {
  const status = readStatus(text, span, 'heading');
  if (!status) return undefined;
  const behind = text.slice(Math.max(status.word?.end ?? 0, status.sign?.end ?? 0), span.end);
  if (/^[\s*_]*$/.test(behind) || (status.word && (remark.test(behind) || person.test(behind))))
    return status;
  // In capitals it is no part of a sentence: `FIXED by Ana`, `DEFERRED to the next release`.
  const word = status.word && text.slice(status.word.start, status.word.end);
  return word &&
    /^[A-Z][A-Z' -]+$/.test(word) &&
    /^[\s*_]*[:,;(]|^\s(?:by|to|in|on|until|via|with)\s/.test(behind)
    ? status
    : undefined;
}

/** A sign and words behind it, or capitals, where a name ends: ` ✅ FIXED`, ` RESOLVED`. */
export const signedEnd =
  /\s((?:\p{Extended_Pictographic}\uFE0F?\s?){1,2}\*{0,2}[\p{L}][\p{L}'’ -]{2,24}|(?<=[a-z)\]`]\s)[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2})\*{0,2}$/u;
