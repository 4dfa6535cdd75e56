import { names, type SuppressionComment } from '../../analysis/suppressions.ts';
import type { Finding } from '../../model/index.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { removeComment } from './removeComment.ts';

export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  title: 'Suppression of nothing',
  priority: 'P2',
  category: 'operations',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'yaml', 'env', 'dockerfile', 'sql', 'html', 'text'],
  keywords: ['blockers-'],
  why: 'What it once silenced is gone, and it would silence the next blocker at this place before anybody sees it.',
  verification: ['The comment is gone.'],
  effort: { min: 1, max: 5, unit: 'minutes' },
  claims: /\bunused suppressions?\b/i,
  check: () => ({}),
  afterAll(file, { findings, comments, ran }, report) {
    if (file.fileClass !== 'production' && file.fileClass !== 'config') return;
    for (const comment of comments) {
      // A rule that did not look here, or looks at the project as a whole, may have something to say after all.
      if (!hasForce(comment) || !comment.rules.every((id) => ran.has(id))) continue;
      if (findings.some((finding) => silences(comment, finding))) continue;
      const message = `Nothing to suppress here for ${comment.rules.join(', ')}.`;
      report({ start: comment.start, end: comment.end, message });
    }
  },
  fixes: [
    {
      title: 'Remove the comment',
      safe: true,
      appliesTo: () => true,
      edit: async (place, file: FileContext) => [{ file: file.path, edits: [removeComment(file, place)] }],
    },
  ],
});

/** Comments that lack something are another rule's. */
const hasForce = (comment: SuppressionComment): boolean =>
  comment.kind !== 'enable' &&
  comment.rules.length > 0 &&
  comment.reason !== '' &&
  (comment.kind !== 'accept' || comment.until !== undefined);

/** Whether a comment is what keeps a finding quiet, or would if its day had not passed. */
function silences(comment: SuppressionComment, { ruleId, range }: Finding): boolean {
  if (!names(comment, ruleId)) return false;
  const { kind, line } = comment;
  const at = range.start.line;
  if (kind === 'disable-line') return at === line;
  return kind === 'disable' ? at >= line : at === line + 1;
}
