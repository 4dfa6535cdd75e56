import { type SuppressionComment, suppressionOf } from '../analysis/suppressions.ts';
import type { Baseline } from '../configuration/baseline.ts';
import type { EffectiveConfiguration } from '../configuration/effective.ts';
import type { Finding, Priority, Suppression } from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';

/** What people said of the findings in one file. */
export interface Policy {
  readonly configuration: EffectiveConfiguration;
  readonly baseline: Baseline | undefined;
  readonly comments: readonly SuppressionComment[];
  /** YYYY-MM-DD; decides which acceptances have ended. */
  readonly today: string;
}

/** Whether a rule is on for the files that a configuration speaks of. */
export function isOn(rule: Rule, configuration: EffectiveConfiguration): boolean {
  const setting = configuration.ruleSetting(rule.id);
  return setting === undefined ? rule.enabledByDefault : setting !== 'off';
}

/** The finding as people want it: at the priority they gave the rule, and with the reason where it does not count. */
export function underPolicy(finding: Finding, rule: Rule, policy: Policy): Finding {
  const setting = policy.configuration.ruleSetting(rule.id);
  const priority: Priority = setting === undefined || setting === 'off' ? finding.priority : setting;
  const suppressed =
    commented(finding, policy) ??
    policy.configuration.suppression(finding, rule.answeredBy, policy.today) ??
    inBaseline(finding, policy);
  return { ...finding, priority, ...(suppressed ? { suppressed } : {}) };
}

function commented({ ruleId, range }: Finding, { comments, today }: Policy): Suppression | undefined {
  const comment = suppressionOf(comments, ruleId, range.start.line, today);
  if (!comment) return undefined;
  if (comment.kind !== 'accept') return { kind: 'comment', reason: comment.reason };
  return { kind: 'accepted', reason: comment.reason, ...(comment.until ? { until: comment.until } : {}) };
}

function inBaseline({ fingerprint }: Finding, { baseline }: Policy): Suppression | undefined {
  if (!baseline?.fingerprints.has(fingerprint)) return undefined;
  return { kind: 'baseline', reason: `It was there when the baseline was taken on ${baseline.taken}.` };
}
