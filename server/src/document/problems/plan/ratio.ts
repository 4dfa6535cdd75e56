import { codeSpans } from '../../codeSpans.ts';
import { type Problem, problemAt } from '../check.ts';
import type { PlanCheck } from './planCheck.ts';

/** `2 of 3 original blockers resolved`, `4/7 blockers are fixed`. */
const ratio =
  /(?<![\d./])(\d{1,4})(?: of | out of |\/)(\d{1,4}) (?:\w{1,20} ){0,3}?blockers? (?:\w{1,20} ){0,2}?(?:resolved|fixed|closed|done|complete[d]?|verified)\b/gi;

/** A number of resolved blockers that is not that of the table which lists them, nor of the document's blockers. */
export const ratioDiffers: PlanCheck = ({ matrix }, _places, syntax) => {
  const { blockers, source } = syntax;
  const isFixed = blockers.filter(({ status }) => status === 'fixed' || status === 'verified').length;
  const isResolved = matrix.filter(({ current }) => /✅|☑|✔|:white_check_mark:/u.test(current)).length;
  const [done, all] = matrix.length > 0 ? [isResolved, matrix.length] : [isFixed, blockers.length];
  const where = matrix.length > 0 ? `the table in line ${matrix[0]?.range.start.line}` : 'this document';
  return [...source.text.matchAll(ratio)].flatMap(({ 0: words, 1: some, 2: total, index }): Problem[] => {
    if (codeSpans(syntax.root).some(({ start, end }) => start <= index && index < end)) return [];
    const [saidDone, saidAll] = [Number(some), Number(total)];
    // Of a part of the blockers ("2 of 3 P0 blockers") only they can tell.
    if (/\bP\d\b/i.test(words) || (saidDone === done && saidAll === all)) return [];
    const message = `${saidDone} of ${saidAll} stands here; in ${where}, ${done} of ${all} ${done === 1 ? 'is' : 'are'} resolved.`;
    const length = /^\d+(?: of | out of |\/)\d+/.exec(words)?.[0].length ?? words.length;
    const span = { start: index, end: index + length };
    const between = /\d(\D+)\d/.exec(words)?.[1] ?? ' of ';
    const newText = `${done}${between}${all}`;
    return [
      problemAt(syntax, span, { code: 'ratio-differs', severity: 'warning', message }, [
        { title: `Write ${newText}`, edits: () => [source.editOf({ ...span, newText })] },
      ]),
    ];
  });
};
