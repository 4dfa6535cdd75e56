import { fieldName } from './fieldSyntax.ts';
import { withoutHtml } from './foldedParts.ts';
import { TextBlock } from './markdown/textBlock.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { isPriority } from './priority.ts';
import { isDate, isGroup, namesFault, sectionKind } from './sectionKind.ts';
import { linesOf, type Span, slice, trimmed } from './span.ts';

/** A heading and what stands below it. The document itself is a section without heading. */
export interface Section extends Span {
  readonly heading?: MarkdownNode;
  /** 0 for the document, else the heading's, 1 to 6. */
  readonly depth: number;
  /** What stands between the heading and the first section in it. */
  readonly blocks: readonly MarkdownNode[];
  readonly sections: readonly Section[];
}

/** A section and all that are in it, in the document's order. */
export const everySection = (section: Section): Section[] => [
  section,
  ...section.sections.flatMap(everySection),
];

interface OpenSection {
  heading?: MarkdownNode;
  depth: number;
  start: number;
  end: number;
  blocks: MarkdownNode[];
  sections: OpenSection[];
}

/** Orders blocks into sections by the depth of their headings. A rule at a section's end only separates. */
export function sectionsOf(text: string, blocks: readonly MarkdownNode[]): Section {
  const document: OpenSection = { depth: 0, start: 0, end: 0, blocks: [], sections: [] };
  const path = [document];
  for (const block of withoutHtml(text, blocks).flatMap((one) => splitAtBold(text, withBullets(text, one)))) {
    if (block.type === 'html' && /^<\/details>/i.test(text.slice(block.start, block.start + 10)))
      closeFold(path);
    const isGroupHere = (path.at(-1)?.depth ?? 0) <= groupDepth && isBoldGroup(text, block);
    if (
      block.type === 'heading' ||
      isGroupHere ||
      isBoldHeading(text, block) ||
      isNumberedLine(text, block)
    ) {
      const depth = block.depth ?? (isGroupHere ? groupDepth : boldDepth);
      while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
      const section = { heading: block, depth, start: block.start, end: block.end, blocks: [], sections: [] };
      path.at(-1)?.sections.push(section);
      path.push(section);
    } else {
      path.at(-1)?.blocks.push(block);
    }
    if (block.type === 'thematicBreak') continue;
    for (const section of path) section.end = block.end;
  }
  nameParagraphs(text, document);
  return document;
}

/** Ends the innermost folded part, whose heading has a depth between those of Markdown. */
function closeFold(path: OpenSection[]): void {
  const at = path.findLastIndex(({ depth }) => !Number.isInteger(depth));
  if (at > 0) path.length = at;
}

/** Parts groups whose paragraphs each name a blocker as if each had a heading. */
function nameParagraphs(text: string, section: OpenSection): void {
  for (const child of section.sections) nameParagraphs(text, child);
  if (!section.heading || section.sections.length > 0 || section.blocks.length === 0) return;
  const at = namedParagraphs(text, section.blocks);
  if (
    at.length === 0 ||
    (at.length < 2 && !at[0]?.hasId && !isDate(slice(text, section.heading.content))) ||
    !standsOverGroup(slice(text, section.heading.content))
  )
    return;
  const blocks = section.blocks.splice(at[0]?.index ?? 0);
  const from = section.blocks.length;
  section.sections = at.map(({ index, heading, rest }, position) => {
    const below = blocks.slice(
      index - from + 1,
      (at[position + 1]?.index ?? Number.POSITIVE_INFINITY) - from,
    );
    const all = rest ? [rest, ...below] : below;
    const { start, end } = heading;
    return { heading, depth: boldDepth, start, end: all.at(-1)?.end ?? end, blocks: all, sections: [] };
  });
}

const standsOverGroup = (title: string): boolean =>
  !namesFault(title) &&
  (sectionKind(title) === 'list' ||
    isDate(title) ||
    (isGroup(title) && sectionKind(title) === undefined) ||
    isPriority(title) ||
    /^\W*(?:done|completed)\W*$/i.test(title));

/** Below all headings. */
const boldDepth = 7;
/** Groups named in bold stand above blockers named in bold. */
const groupDepth = 2.5;

/** A paragraph that is one bold line naming a group: `**Blockers (3)**`. */
function isBoldGroup(text: string, { type, content }: MarkdownNode): boolean {
  if (type !== 'paragraph' || content.end - content.start > 60 || text.charCodeAt(content.start) !== 42)
    return false;
  const title = /^\*\*([^*\n]+)\*\*:?$/.exec(slice(text, content))?.[1]?.replace(/:$/, '');
  return (
    title !== undefined &&
    fieldName(title) === undefined &&
    (isPriority(title) || (isGroup(title) && sectionKind(title) !== undefined && !namesFault(title)))
  );
}

