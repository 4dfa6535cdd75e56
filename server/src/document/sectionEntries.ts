import type { BlockerEntry } from './blockerEntry.ts';
import { isBlocker, type Place } from './blockerSections.ts';
import { chooseEntries, withoutUntagged } from './chooseEntries.ts';
import { withLegend } from './colourLegend.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { HeadingSyntax } from './heading.ts';
import { type Admission, itemEntries } from './itemEntries.ts';
import { sectionPriority } from './priority.ts';
import { withPriorityLegend } from './priorityLegend.ts';
import { rowEntries } from './rowEntries.ts';
import { SectionFacts } from './sectionFacts.ts';
import { isDate, isGroup, isVersion, sectionKind } from './sectionKind.ts';
import type { Section } from './sections.ts';
import { withSiblingIds } from './siblingIds.ts';
import { slice } from './span.ts';
import { groupStatus, readStatus } from './status.ts';
import { sameName } from './words.ts';

/** What a document tells, sorted: blockers, and the fields that belong to none. */
export interface Entries {
  readonly blockers: readonly BlockerEntry[];
  readonly otherFields: readonly FieldSyntax[];
}

/** Finds the blockers in a document, in its order. */
export function findEntries(text: string, document: Section): Entries {
  return new EntryFinder(text).find(document);
}

/** `P2 (Post-Launch)` says when what is in it may be done, not that it was put off. */
const isTime = (title: string): boolean => /\bpost[- ]launch\b/i.test(title);

/** A stretch of time with a table of what was blocked then: `## Sprint 24 (current)`. */
const isPeriod = ({ blocks, sections }: Section, title: string): boolean =>
  /^\W{0,8}(?:sprint|iteration|week|cw|kw|month|q[1-4]|release|pi)[\s-][\w.]{1,30}\W{0,8}(?:\([^()]{0,80}\))?$/i.test(
    title,
  ) &&
  sections.length === 0 &&
  blocks.some(({ type }) => type === 'table');

/** `Production Readiness Review`, which tells of what is well, too. */
const isReview = (title: string): boolean =>
  /\b(?:readiness|review|audit|assessment)\b/i.test(title) && !/\b(?:check-?list|blockers?)\b/i.test(title);

/** A check mark before a name, and no id. */
const isPass = ({ id, status }: HeadingSyntax): boolean =>
  id === undefined && status?.status === 'fixed' && status.sign !== undefined && status.word === undefined;

class EntryFinder {
  readonly #text: string;
  readonly #facts: SectionFacts;
  readonly #blockers: BlockerEntry[] = [];
  /** Items and headings that may be blockers where the document has nothing that is one more clearly. */
  readonly #weak = new Set<BlockerEntry>();
  /** Plain items below a title that lists blockers: they count where nothing else does. */
  readonly #plain: BlockerEntry[] = [];
  readonly #otherFields: FieldSyntax[] = [];
  /** What tables so far have named: a heading of that name tells more of the same blocker. */
  readonly #inRows = new Set<string>();
  /** Whether headings beside the one at hand are marked as blockers: a check mark is one of them done. */
  #besideSigns = false;
  /** Whether one of them says that something is wrong. */
  #besideFaults = false;

  /** Whether the title at hand says no more than that blockers are listed: `# Blocking issues`. */
  #titleLists = false;

  /** Whether the title is that of a check: what passes there was no blocker. */
  #titleChecks = false;

