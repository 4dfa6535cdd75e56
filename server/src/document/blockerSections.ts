import type { Inherited } from './blockerEntry.ts';
import { headingField } from './fields.ts';
import type { HeadingSyntax } from './heading.ts';
import { isPriority } from './priority.ts';
import type { SectionFacts } from './sectionFacts.ts';
import {
  isArea,
  isGroup,
  isNothing,
  isPart,
  isStatement,
  namesFault,
  sectionKind,
  startsAside,
} from './sectionKind.ts';
import type { Section } from './sections.ts';
import { slice } from './span.ts';
import { sameName } from './words.ts';

/** Where in the document a section stands. */
export interface Place {
  readonly above: Inherited;
  readonly inBlocker: boolean;
  /** In a part that lists nothing of its own: a summary, a plan. */
  readonly aside: boolean;
  /** In a checklist, whose items are blockers where the document has no others. */
  readonly weak: boolean;
  /** Directly below the document's title. */
  readonly belowTitle: boolean;
}

/** What else the document holds, as far as it was read. */
export interface Surroundings {
  /** The heading that may be the document's title; others beside it may be blockers. */
  readonly first: Section | undefined;
  /** What tables so far have named: a heading of that name tells more of the same blocker. */
  readonly inRows: ReadonlySet<string>;
  /** Whether the title at hand says no more than that blockers are listed: `# Blocking issues`. */
  readonly titleLists: boolean;
  /** Whether headings beside the one at hand are marked as blockers: a check mark is one of them done. */
  readonly besideSigns: boolean;
  /** Whether one of them says that something is wrong. */
  readonly besideFaults: boolean;
}

/** Whether a document tells of one blocker alone, which its title names: `# BLOCKER: Build fails on Windows`. */
const isOnlyBlocker = (facts: SectionFacts, section: Section, title: string): boolean =>
  /^[^\p{L}\p{N}]{0,8}(?:(?:production|release|launch|critical)\s)?(?:blocker|blocking issue)\s?[:–—-]\s?\S/iu.test(
    title,
  ) &&
  facts.ownFields(section).some(({ name }) => name === 'status' || name === 'priority') &&
  !section.sections.some((child) => facts.isEntryItself(child));

/** Whether a section is a blocker, not a group of them or a part of one. */
export function isBlocker(
  text: string,
  facts: SectionFacts,
  section: Section,
  heading: HeadingSyntax,
  place: Place,
  around: Surroundings,
): boolean {
  const title = section.heading ? slice(text, section.heading.content) : '';
  const { above, inBlocker, aside } = place;
  const isPlanPart =
    /^[A-Z]\d{1,2}$/.test(heading.id ?? '') &&
    (aside || sectionKind(title) === 'aside') &&
    !facts.tells(section);
  if (heading.id !== undefined && !isPlanPart)
    return !isNothing(heading.name) || section.blocks.length > 0 || section.sections.length > 0;
  if (heading.named) return !aside || above.lists === 'section';
  if (section.depth === 1 && section !== around.first) return facts.tellsEnough(section);
  if (section === around.first && section.depth === 1) return isOnlyBlocker(facts, section, title);
  if (inBlocker || section.depth < 2 || isNothing(heading.name)) return false;
  if (around.inRows.has(sameName(heading.name))) return true;
  if (!section.heading || headingField(text, section.heading, [])) return false;
  const kind = sectionKind(title);
  if (aside || kind === 'checklist' || isPriority(title) || isPriority(heading.name)) return false;
  if (facts.listsMarked(section)) return false;
  const telling = facts.tells(section);
  const numberedHere = heading.number !== undefined;
  const clear =
    (numberedHere && (heading.priority !== undefined || facts.tellsEnough(section))) ||
    (above.lists === 'section' && (numberedHere || telling) && !startsAside(title)) ||
    (facts.tellsEnough(section) && !startsAside(title));
  if (kind === 'aside' && !clear) return false;
  const priority = heading.priority ?? above.priority;
  const numbered = (child: Section) => facts.hasId(child) || facts.heading(child)?.number !== undefined;
  if (heading.number !== undefined) {
    if (section.sections.some((child) => numbered(child) && !facts.isPart(child)) && !telling) return false;
    if (telling || priority !== undefined || above.lists === 'section')
      return !facts.isRoof(section, title, telling);
    const listed =
      around.titleLists && place.belowTitle && kind === undefined && !isGroup(title) && !isArea(title);
    return (namesFault(title) || (listed && !facts.listsOthers(section, title))) && section.blocks.length > 0;
  }
  if (isPart(title) && !heading.priority) return false;
  if (section.sections.some((child) => facts.isEntryItself(child))) return false;
  if (telling && (priority !== undefined || above.lists === 'section'))
    return !facts.isRoof(section, title, telling);
  if (telling && (heading.status || above.status || facts.tellsEnough(section))) return true;
  if (isGroup(title) || isArea(title) || facts.listsOthers(section, title)) return false;
  const hasBody = section.blocks.some(({ type }) => type !== 'thematicBreak') || section.sections.length > 0;
  // One without a word below stands for a blocker where it is deep enough to be no group.
  if (above.lists === 'section' || (above.priority !== undefined && !isGroup(title)))
    return hasBody || namesFault(title) || (section.depth > 2 && kind === undefined);
  const told = section.blocks.some(({ type }) => type === 'paragraph' || type === 'code');
  if (
    around.titleLists &&
    place.belowTitle &&
    told &&
    (isStatement(heading.name) || (around.besideFaults && kind === undefined))
  )
    return true;
  if (heading.priority !== undefined || heading.status?.word) return hasBody;
  if (!heading.status || !hasBody) return false;
  return heading.status.status !== 'fixed' ? namesFault(title) : around.besideSigns;
}
