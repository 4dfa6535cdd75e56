import type { Effort } from './blocker.ts';
import type { Range } from './position.ts';
import type { Priority } from './vocabulary.ts';

/** One step of a plan: `1. **Fix the dashboard** (2-4 hours) ⚠️ P0`. */
export interface PlanStep {
  readonly text: string;
  readonly effort?: Effort;
  readonly priority?: Priority;
  readonly range: Range;
}

/** One of the ways to resolve a blocker: `Option B: Accept the risk (1 hour) ⭐ RECOMMENDED`. */
export interface PlanOption {
  /** `A`, `2`. */
  readonly label: string;
  readonly name: string;
  readonly effort?: Effort;
  readonly recommended: boolean;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly range: Range;
}

/** How a blocker is to be resolved. */
export interface Resolution {
  /** Of the blocker in the same document. */
  readonly blocker: string;
  readonly options: readonly PlanOption[];
  readonly steps: readonly PlanStep[];
  readonly range: Range;
}

/** Steps one after the other, with what their author says they take together. */
export interface PlanPath {
  readonly name: string;
  readonly stated?: { readonly effort: Effort; readonly range: Range };
  readonly steps: readonly PlanStep[];
  readonly range: Range;
}

/** What has to be measured: `≥ 92 %`, `≤250ms p95`. */
export interface Threshold {
  readonly comparison: '≥' | '≤' | '>' | '<';
  readonly value: number;
  readonly unit: string;
}

export interface PlanCriterion {
  readonly class: 'must' | 'should' | 'nice';
  readonly text: string;
  readonly state: 'met' | 'failed' | 'unknown';
  readonly threshold?: Threshold;
  readonly range: Range;
}

/** A row of the table that decides: what stands in the way now, and what is so after the fixes. */
export interface MatrixRow {
  readonly blocker: string;
  readonly current: string;
  readonly afterFixes: string;
  readonly impact: string;
  readonly effort?: Effort;
  readonly range: Range;
}

export interface PlanRisk {
  readonly name: string;
  readonly likelihood: string;
  readonly impact: string;
  readonly mitigation: string;
  readonly priority?: Priority;
  readonly range: Range;
}

/** A title with what is listed below it: what to do when something fails, or in a week. */
export interface PlanList {
  readonly title: string;
  readonly items: readonly string[];
  readonly range: Range;
}

/** A resolution document as it was read: how blockers are resolved, in which order, and what decides. */
export interface ReadinessPlan {
  readonly resolutions: readonly Resolution[];
  readonly paths: readonly PlanPath[];
  readonly matrix: readonly MatrixRow[];
  readonly criteria: readonly PlanCriterion[];
  readonly risks: readonly PlanRisk[];
  readonly rollback: readonly PlanList[];
  readonly postLaunch: readonly PlanList[];
}
