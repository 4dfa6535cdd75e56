import type { ConnectedRoute } from '../../../analysis/routes/connect.ts';
import type { IsLimiter } from './limiters.ts';
import { isLimitPackage } from './limitNames.ts';
import type { PackageLimits } from './packageLimits.ts';
import { isAtRisk, isSensitive, isWebhook } from './routesAtRisk.ts';
import type { Verdict } from './verdict.ts';

/** What is wrong with the limits of an application. */
export interface Judged {
  readonly verdict: Verdict;
  /** The routes that a limit is missing for. */
  readonly routes: readonly ConnectedRoute[];
}

/** Undefined where every route that should be limited is. */
export function judge(
  routes: readonly ConnectedRoute[],
  own: PackageLimits,
  limits: IsLimiter,
): Judged | undefined {
  const atRisk = routes.filter(isAtRisk);
  const unlimited = atRisk.filter(({ guards }) => !guards.some(limits));
  if (unlimited.every(isWebhook)) return undefined;
  const isPartial = routes.some(({ guards }) => guards.some(limits));
  if (!isPartial) {
    const installed = [...own.dependencies].find(isLimitPackage);
    const there = own.made[0] ?? own.imported[0];
    const verdict: Verdict =
      there || installed !== undefined
        ? { kind: 'not-applied', what: there?.name ?? installed ?? '', place: there?.place }
        : { kind: 'none' };
    return { verdict, routes: unlimited };
  }
  const missing = unlimited.filter(isSensitive);
  return missing.length === 0 ? undefined : { verdict: { kind: 'partial' }, routes: missing };
}
