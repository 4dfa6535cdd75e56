import type { BlockerEntry, Inherited } from './blockerEntry.ts';
import { fieldName, type ItemSyntax } from './fieldSyntax.ts';
import { itemOf, readFields } from './fields.ts';
import { type HeadingSyntax, readHeading } from './heading.ts';
import { withTagsBehind } from './headingTags.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { lengthOfLead } from './nameEnds.ts';
import { isPriority } from './priority.ts';
import { isArea, isNothing } from './sectionKind.ts';
import { type Span, slice, trimmed } from './span.ts';
import { readStatus } from './status.ts';

/** How much it takes for an item to be a blocker: an id, a checkbox or bold name as well, or any text. */
export type Admission = 'id' | 'marked' | 'any';

/** Where an item's name ends: behind bold text at its start, else before its explanation, else with its first line. */
function nameSpan(text: string, item: ItemSyntax): { span: Span; bold: boolean; rest: string } {
  const { content } = item;
  const raw = slice(text, content);
  const lineEnd = /\r\n|\n|\r/.exec(raw)?.index ?? raw.length;
  const line = raw.slice(0, lineEnd);
  const bold =
    /^(?:[^\p{L}\p{N}*_`:]|:[a-z0-9_+-]{2,40}:|:)*?(\*\*|__)(?=\S)((?:[^*_\\]|[*_](?![*_]))+?)\1/u.exec(line);
  if (bold) {
    const rest = line.slice(bold[0].length);
    // `**BLOCK-1**: Name` and `**#1** Name` go on behind the id.
    const said = (bold[2] ?? '').trim();
    const idOnly =
      isPriority(said) ||
      /^[[(]?(?:#?\d+[.)]?|[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_.]?\d+|P\d|critical|high|medium|low|lines? \d[\d\s,–-]*)[\])]?:?$/i.test(
        said,
      );
    // `**Legal:** Terms not reviewed` names the area or the person first.
    const label =
      /^(\S+):\s?$/.exec(bold[2] ?? '')?.[1] ??
      (/^\s?:/.test(rest) ? /^\S+$/.exec(bold[2] ?? '')?.[0] : undefined);
    const told = rest.replace(/^[^\p{L}\p{N}`]+/u, '');
    const area =
      label !== undefined &&
      fieldName(label) === undefined &&
      (isArea(label) || item.box !== undefined || told !== '') &&
      !readsStatus(rest);
    if (!idOnly && !area) {
      return { span: { start: content.start, end: content.start + bold[0].length }, bold: true, rest };
    }
  }
  // `src/a.ts:18` — what is wrong there.
  const signs = /^[^\p{L}\p{N}`]{0,4}/u.exec(line)?.[0].length ?? 0;
  const lead = bold ? 0 : signs + lengthOfLead(line.slice(signs));
  if (lead > signs && !/^\d{4}-/.test(line.slice(signs))) {
    const named = { start: content.start + lead, end: content.start + lineEnd };
    return { span: trimmed(text, named), bold: false, rest: '' };
  }
  const skipped = bold ? 0 : (idFirst.exec(line)?.[0].length ?? 0);
  const end = bold ? lineEnd : skipped + explanationAt(line.slice(skipped));
  return {
    span: trimmed(text, { start: content.start, end: content.start + Math.min(end, lineEnd) }),
    bold: bold !== null,
    rest: line,
  };
}

/** An id before a name, which is no part of its length. */
const idFirst = /^(?:\[[^\]\n]{1,20}\]\([^()\s]{1,300}\)|#\d{1,6}|[A-Z]{1,8}-\d{1,6})[:\s]\s*/;

/** Where the explanation behind a name begins; what stands in parentheses is read with the name. */
function explanationAt(line: string): number {
  let open = 0;
  for (const { 0: found, index } of line.matchAll(behind)) {
    if (found === '(') open += 1;
    else if (found === ')') open -= open > 0 ? 1 : 0;
    else if (open === 0 && (index >= 14 || (index >= 8 && isWord(found, line, index)))) return index;
  }
  return line.length;
}

/** Whether a dash this early stands behind a word, not behind an id or a priority. */
const isWord = (found: string, line: string, index: number): boolean =>
  /^\s/.test(found) && /\p{Ll}{4}/u.test(line.slice(0, index));

/** A dash, a colon, or the end of a sentence before the next. */
const behind = /[()]|\s(?:[–—]|-{1,2})\s|:\s(?=\S)|[.!?;]\s(?=[\p{Lu}`*@])/gu;

const readsStatus = (rest: string): boolean => {
  const said = rest.replace(/^[\s:*]+/, '');
  const status = readStatus(said, { start: 0, end: said.length }, 'heading');
  // "Blocked on the vendor" tells what is wrong.
  const end = Math.max(status?.word?.end ?? 0, status?.sign?.end ?? 0);
  return status !== undefined && !/^\s+\p{Ll}/u.test(said.slice(end));
};

/** Numbers and words that say how much, not what: `**Total Issues:** 12`, `**Security Risk:** HIGH 🔴`. */
const measure =
  /^\s*:?\*{0,2}:?\s*(?:~?\d[\d\s%.,/=()-]*(?:%|hours?|days?|weeks?|issues?|items?|blockers?|files?|lines?)?[^\p{L}\p{N}]*|(?:high|medium|low|critical|none|n\/a|tbd|yes|no)[^\p{L}\p{N}]*)$/iu;

const isLabel = (raw: string, item: ItemSyntax): boolean => /:\**\s*$/.test(raw) && item.nested.length > 0;

/** Whether signs stand before all items as checkboxes would, some of them for what is still to do. */
function isSigned(text: string, list: MarkdownNode): boolean {
  const marks = list.children.map(({ children: [first] }) =>
    first?.type === 'paragraph' ? readStatus(text, first.content, 'heading') : undefined,
  );
  return marks.every((mark) => mark?.sign) && marks.some((mark) => mark?.status !== 'fixed');
}

/** Whether a list tells of one thing, key by key: what it does not know as a key is no blocker then. */
const holdsFields = (text: string, list: MarkdownNode): boolean =>
  readFields(text, [list]).filter(
    ({ name, style }) => style === 'bullet' && name !== undefined && about.has(name),
  ).length > 0;
const about: ReadonlySet<string> = new Set(['status', 'priority', 'owner', 'locations', 'effort', 'id']);

/** The blockers that a list's items are. */
export function itemEntries(
  text: string,
  list: MarkdownNode,
  inherited: Inherited,
  admission: Admission,
): BlockerEntry[] {
  const signs = isSigned(text, list);
  const keyed = holdsFields(text, list);
  return list.children.flatMap((node) => {
    const item = itemOf(text, node);
    const nestedLists = node.children.filter(({ type }) => type === 'list');
    const nested = (): BlockerEntry[] =>
      nestedLists.flatMap((one) =>
        itemEntries(text, one, inherited, admission === 'any' ? 'marked' : admission),
      );
    const raw = slice(text, item.content);
    if (keyed && !item.box && /^(?:\*\*|__)[A-Z][^*_:\n]{1,30}(?::\*\*|\*\*\s?:|:__|__\s?:)\s/.test(raw))
      return [];
    const boxesBelow = !item.box && item.nested.some(({ box }) => box);
    if (!item.block || raw === '') return [];
    const { span, bold, rest } = nameSpan(text, item);
    const lineEnd =
      span.end +
      (/[\r\n]/.exec(text.slice(span.end, item.content.end))?.index ?? item.content.end - span.end);
    const heading = withTagsBehind(text, readHeading(text, item.block, span), {
      start: span.end,
      end: lineEnd,
    });
    const hasId = heading.id !== undefined || heading.named;
    if (boxesBelow && !hasId) return nested();
    const whole = plainTextOf(text, item.block, item.content);
    if (isNothing(heading.name) || isNothing(whole) || isNothing(whole.replace(/^[\p{L}\d]{1,20}:\s/u, '')))
      return [];
    if (!hasId) {
      if (admission === 'id') return [];
      const key = plainTextOf(text, item.block, span).replace(/ ?:$/, '');
      if (bold && fieldName(key) && /^\s*:|:\**$/.test(rest + slice(text, span))) return [];
      if (bold && measure.test(rest.slice(0, 100))) return [];
      if (!bold && /^[\w /()-]{2,40}:\s*[~\d]/.test(raw) && measure.test(raw.slice(raw.indexOf(':'), 140)))
        return [];
      const plainKey = bold ? undefined : /^([A-Za-z][\w /()-]{1,30}):\s/.exec(raw)?.[1];
      if (plainKey && fieldName(plainKey) && !item.box && !heading.status?.word) return [];
      if (isLabel(raw, item) && !item.box) return nested();
      const signed =
        /^(?:[⚠🔴🟠🟡❗🚨]|:x:|:warning:)/u.test(raw) ||
        (heading.status?.sign && (signs || heading.status.status !== 'fixed'));
      if (admission === 'marked' && !item.box && !bold && !signed) return [];
      if (whole.length < 4) return [];
    }
    return [entryOf(text, node, item, heading, inherited)];
  });
}

function entryOf(
  text: string,
  node: MarkdownNode,
  item: ItemSyntax,
  heading: HeadingSyntax,
  inherited: Inherited,
): BlockerEntry {
  const [, ...below] = node.children;
  return {
    kind: 'item',
    heading,
    span: { start: node.start, end: trimmed(text, node).end },
    headingEnd: item.content.end,
    ownEnd: node.end,
    fields: [...(item.block ? inlineFields(text, item.block, heading) : []), ...readFields(text, below)],
    inherited,
    blocks: [...(item.block ? [item.block] : []), ...below],
    item,
  };
}

/** The fields in the item's own text, behind its name: `- **Name** … **Status:** Open`. */
function inlineFields(text: string, block: MarkdownNode, { content }: HeadingSyntax) {
  return readFields(text, [block]).filter(
    ({ span, name }) => name !== undefined && span.start >= content.end,
  );
}
