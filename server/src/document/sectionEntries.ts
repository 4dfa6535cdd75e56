import type { BlockerEntry, Inherited } from './blockerEntry.ts';
import { chooseEntries } from './chooseEntries.ts';
import { withLegend } from './colourLegend.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { headingField, readFields } from './fields.ts';
import { type HeadingSyntax, readHeading } from './heading.ts';
import { type Admission, itemEntries } from './itemEntries.ts';
import { isPriority, sectionPriority } from './priority.ts';
import { rowEntries } from './rowEntries.ts';
import {
  isArea,
  isGroup,
  isNothing,
  isPart,
  isStatement,
  isVersion,
  namesFault,
  sectionKind,
  startsAside,
} from './sectionKind.ts';
import type { Section } from './sections.ts';
import { withSiblingIds } from './siblingIds.ts';
import { slice } from './span.ts';
import { groupStatus, readStatus } from './status.ts';
import { tellingFields } from './vocabulary/fields.ts';
import { sameName } from './words.ts';

/** What a document tells, sorted: blockers, and the fields that belong to none. */
export interface Entries {
  readonly blockers: readonly BlockerEntry[];
  readonly otherFields: readonly FieldSyntax[];
}

/** Where in the document a section stands. */
interface Place {
  readonly above: Inherited;
  readonly inBlocker: boolean;
  /** In a part that lists nothing of its own: a summary, a plan. */
  readonly aside: boolean;
  /** In a checklist, whose items are blockers where the document has no others. */
  readonly weak: boolean;
  /** Directly below the document's title. */
  readonly belowTitle: boolean;
}

/** Finds the blockers in a document, in its order. */
export function findEntries(text: string, document: Section): Entries {
  return new EntryFinder(text).find(document);
}

class EntryFinder {
  readonly #text: string;
  readonly #headings = new Map<Section, HeadingSyntax>();
  readonly #fields = new Map<Section, readonly FieldSyntax[]>();
  readonly #blockers: BlockerEntry[] = [];
  /** Items and headings that may be blockers where the document has nothing that is one more clearly. */
  readonly #weak = new Set<BlockerEntry>();
  readonly #otherFields: FieldSyntax[] = [];
  /** What tables so far have named: a heading of that name tells more of the same blocker. */
  readonly #inRows = new Set<string>();
  /** Whether headings beside the one at hand are marked as blockers: a check mark is one of them done. */
  #besideSigns = false;

  /** Whether the title at hand says no more than that blockers are listed: `# Blocking issues`. */
  #titleLists = false;

  /** The heading that may be the document's title; others beside it may be blockers. */
  #first: Section | undefined;

