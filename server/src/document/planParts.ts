import type { Effort } from '../model/blocker.ts';
import type {
  MatrixRow,
  PlanCriterion,
  PlanList,
  PlanRisk,
  PlanStep,
  Threshold,
} from '../model/readinessPlan.ts';
import { readEffort } from './effort.ts';
import type { ItemSyntax } from './fieldSyntax.ts';
import { itemsOf } from './fields.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { readPriority } from './priority.ts';
import { rowFields } from './rowEntries.ts';
import type { Section } from './sections.ts';
import type { Source } from './source.ts';
import { slice } from './span.ts';
import { readStatus } from './status.ts';

export const titleOf = (source: Source, { heading }: Section): string =>
  heading ? plainTextOf(source.text, heading, heading.content) : '';

/** What stands in parentheses at a name's end is the effort: `(2-3 hours)`, `(5-8 hours):`. */
export function effortBehind(text: string): Effort | undefined {
  const group = /\(([^()]{1,60})\)/.exec(text)?.[1];
  return group === undefined ? undefined : readEffort(group);
}

export const itemsIn = (source: Source, blocks: readonly MarkdownNode[]): ItemSyntax[] =>
  blocks.flatMap((block) => (block.type === 'list' ? itemsOf(source.text, block) : []));

export const itemText = (source: Source, item: ItemSyntax): string =>
  plainTextOf(source.text, item.block, item.content);

/** The numbered items of a section as steps; the first line of each counts. */
export const stepsOfPlan = (source: Source, blocks: readonly MarkdownNode[]): PlanStep[] =>
  itemsIn(
    source,
    blocks.filter(({ type, ordered }) => type === 'list' && ordered),
  ).map((item): PlanStep => {
    const line = itemText(source, item);
    const effort = effortBehind(line);
    const priority = /\bP[0-4]\b/.test(line) ? readPriority(line) : undefined;
    const [name = line] = line.split(/\s\(|\s⚠/u);
    return {
      text: name.trim(),
      ...(effort && { effort }),
      ...(priority && { priority }),
      range: source.rangeOf(item.span),
    };
  });

export function readThreshold(text: string): Threshold | undefined {
  const found = /(≥|≤|>=|<=|>|<)\s?(\d{1,9}(?:\.\d{1,4})?)\s?(%|[a-z]{1,8})?/i.exec(text);
  if (!found?.[2]) return undefined;
  const comparison = (found[1] ?? '').replace('>=', '≥').replace('<=', '≤') as Threshold['comparison'];
  return { comparison, value: Number(found[2]), unit: found[3] ?? '' };
}

/** `Must Have (Blocking)`, `Should Have`, `Nice to Have`, and `GO IF`. */
export function criterionClass(title: string): PlanCriterion['class'] | undefined {
  if (/\b(?:must|required|blocking|go if|minimum)\b/i.test(title)) return 'must';
  if (/\b(?:should|recommended)\b/i.test(title)) return 'should';
  return /\b(?:nice|could|optional)\b/i.test(title) ? 'nice' : undefined;
}

export const criteriaIn = (
  source: Source,
  items: readonly ItemSyntax[],
  ofClass: PlanCriterion['class'],
): PlanCriterion[] =>
  items.map((item): PlanCriterion => {
    const raw = itemText(source, item);
    const text = raw.replace(/^(?:✅|❌|☑|✔|⏳|\uFE0F|\s){1,6}|(?:✅|❌|☑|✔|⏳|\uFE0F|\s){1,6}$/gu, '');
    const threshold = readThreshold(text);
    return {
      class: ofClass,
      text,
      state: stateOf(raw, item),
      ...(threshold && { threshold }),
      range: source.rangeOf(item.span),
    };
  });

function stateOf(raw: string, { box }: ItemSyntax): PlanCriterion['state'] {
  if (box) return box.checked ? 'met' : 'unknown';
  const ends = `${raw.slice(0, 3)} ${raw.slice(-3)}`;
  const mark = readStatus(ends.replace(/[\p{L}\p{N}]/gu, ''), { start: 0, end: 8 }, 'heading');
  return mark?.status === 'fixed' ? 'met' : mark?.status === 'open' ? 'failed' : 'unknown';
}

/** A table's rows as texts by their columns, in lower case. */
function rowsByColumn(source: Source, table: MarkdownNode) {
  return rowFields(source.text, table).map((fields, index) => ({
    cell: (...names: readonly string[]): string => {
      const field = fields.find(({ key }) => names.includes(key.toLowerCase()));
      return field ? plainTextOf(source.text, field.block, field.value) : '';
    },
    raw: fields[0] ? slice(source.text, fields[0].value) : '',
    range: source.rangeOf(table.children[index + 1] ?? table),
  }));
}

export const matrixIn = (source: Source, table: MarkdownNode): MatrixRow[] =>
  rowsByColumn(source, table).flatMap(({ cell, range }): MatrixRow[] => {
    const blocker = cell('blocker', 'issue', 'item', 'area', 'criterion');
    const afterFixes = cell('after fixes', 'after fix', 'after', 'target');
    if (blocker === '' || afterFixes === '') return [];
    const effort = readEffort(cell('time', 'effort', 'estimate'));
    return [
      {
        blocker,
        current: cell('current', 'now', 'before', 'status'),
        afterFixes,
        impact: cell('impact', 'risk'),
        ...(effort && { effort }),
        range,
      },
    ];
  });

export const risksIn = (source: Source, table: MarkdownNode): PlanRisk[] =>
  rowsByColumn(source, table).flatMap(({ cell, range }): PlanRisk[] => {
    const name = cell('risk', 'name', 'description');
    const likelihood = cell('likelihood', 'probability');
    if (name === '' || likelihood === '') return [];
    const priority = readPriority(cell('priority', 'severity'));
    return [
      {
        name,
        likelihood,
        impact: cell('impact'),
        mitigation: cell('mitigation', 'mitigations', 'response'),
        ...(priority && { priority }),
        range,
      },
    ];
  });

/** Titles with lists: headings with a list below, and items with a list in them. */
export function listsIn(source: Source, section: Section): PlanList[] {
  const items = itemsIn(source, section.blocks)
    .filter(({ nested }) => nested.length > 0)
    .map((item) => ({
      title: itemText(source, item).replace(/:$/, ''),
      items: item.nested.map((one) => itemText(source, one)),
      range: source.rangeOf(item.span),
    }));
  const below = section.sections.flatMap((child) => {
    const listed = itemsIn(source, child.blocks);
    const title = titleOf(source, child).replace(/:$/, '');
    return listed.length === 0
      ? []
      : [{ title, items: listed.map((item) => itemText(source, item)), range: source.rangeOf(child) }];
  });
  return [...items, ...below];
}
