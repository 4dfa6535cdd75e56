import { readSuppressions, type SuppressionComment } from '../analysis/suppressions.ts';
import { isInTrivia } from '../languages/script.ts';
import type { Finding } from '../model/index.ts';
import type { FileRule, Report, Rule } from '../rules/rule.ts';
import type { OpenFile } from './fileContext.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Policy, underPolicy } from './policy.ts';

/** A place with its finding: what the fixes start from. */
export interface Located {
  readonly rule: Rule;
  readonly report: Report;
  readonly finding: Finding;
}

/** The comments of a file that suppress or accept. Costs nothing where there are none. */
export const suppressionsIn = (file: OpenFile): readonly SuppressionComment[] =>
  readSuppressions(file.text, file.lines, (offset) => !file.script || isInTrivia(file.script, offset));

/** Makes findings of what file rules reported, in the order of their places. */
export function locate(
  file: OpenFile,
  reports: readonly { rule: FileRule; report: Report }[],
  policy: Policy,
): Located[] {
  const sorted = reports.toSorted((a, b) => a.report.start - b.report.start || a.report.end - b.report.end);
  const ordinals = new Map<string, number>();
  return sorted.map(({ rule, report }) => {
    const range = file.lines.rangeOf(report.start, report.end);
    const finding: Finding = {
      ruleId: rule.id,
      priority: report.priority ?? rule.priority,
      category: rule.category,
      confidence: report.confidence ?? rule.confidence,
      message: report.message,
      file: file.path,
      range,
      fingerprint: fingerprintOf(rule.id, file.path, file.contextAt(report.start), ordinals),
      fixes: rule.fixes.filter((fix) => fix.appliesTo(report, file)).map((fix) => fix.title),
      related: (report.related ?? []).map(({ start, end, message }) => ({
        file: file.path,
        range: file.lines.rangeOf(start, end),
        message,
      })),
    };
    return { rule, report, finding: underPolicy(finding, rule, policy) };
  });
}