  /** The heading that may be the document's title; others beside it may be blockers. */
  #first: Section | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#facts = new SectionFacts(text);
  }

  find(document: Section): Entries {
    this.#first = document.sections[0];
    this.#walk(document, {
      above: { lists: 'title' },
      inBlocker: false,
      aside: false,
      weak: false,
      belowTitle: false,
    });
    const all = withSiblingIds(this.#text, this.#blockers.length > 0 ? this.#blockers : this.#plain);
    const weak = new Set(all.filter((_, index) => this.#weak.has(this.#blockers[index] as BlockerEntry)));
    const chosen = withoutUntagged(this.#text, chooseEntries(all, weak), weak);
    const read = withPriorityLegend(this.#text, withLegend(this.#text, chosen));
    return { blockers: read, otherFields: this.#otherFields };
  }

  #walk(section: Section, place: Place): void {
    const heading = this.#facts.heading(section);
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    const found = heading !== undefined && this.#isBlocker(section, heading, place);
    const around = found ? { ...place, inBlocker: true } : this.#placeIn(section, title, place);
    const inside: Place = { ...around, belowTitle: section.depth === 1 };
    if (section === this.#first) this.#titleChecks = isReview(title);
    if (section.depth === 1)
      this.#titleLists = isGroup(title) && (sectionKind(title) === 'list' || /\bblockers\b/i.test(title));
    if (found) {
      this.#blockers.push({
        kind: 'section',
        heading,
        span: { start: section.start, end: section.end },
        headingEnd: section.heading?.end ?? section.start,
        ownEnd: section.sections[0]?.start ?? section.end,
        fields: this.#facts.fieldsOf(section),
        inherited: place.above,
        blocks: section.blocks,
      });
    } else if (!place.inBlocker) {
      this.#readBlocks(section, inside);
    }
    const besideSigns = this.#besideSigns;
    const besideFaults = this.#besideFaults;
    this.#besideSigns = section.sections.some((child) => this.#facts.isMarked(child));
    this.#besideFaults = section.sections.some((child) => this.#facts.saysWrong(child));
    for (const child of section.sections) this.#walk(child, inside);
    this.#besideSigns = besideSigns;
    this.#besideFaults = besideFaults;
  }

  #isBlocker(section: Section, heading: HeadingSyntax, place: Place): boolean {
    return isBlocker(this.#text, this.#facts, section, heading, place, {
      first: this.#first,
      inRows: this.#inRows,
      titleLists: this.#titleLists,
      besideSigns: this.#besideSigns,
      besideFaults: this.#besideFaults,
    });
  }

  /** What a section says of the blockers in it: `## HIGH (Development Code)`, `### Recently Fixed Blockers`. */
  #placeIn(section: Section, title: string, place: Place): Place {
    if (!section.heading || place.inBlocker) return place;
    // A document may have several headings of the first level, of which only the first is its title.
    const isTitle = section.depth === 1 && section === this.#first;
    const kind =
      this.#titleLists && isDate(title)
        ? 'list'
        : isTitle || (this.#titleLists && isPeriod(section, title))
          ? undefined
          : sectionKind(title);
    // A title names the document's subject: `# High Availability Blockers`.
    const priority = !isTitle || /\bP\d\b/.test(title) ? sectionPriority(title) : undefined;
    // A sign before a section decorates it; words such as "Recently Fixed" say what is in it.
    const words = title.replace(/^\W*recently\s+|^\W*accepted(?=(?: \w+){0,2} blockers?\b)/i, '');
    const mark = readStatus(words, { start: 0, end: words.length }, 'heading');
    const said = mark?.word ? mark : this.#facts.heading(section)?.status;
    const status = said?.word ? said.status : isTitle ? undefined : groupStatus(title);
    const only = section.depth === 1 && section.sections.every(({ depth }) => depth > 6);
    const says = kind === 'list' || (!isTitle && priority !== undefined && kind !== 'aside') || only;
    const back = place.aside && kind === 'list' && isGroup(title);
    const { lists, ...rest } = place.above;
    const listing = kind === 'aside' && !back ? undefined : says ? 'section' : lists;
    return {
      ...place,
      aside: kind === 'aside' || place.aside || isVersion(title),
      weak: place.weak || kind === 'checklist',
      above: {
        ...rest,
        ...(listing && { lists: listing }),
        ...(priority && { priority }),
        ...(status && !(priority && isTime(title)) && { status }),
      },
    };
  }

  /** Reads the tables, lists and fields that stand in a section that is no blocker. */
  #readBlocks(section: Section, place: Place): void {
    const text = this.#text;
    this.#otherFields.push(...this.#facts.ownFields(section));
    const { above, aside, weak } = place;
    const listing = aside && above.lists !== 'section' ? undefined : above.lists;
    const blockersBelow = section.sections.some((child) => this.#facts.isEntryItself(child));
    const add = (entries: readonly BlockerEntry[], isWeak: boolean): void => {
      this.#blockers.push(...entries);
      if (isWeak) for (const entry of entries) if (entry.heading.id === undefined) this.#weak.add(entry);
    };
    for (const block of section.blocks.flatMap((one) => (one.type === 'blockquote' ? one.children : [one]))) {
      if (block.type === 'table') {
        const rows = rowEntries(text, block, above, aside);
        for (const { heading } of rows) this.#inRows.add(sameName(heading.name));
        add(rows, weak);
      }
      if (block.type !== 'list' || listing === undefined) continue;
      const admission: Admission = aside ? 'id' : listing === 'title' || blockersBelow ? 'marked' : 'any';
      const items = itemEntries(text, block, above, admission);
      add(
        this.#titleChecks ? items.filter(({ heading }) => !isPass(heading)) : items,
        weak || listing === 'title',
      );
      if (this.#titleLists && listing === 'title' && admission === 'marked' && this.#blockers.length === 0)
        this.#plain.push(...itemEntries(text, block, above, 'any'));
    }
  }
}
