import { editsBetween } from '../../engine/editsBetween.ts';
import { repairEncoding } from '../encoding.ts';
import type { Check, ProblemFix } from './check.ts';

/** Only a repair that loses nothing is offered. */
export const damagedEncoding: Check = ({ source }) => {
  if (!source.damaged) return [];
  const repaired = repairEncoding(source.original);
  const repair: ProblemFix = {
    title: 'Repair text encoding',
    edits: () => editsBetween(source.original, repaired ?? source.original),
  };
  const partly =
    repaired === undefined ? ' Not all of it can be undone without loss, so it is left as it is.' : '';
  return [
    {
      code: 'damaged-encoding',
      severity: 'warning',
      message: `The text encoding is damaged: UTF-8 was read as ${source.damaged.by}.${partly}`,
      range: source.damaged.first,
      fixes: repaired === undefined ? [] : [repair],
    },
  ];
};