  constructor(text: string) {
    this.#text = text;
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
    const all = withSiblingIds(this.#text, this.#blockers);
    const weak = new Set(all.filter((_, index) => this.#weak.has(this.#blockers[index] as BlockerEntry)));
    return { blockers: withLegend(this.#text, chooseEntries(all, weak)), otherFields: this.#otherFields };
  }

  #heading(section: Section): HeadingSyntax | undefined {
    const { heading } = section;
    if (!heading) return undefined;
    let read = this.#headings.get(section);
    if (!read) {
      read = readHeading(this.#text, heading, heading.content);
      this.#headings.set(section, read);
    }
    return read;
  }

  #ownFields(section: Section): readonly FieldSyntax[] {
    let fields = this.#fields.get(section);
    if (!fields) {
      fields = readFields(this.#text, section.blocks);
      this.#fields.set(section, fields);
    }
    return fields;
  }

  #tells(section: Section): boolean {
    return this.#ownFields(section).some(({ name }) => name && tellingFields.has(name));
  }

  #walk(section: Section, place: Place): void {
    const heading = this.#heading(section);
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    const found = heading !== undefined && this.#isBlocker(section, heading, title, place);
    const around = found ? { ...place, inBlocker: true } : this.#placeIn(section, title, place);
    const inside: Place = { ...around, belowTitle: section.depth === 1 };
    if (section.depth === 1) this.#titleLists = isGroup(title) && sectionKind(title) === 'list';
    if (found) {
      this.#blockers.push({
        kind: 'section',
        heading,
        span: { start: section.start, end: section.end },
        headingEnd: section.heading?.end ?? section.start,
        ownEnd: section.sections[0]?.start ?? section.end,
        fields: this.#fieldsOf(section),
        inherited: place.above,
        blocks: section.blocks,
      });
    } else if (!place.inBlocker) {
      this.#readBlocks(section, inside);
    }
    const besideSigns = this.#besideSigns;
    this.#besideSigns = section.sections.some((child) => this.#isMarked(child));
    for (const child of section.sections) this.#walk(child, inside);
    this.#besideSigns = besideSigns;
  }

  /** What a section says of the blockers in it: `## HIGH (Development Code)`, `### Recently Fixed Blockers`. */
  #placeIn(section: Section, title: string, place: Place): Place {
    if (!section.heading || place.inBlocker) return place;
    const kind = section.depth > 1 ? sectionKind(title) : undefined;
    // A title names the document's subject: `# High Availability Blockers`.
    const priority = section.depth > 1 || /\bP\d\b/.test(title) ? sectionPriority(title) : undefined;
    // A sign before a section decorates it; words such as "Recently Fixed" say what is in it.
    const words = title.replace(/^\W*recently\s+/i, '');
    const mark = readStatus(words, { start: 0, end: words.length }, 'heading');
    const said = mark?.word ? mark : this.#heading(section)?.status;
    const status = said?.word ? said.status : section.depth > 1 ? groupStatus(title) : undefined;
    const only = section.depth === 1 && section.sections.every(({ depth }) => depth > 6);
    const says = kind === 'list' || (section.depth > 1 && priority !== undefined && kind !== 'aside') || only;
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
        ...(status && { status }),
      },
    };
  }

  /** Reads the tables, lists and fields that stand in a section that is no blocker. */
  #readBlocks(section: Section, place: Place): void {
    const text = this.#text;
    this.#otherFields.push(...this.#ownFields(section));
    const { above, aside, weak } = place;
    const listing = aside && above.lists !== 'section' ? undefined : above.lists;
    const blockersBelow = section.sections.some((child) => this.#isEntryItself(child));
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
      add(itemEntries(text, block, above, admission), weak || listing === 'title');
    }
  }

  /** Says by itself that it is a blocker. */
  #hasId(section: Section): boolean {
    const heading = this.#heading(section);
    return heading !== undefined && (heading.id !== undefined || heading.named);
  }

  /** Whether a section below another looks like a blocker by itself, not like a part of one. */
  #isEntryItself(section: Section): boolean {
    const heading = this.#heading(section);
    if (!heading) return false;
    if (this.#hasId(section)) return true;
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    if (isPart(title) || sectionKind(title) === 'aside') return false;
    return (
      heading.number !== undefined ||
      this.#tells(section) ||
      (heading.priority !== undefined && !isPriority(title))
    );
  }

  /** Marked with a priority, or with a sign that what it says is wrong: `### ❌ No consent before tracking`. */
  #isMarked(section: Section): boolean {
    const heading = this.#heading(section);
    if (!heading?.priority && (!heading?.status?.sign || heading.status.status === 'fixed')) return false;
    if (heading.priority !== undefined) return this.#isEntryItself(section);
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    return namesFault(title) && !isGroup(title) && sectionKind(title) !== 'aside';
  }

  #isBlocker(section: Section, heading: HeadingSyntax, title: string, place: Place): boolean {
    const { above, inBlocker, aside } = place;
    if (heading.id !== undefined)
      return !isNothing(heading.name) || section.blocks.length > 0 || section.sections.length > 0;
    if (heading.named) return !aside || above.lists === 'section';
    if (section.depth === 1 && section !== this.#first) return this.#tellsEnough(section);
    if (inBlocker || section.depth < 2 || isNothing(heading.name)) return false;
    if (this.#inRows.has(sameName(heading.name))) return true;
    if (!section.heading || headingField(this.#text, section.heading, [])) return false;
    const kind = sectionKind(title);
    if (aside || kind === 'checklist' || isPriority(title) || isPriority(heading.name)) return false;
    if (this.#listsMarked(section)) return false;
    const telling = this.#tells(section);
    const numberedHere = heading.number !== undefined;
    const clear =
      (numberedHere && (heading.priority !== undefined || this.#tellsEnough(section))) ||
      (above.lists === 'section' && (numberedHere || telling) && !startsAside(title)) ||
      (this.#tellsEnough(section) && !startsAside(title));
    if (kind === 'aside' && !clear) return false;
    const priority = heading.priority ?? above.priority;
    const numbered = (child: Section) => this.#hasId(child) || this.#heading(child)?.number !== undefined;
    if (heading.number !== undefined) {
      if (section.sections.some((child) => numbered(child) && !this.#isPart(child)) && !telling) return false;
      if (telling || priority !== undefined || above.lists === 'section')
        return !this.#isRoof(section, title, telling);
      return namesFault(title) && section.blocks.length > 0;
    }
    if (isPart(title) && !heading.priority) return false;
    if (section.sections.some((child) => this.#isEntryItself(child))) return false;
    if (telling && (priority !== undefined || above.lists === 'section'))
      return !this.#isRoof(section, title, telling);
    if (telling && (heading.status || above.status || this.#tellsEnough(section))) return true;
    if (isGroup(title) || isArea(title) || this.#listsOthers(section, title)) return false;
    const hasBody =
      section.blocks.some(({ type }) => type !== 'thematicBreak') || section.sections.length > 0;
    // One without a word below stands for a blocker where it is deep enough to be no group.
    if (above.lists === 'section' || (above.priority !== undefined && !isGroup(title)))
      return hasBody || namesFault(title) || (section.depth > 2 && kind === undefined);
    const told = section.blocks.some(({ type }) => type === 'paragraph' || type === 'code');
    if (this.#titleLists && place.belowTitle && told && isStatement(heading.name)) return true;
    if (heading.priority !== undefined || heading.status?.word) return hasBody;
    if (!heading.status || !hasBody) return false;
    return heading.status.status !== 'fixed' ? namesFault(title) : this.#besideSigns;
  }

  /** Whether what stands below a heading is a table or list of blockers, not the explanation of one. */
  #listsOthers({ blocks, depth }: Section, title: string): boolean {
    if (blocks.some(({ type }) => type === 'table')) return true;
    if (namesFault(title) || depth > 2) return false;
    const items = blocks.flatMap(({ type, children }) => (type === 'list' ? children : []));
    const marked = items.filter(
      ({ box, content }) => box || /^\S{1,4}\s+(?:\S{1,2}\s+)?\*\*/.test(slice(this.#text, content)),
    );
    if (items.length >= 2) return marked.length * 2 > items.length;
    return (
      items[0]?.box !== undefined && blocks.every(({ type }) => type === 'list' || type === 'thematicBreak')
    );
  }

  /** Whether a list below has items with priorities of their own: a group, whatever its number or colour. */
  #listsMarked({ blocks }: Section): boolean {
    const items = blocks.flatMap(({ type, children }) => (type === 'list' ? children : []));
    const marked = items.filter(({ start, end }) =>
      /(?:[[(]|\*\*)P[0-4](?:[\])]|\*\*)/.test(this.#text.slice(start, Math.min(end, start + 200))),
    );
    return marked.length > 1 && marked.length * 2 > items.length;
  }

  #isPart(section: Section): boolean {
    return section.heading !== undefined && isPart(slice(this.#text, section.heading.content));
  }

  /** Whether a section only stands over what it lists: `### 1. Critical Issues` with a table below. */
  #isRoof(section: Section, title: string, telling: boolean): boolean {
    if (!isGroup(title) || namesFault(title)) return false;
    if (telling && section.blocks.every(({ type }) => type !== 'table')) return false;
    return (
      section.sections.some((child) => this.#hasId(child)) ||
      section.blocks.some(({ type }) => type === 'table' || type === 'list')
    );
  }

  /** Fields that only what is wrong has, where no heading says that blockers are listed here. */
  #tellsEnough(section: Section): boolean {
    const names = new Set(this.#ownFields(section).flatMap(({ name }) => name ?? []));
    const count = [...names].filter((name) => tellingFields.has(name)).length;
    return (
      names.has('priority') ||
      (count >= 2 && (names.has('locations') || names.has('status') || names.has('impact')))
    );
  }

  /** The fields of a blocker: its own first, then those in the sections below it, less the options to choose from. */
  #fieldsOf(section: Section): FieldSyntax[] {
    const below = section.sections.flatMap((child) => {
      // A section with an id of its own is another blocker, not a part of this one.
      const heading = this.#heading(child);
      if (!child.heading || this.#hasId(child) || /^option\b/i.test(heading?.name ?? '')) return [];
      const asField = headingField(this.#text, child.heading, child.blocks);
      if (asField) return [asField];
      // A status or priority further down speaks of a part.
      return this.#fieldsOf(child).filter(({ name }) => name !== 'status' && name !== 'priority');
    });
    return [...this.#ownFields(section), ...below];
  }
}
