import type {
  PlanCriterion,
  PlanOption,
  PlanPath,
  ReadinessPlan,
  Resolution,
} from '../model/readinessPlan.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import { readFields } from './fields.ts';
import {
  criteriaIn,
  criterionClass,
  effortBehind,
  itemsIn,
  itemText,
  listsIn,
  matrixIn,
  risksIn,
  stepsOfPlan,
  titleOf,
} from './planParts.ts';
import { everySection, type Section } from './sections.ts';
import type { Source } from './source.ts';

/**
 * Reads a resolution document: how its blockers are to be resolved, in which order, by which criteria.
 * Never throws; a document that says nothing of the kind gives empty lists.
 */
export const readReadinessPlan = (text: string): ReadinessPlan => planOf(readDocumentSyntax(text));

/** The plan in a document that was read. */
export function planOf(syntax: DocumentSyntax): ReadinessPlan {
  const { source, root } = syntax;
  const all = everySection(root);
  const tables = all.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'table'));
  const under = (title: RegExp) => all.filter((section) => title.test(titleOf(source, section)));
  return {
    resolutions: resolutionsIn(syntax, all),
    paths: all.flatMap((section) => pathIn(source, section)),
    matrix: tables.flatMap((table) => matrixIn(source, table)),
    criteria: all.flatMap((section) => criteriaOf(source, section)),
    risks: tables.flatMap((table) => risksIn(source, table)),
    rollback: under(/\broll-?back\b/i).flatMap((section) => listsIn(source, section)),
    postLaunch: under(/\bpost-?launch\b/i).flatMap((section) => listsIn(source, section)),
  };
}

function resolutionsIn({ source, blockers }: DocumentSyntax, sections: readonly Section[]): Resolution[] {
  const byStart = new Map(sections.map((section) => [section.start, section]));
  return blockers.flatMap(({ id, span }): Resolution[] => {
    const section = byStart.get(span.start);
    if (!section) return [];
    const inside = everySection(section).slice(1);
    const options = inside.flatMap((one) => optionIn(source, one));
    const steps = inside
      .filter((one) => /\bsteps?\b/i.test(titleOf(source, one)))
      .flatMap((one) => stepsOfPlan(source, one.blocks));
    return options.length + steps.length === 0
      ? []
      : [{ blocker: id, options, steps, range: source.rangeOf(span) }];
  });
}

/** `Option A: Implement it (4-6 hours) ⭐ **RECOMMENDED**`, with its pros and cons. */
function optionIn(source: Source, section: Section): PlanOption[] {
  const title = titleOf(source, section);
  const found = /^option\s(\w{1,3})\s?[:.–—-]\s?/i.exec(title);
  if (!found?.[1]) return [];
  const effort = effortBehind(title);
  const fields = readFields(source.text, section.blocks);
  const list = (name: RegExp) =>
    fields
      .filter(({ key }) => name.test(key))
      .flatMap(({ items }) => items.map((item) => itemText(source, item)));
  return [
    {
      label: found[1],
      name:
        title
          .slice(found[0].length)
          .split(/\s\(|⭐|\s[-–—]\s*recommended/iu)[0]
          ?.trim() ?? '',
      ...(effort && { effort }),
      recommended: /\brecommended\b|⭐/iu.test(title),
      pros: list(/^(?:pros?|advantages?|benefits?)$/i),
      cons: list(/^(?:cons?|disadvantages?|drawbacks?|risks?)$/i),
      range: source.rangeOf(section),
    },
  ];
}

/** A section whose numbered steps say what they take, beside its own sum: `Critical Path (5-8 hours):`. */
function pathIn(source: Source, section: Section): PlanPath[] {
  const steps = stepsOfPlan(source, section.blocks);
  if (steps.length < 2 || steps.every(({ effort }) => effort === undefined)) return [];
  const title = titleOf(source, section);
  const inTitle = effortBehind(title);
  const total = readFields(source.text, section.blocks).find(({ key }) => /^total\b/i.test(key));
  const inTotal = total && effortBehind(`(${source.text.slice(total.value.start, total.value.end)})`);
  const effort = inTitle ?? inTotal;
  const range = inTitle ? section.heading : total?.value;
  return [
    {
      name: title.replace(/ \([^()]{0,60}\) ?:?$|:$/, ''),
      ...(effort && range && { stated: { effort, range: source.rangeOf(range) } }),
      steps,
      range: source.rangeOf(section),
    },
  ];
}

/** What stands in a section itself, without its sections. */
const textOfBlocks = ({ text }: Source, { blocks }: Section): string =>
  text.slice(blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0);

function criteriaOf(source: Source, section: Section): PlanCriterion[] {
  const ofTitle = criterionClass(titleOf(source, section));
  const isList = ofTitle !== undefined && /\bhave\b|\bcriteria\b|\bgo if\b/i.test(titleOf(source, section));
  const own = isList && ofTitle ? criteriaIn(source, itemsIn(source, section.blocks), ofTitle) : [];
  // `✅ **GO IF:**` stands over its list without a heading.
  const listed = /\bgo if\b/i.test(textOfBlocks(source, section))
    ? readFields(source.text, section.blocks).filter(({ key }) => /\bgo if\b/i.test(key))
    : [];
  return [...own, ...listed.flatMap(({ items }) => criteriaIn(source, items, 'must'))];
}
