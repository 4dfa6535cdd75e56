import type { ScriptFile } from '../../../languages/script.ts';
import type { CommentRun } from './runs.ts';
import type { Service } from './service.ts';
import { isMissed, protection } from './weigh.ts';

/** Why something is off. */
const reason =
  /\b(?:because|since|due to|as (?:it|they|this|that|we)|(?:does|do|did|will|would|can)(?:n't|n’t| not|not) (?:work|need|support|want|use)|won['’]t work|breaks?|broke|conflicts? with|incompatible|interferes?|we (?:don['’]t|do not|never))\b/i;

/**
 * Whether the words beside the code give a reason: somebody decided, and nothing was left over. What is said to
 * come back stays a loss, and so does what keeps intruders out, whatever the reason was.
 */
export function isDecided(run: CommentRun, services: readonly Service[], { text }: ScriptFile): boolean {
  const guards = services.some(
    ({ kind, keys }) => kind === 'guard' || kind === 'refusal' || keys.some((key) => protection.test(key)),
  );
  if (guards) return false;
  const code = new Set(
    services.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
  const own = run.lines.flatMap((line, index) => (code.has(index) ? [] : [line.code]));
  const words = `${commentAbove(run, text)} ${own.join(' ')}`;
  return reason.test(words) && !isMissed.test(words.replace(/\bdisabled?\b/gi, ''));
}

/** The comment that ends on the line above. */
function commentAbove({ start }: CommentRun, text: string): string {
  const above = text.slice(Math.max(0, start - 600), start).trimEnd();
  if (!above.endsWith('*/')) return '';
  return above.slice(Math.max(0, above.lastIndexOf('/*')));
}
