import type { FieldSyntax } from './fieldSyntax.ts';
import { headingField, readFields } from './fields.ts';
import { type HeadingSyntax, readHeading } from './heading.ts';
import { isPriority } from './priority.ts';
import { isGroup, isPart, namesFault, sectionKind } from './sectionKind.ts';
import type { Section } from './sections.ts';
import { slice } from './span.ts';
import { tellingFields } from './vocabulary/fields.ts';

/** What can be said of each section by itself. Headings and fields are read once. */
export class SectionFacts {
  readonly #text: string;
  readonly #headings = new Map<Section, HeadingSyntax>();
  readonly #fields = new Map<Section, readonly FieldSyntax[]>();

  constructor(text: string) {
    this.#text = text;
  }

  heading(section: Section): HeadingSyntax | undefined {
    const { heading } = section;
    if (!heading) return undefined;
    let read = this.#headings.get(section);
    if (!read) {
      read = readHeading(this.#text, heading, heading.content);
      this.#headings.set(section, read);
    }
    return read;
  }

  ownFields(section: Section): readonly FieldSyntax[] {
    let fields = this.#fields.get(section);
    if (!fields) {
      fields = readFields(this.#text, section.blocks);
      this.#fields.set(section, fields);
    }
    return fields;
  }

  tells(section: Section): boolean {
    return (
      this.ownFields(section).some(({ name }) => name && tellingFields.has(name)) ||
      (section.sections.length > 1 && this.tellsEnough(section))
    );
  }

  /** Says by itself that it is a blocker. */
  hasId(section: Section): boolean {
    const heading = this.heading(section);
    return heading !== undefined && (heading.id !== undefined || heading.named);
  }

  /** Whether a section below another looks like a blocker by itself, not like a part of one. */
  isEntryItself(section: Section): boolean {
    const heading = this.heading(section);
    if (!heading) return false;
    if (this.hasId(section)) return true;
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    if (isPart(title) || sectionKind(title) === 'aside') return false;
    return (
      heading.number !== undefined ||
      this.tells(section) ||
      (heading.priority !== undefined && !isPriority(title))
    );
  }

  /** Marked with a priority, or with a sign that what it says is wrong: `### ❌ No consent before tracking`. */
  isMarked(section: Section): boolean {
    const heading = this.heading(section);
    if (!heading?.priority && (!heading?.status?.sign || heading.status.status === 'fixed')) return false;
    if (heading.priority !== undefined) return this.isEntryItself(section);
    const title = section.heading ? slice(this.#text, section.heading.content) : '';
    return namesFault(title) && !isGroup(title) && sectionKind(title) !== 'aside';
  }

  /** A heading over a text that says what is wrong. */
  saysWrong({ heading, blocks }: Section): boolean {
    return (
      heading !== undefined &&
      blocks.some(({ type }) => type === 'paragraph') &&
      namesFault(slice(this.#text, heading.content)) &&
      sectionKind(slice(this.#text, heading.content)) !== 'aside'
    );
  }

  /** Whether what stands below a heading is a table or list of blockers, not the explanation of one. */
  listsOthers({ blocks, depth }: Section, title: string): boolean {
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
  listsMarked({ blocks }: Section): boolean {
    const items = blocks.flatMap(({ type, children }) => (type === 'list' ? children : []));
    const marked = items.filter(({ start, end }) =>
      /(?:[[(]|\*\*)P[0-4](?:[\])]|\*\*)/.test(this.#text.slice(start, Math.min(end, start + 200))),
    );
    return marked.length > 1 && marked.length * 2 > items.length;
  }

  isPart(section: Section): boolean {
    return section.heading !== undefined && isPart(slice(this.#text, section.heading.content));
  }

  /** Whether a section only stands over what it lists: `### 1. Critical Issues` with a table below. */
  isRoof(section: Section, title: string, telling: boolean): boolean {
    if (!isGroup(title) || namesFault(title)) return false;
    if (telling && section.blocks.every(({ type }) => type !== 'table')) return false;
    return (
      section.sections.some((child) => this.hasId(child)) ||
      section.blocks.some(({ type }) => type === 'table' || type === 'list')
    );
  }

  /** Fields that only what is wrong has, where no heading says that blockers are listed here. */
  tellsEnough(section: Section): boolean {
    const names = new Set(this.ownFields(section).flatMap(({ name }) => name ?? []));
    for (const { heading, blocks } of section.sections) {
      const name = heading && headingField(this.#text, heading, blocks)?.name;
      if (name) names.add(name);
    }
    const count = [...names].filter((name) => tellingFields.has(name)).length;
    return (
      names.has('priority') ||
      (count >= 2 && (names.has('locations') || names.has('status') || names.has('impact')))
    );
  }

  /** The fields of a blocker: its own first, then those in the sections below it, less the options to choose from. */
  fieldsOf(section: Section): FieldSyntax[] {
    const below = section.sections.flatMap((child) => {
      // A section with an id of its own is another blocker, not a part of this one.
      const heading = this.heading(child);
      if (!child.heading || this.hasId(child) || /^option\b/i.test(heading?.name ?? '')) return [];
      const asField = headingField(this.#text, child.heading, child.blocks);
      if (asField) return [asField];
      // A status or priority further down speaks of a part.
      return this.fieldsOf(child).filter(({ name }) => name !== 'status' && name !== 'priority');
    });
    return [...this.ownFields(section), ...below];
  }
}
