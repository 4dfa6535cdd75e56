import { isOpen, type Range } from '../../../model/index.ts';
import type { MatrixRow, PlanCriterion, Threshold } from '../../../model/readinessPlan.ts';
import type { DocumentSyntax } from '../../documentSyntax.ts';
import type { Problem, ProblemFix } from '../check.ts';
import { type Places, type PlanCheck, tellingWords } from './planCheck.ts';

/** A criterion that is ticked while the document itself says that it is not met. */
export const criterionUnmet: PlanCheck = ({ criteria, matrix }, places, syntax) =>
  criteria.flatMap((criterion): Problem[] => {
    const why = criterion.state === 'met' ? againstIt(criterion, matrix, syntax) : undefined;
    if (why === undefined) return [];
    const message = `This is ticked, and ${why}.`;
    const { range } = criterion;
    return [{ code: 'criterion-unmet', severity: 'warning', message, range, fixes: untick(range, places) }];
  });

/** A box becomes an empty one, a sign the one that says no. */
function untick(range: Range, places: Places): ProblemFix[] {
  const { range: place, match } = places.narrow(range, /\[[xX]\]|✅|[☑✔]\uFE0F?/u);
  if (!match) return [];
  const isBox = match[0].startsWith('[');
  const title = isBox ? 'Untick it' : 'Mark it as not met';
  return [{ title, edits: () => [{ range: place, newText: isBox ? '[ ]' : '❌' }] }];
}

function againstIt(
  criterion: PlanCriterion,
  matrix: readonly MatrixRow[],
  { blockers }: DocumentSyntax,
): string | undefined {
  if (/\b(?:no|zero|0)\b[^.]{0,20}\bP0\b/i.test(criterion.text)) {
    const open = blockers.filter(({ priority, status }) => priority === 'P0' && isOpen(status));
    if (open[0]) return `${open[0].id} is P0 and ${open[0].status}`;
  }
  const words = tellingWords(criterion.text);
  const row = matrix.find(({ blocker }) => {
    const named = tellingWords(blocker);
    return named.size > 1 && [...named].every((word) => words.has(word));
  });
  if (!row || !isUnmet(row.current, criterion.threshold)) return undefined;
  return `“${row.blocker}” is ${row.current} in line ${row.range.start.line}`;
}

function isUnmet(current: string, threshold: Threshold | undefined): boolean {
  const number = threshold && /(\d+(?:\.\d+)?)\s?(%|[a-z]{1,8})?/i.exec(current);
  if (threshold && number && (number[2] ?? '') === threshold.unit) {
    const value = Number(number[1]);
    const { comparison, value: wanted } = threshold;
    if (comparison === '≥') return value < wanted;
    if (comparison === '>') return value <= wanted;
    return comparison === '≤' ? value > wanted : value >= wanted;
  }
  return /❌|✗|:x:|\bnot (?:run|met|done|started|verified|tested)\b|\bfail(?:ed|ing|s)?\b/iu.test(current);
}