/** A paragraph that is one line such as `Issue #1 — Customers have orphans`. */
const isNumberedLine = (text: string, { type, content }: MarkdownNode): boolean =>
  type === 'paragraph' &&
  content.end - content.start < 160 &&
  /^(?:issue|blocker|bug|finding|gap|problem|defect)\s#?\d{1,4}\s?(?:[:.]|\s[-–—])\s[^\n]+$/i.test(
    slice(text, content),
  );

/** Lines that start with `•` as the list they look like. */
function withBullets(text: string, block: MarkdownNode): MarkdownNode {
  if (block.type !== 'paragraph' || text.charAt(block.content.start) !== '•') return block;
  const lines = linesOf(text, block.content);
  if (lines.some((line) => !/^\s*•\s/.test(slice(text, line)))) return block;
  const children = lines.map((line): MarkdownNode => {
    const from = line.start + slice(text, line).indexOf('•') + 1;
    return {
      type: 'listItem',
      ...line,
      content: line,
      children: [textBlock(text, trimmed(text, { start: from, end: line.end }))],
    };
  });
  return { type: 'list', start: block.start, end: block.end, content: block, children };
}

/** Cuts a paragraph behind its first line where that stands for a heading. */
function splitAtBold(text: string, block: MarkdownNode): readonly MarkdownNode[] {
  if (block.type !== 'paragraph' || !/^\W{0,12}\*\*/.test(text.slice(block.start, block.start + 14)))
    return [block];
  const [first] = linesOf(text, block);
  if (!first || first.end === block.end) return [block];
  const head = textBlock(text, trimmed(text, first));
  if (!isBoldHeading(text, head)) return [block];
  return [head, textBlock(text, trimmed(text, { start: first.end, end: block.end }))];
}

/** Paragraphs that start with a name: `**Sync loses edits.** The last …`, or with a key for it: `ID: CUT-1`. */
function namedParagraphs(text: string, blocks: readonly MarkdownNode[]) {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'paragraph') return [];
    const raw = text.slice(block.start, Math.min(block.end, block.start + 240));
    const found = boldName.exec(raw) ?? keyedName.exec(raw);
    if (!found?.[1] || found[1].endsWith(':')) return [];
    const start = block.start + found[0].length - found[1].length - (found[2]?.length ?? 0);
    const heading = new TextBlock(
      'heading',
      text,
      block,
      { start, end: start + found[1].length + (found[2]?.length ?? 0) },
      false,
      boldDepth,
    );
    const behind = trimmed(text, { start: block.start + found[0].length, end: block.end });
    const rest = behind.end > behind.start ? textBlock(text, behind) : undefined;
    const hasId = /^\W*[A-Z][A-Z0-9]{0,9}[-_]?\d{1,5}[\].:)]?\s/.test(found[1]);
    return [{ index, heading, rest, hasId }];
  });
}

const boldName =
  /^(?:[A-Z][.)]\s)?[^\p{L}\p{N}`\n]{0,12}?\*\*((?![\s*])[^*\n]{3,160}\S)(\*\*(?:\s\([^()\n]{1,40}\))?)(?!\s?:)/u;
const keyedName =
  /^(?:(?:\*\*)?(?:ID|Title|Name|Issue|Blocker|Bug|Problem)(?:\*\*:|:(?:\*\*)?)[ \t]+(?=\S)|(?=\[?[A-Z]{1,8}[-_]?\d{1,5}\b))([^\n]{2,140}?)[ \t]*(?=\n[ \t]*(?:\*\*)?[A-Z][\w ]{1,24}(?:\*\*)?:)/;

const textBlock = (text: string, span: Span): MarkdownNode =>
  new TextBlock('paragraph', text, span, span, false);

/** A paragraph that is one bold line with a number or id before its name stands for a heading: `**1. Keys in code**`. */
function isBoldHeading(text: string, { type, content }: MarkdownNode): boolean {
  if (type !== 'paragraph' || content.end - content.start > 200) return false;
  const raw = text.slice(content.start, content.end);
  if (!/^[^\p{L}\p{N}\n]{0,12}\*\*/u.test(raw)) return false;
  return /^[^\p{L}\p{N}*\n]{0,12}\*\*[^\p{L}\p{N}*\n]{0,8}(?:\d{1,3}(?:\.\d{1,3})?[.):]\s|[A-Z]{1,3}\d{1,3}[.):]\s|#?[A-Z][A-Z0-9]{0,9}(?:[-_][A-Z0-9]{1,8}){0,3}[-_][A-Z]{0,2}\d{1,6}\b|(?:issue|blocker|bug|finding|gap|critical|major|minor|high|medium|low) #?\d)[^*\n]+\*\*(?:[^\n*`]|\*(?!\*)){0,40}$/iu.test(
    raw,
  );
}
