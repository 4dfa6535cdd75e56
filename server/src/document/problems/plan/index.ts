import { planOf } from '../../readReadinessPlan.ts';
import type { Check } from '../check.ts';
import { criterionUnmet } from './criteria.ts';
import { Places, type PlanCheck } from './planCheck.ts';
import { ratioDiffers } from './ratio.ts';
import { rollbackReopens } from './rollback.ts';
import { sumDiffers } from './sums.ts';
import { twoThresholds } from './thresholds.ts';

const planChecks: readonly PlanCheck[] = [
  sumDiffers,
  ratioDiffers,
  twoThresholds,
  criterionUnmet,
  rollbackReopens,
];

/** Where the plan in a document contradicts itself. */
export const planContradicts: Check = (syntax) => {
  const plan = planOf(syntax);
  const places = new Places(syntax.source.original);
  return planChecks.flatMap((check) => check(plan, places, syntax));
};
