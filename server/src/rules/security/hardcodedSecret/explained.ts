import type { ProviderMatch } from '../../../analysis/secrets/types.ts';
import { isInTrivia, type ScriptNode } from '../../../languages/script.ts';
import type { FileContext } from '../../rule.ts';

/** Words of a comment that shows what something looks like. */
const shows = /\be\.g\.|\bi\.e\.|\b(?:looks?|is|are) like\b|\b(?:for example|examples?|such as|formats?)\b/i;
/** Where a setting for developers points, and where nobody's data is (RFC 2606). */
const nowhere =
  /^@(?:localhost|127\.[\d.]{1,12}|0\.0\.0\.0|\[::1\]|host\.docker\.internal|(?:[\w-]{1,60}\.){0,4}example(?:\.(?:com|org|net))?)(?![\w.-])/i;

/**
 * Whether a login stands in a comment of a script that explains a form, or in a setting that is commented out and
 * leads to nobody's service. A token of a provider's own form leaks from a comment as from anywhere.
 */
export function isExplained({ provider, start, end }: ProviderMatch, { script, text }: FileContext): boolean {
  const isHeader = /^(?:npm-)?(?:basic|bearer)-authorization$/.test(provider);
  if ((!isHeader && provider !== 'connection-string') || !script || !isInTrivia(script, start)) return false;
  const line = text.slice(Math.max(0, start - 200, text.lastIndexOf('\n', start - 1) + 1), start);
  return shows.test(line) || (!isHeader && nowhere.test(text.slice(end, end + 80)));
}

const sample = /\b(?:examples?|samples?|dummy|demos?)\b/i;

/** Whether the comment behind a value, on its own line, says that it is a sample: `pass: 'test' // for the example`. */
export function isCalledSample(literal: ScriptNode, text: string): boolean {
  const rest = text.slice(literal.end, Math.min(literal.end + 200, lineEnd(text, literal.end)));
  const comment = /^[\s,;)\]}]{0,20}\/[/*](.{0,180})/.exec(rest)?.[1];
  return comment !== undefined && sample.test(comment);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
