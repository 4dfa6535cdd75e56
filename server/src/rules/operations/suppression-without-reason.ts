import { readSuppressions, type SuppressionComment } from '../../analysis/suppressions.ts';
import { isInTrivia } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';

export const suppressionWithoutReason = defineRule({
  id: 'suppression-without-reason',
  title: 'Suppression without a reason',
  priority: 'P1',
  category: 'operations',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'yaml', 'env', 'dockerfile', 'sql', 'html', 'text'],
  keywords: ['blockers-'],
  why: 'Nobody can tell later whether a blocker was looked at or only silenced. Until the comment says why, it silences nothing.',
  verification: ['The comment says why, behind two dashes.'],
  effort: { min: 5, max: 10, unit: 'minutes' },
  claims: /\bsuppressions? without (?:a )?reason/i,
  check: (file, report) => ({
    text: () => {
      if (file.fileClass !== 'production' && file.fileClass !== 'config') return;
      const { script } = file;
      const comments = readSuppressions(
        file.text,
        file.lines,
        (offset) => !script || isInTrivia(script, offset),
      );
      for (const comment of comments) {
        const missing = missingIn(comment);
        if (missing) report({ start: comment.start, end: comment.end, message: missing });
      }
    },
  }),
  fixes: [],
});

/** What a comment lacks to have force; undefined where it lacks nothing. */
function missingIn(comment: SuppressionComment): string | undefined {
  if (comment.kind === 'enable') return undefined;
  if (comment.rules.length === 0) return 'This comment names no rule, so it silences nothing.';
  if (comment.reason === '')
    return 'This comment gives no reason, so it silences nothing: write it behind " -- ".';
  if (comment.kind === 'accept' && !comment.until) {
    return 'This acceptance has no end, so it silences nothing: write until=YYYY-MM-DD.';
  }
  return comment.kind === 'accept' && !comment.by
    ? 'This acceptance does not say who gave it: write by=<name>.'
    : undefined;
}
