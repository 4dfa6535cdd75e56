import { readSuppressions, suppressionOf } from '../analysis/suppressions.ts';
import type { EntryFile } from '../languages/entry.ts';
import { isInTrivia } from '../languages/script.ts';
import type { Finding, Suppression } from '../model/index.ts';
import type { FileContext, Report, Rule } from '../rules/rule.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A place with its finding: what the fixes start from. */
export interface Located {
  readonly rule: Rule;
  readonly report: Report;
  readonly finding: Finding;
}

/** Makes findings of what the rules reported in a file, in the order of their places. */
export function locate(
  context: FileContext,
  reports: readonly { rule: Rule; report: Report }[],
  read: EntryFile,
  today: string,
): Located[] {
  const sorted = reports.toSorted((a, b) => a.report.start - b.report.start || a.report.end - b.report.end);
  if (sorted.length === 0) return [];
  const { script } = context;
  const comments = readSuppressions(
    context.text,
    context.lines,
    script ? (offset) => isInTrivia(script, offset) : undefined,
  );
  const ordinals = new Map<string, number>();
  return sorted.map(({ rule, report }) => {
    const range = context.lines.rangeOf(report.start, report.end);
    const comment = suppressionOf(comments, rule.id, range.start.line, today);
    const suppressed: Suppression | undefined = comment && {
      kind: comment.kind === 'accept' ? 'accepted' : 'comment',
      reason: comment.reason,
      ...(comment.kind === 'accept' && comment.until ? { until: comment.until } : {}),
    };
    const finding: Finding = {
      ruleId: rule.id,
      priority: report.priority ?? rule.priority,
      category: rule.category,
      confidence: report.confidence ?? rule.confidence,
      message: report.message,
      file: context.path,
      range,
      fingerprint: fingerprintOf(rule.id, context, read.entries, report.start, ordinals),
      fixes: rule.fixes.filter((fix) => fix.appliesTo(report, context)).map((fix) => fix.title),
      related: [],
      ...(suppressed ? { suppressed } : {}),
    };
    return { rule, report, finding };
  });
}
