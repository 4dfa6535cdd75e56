import { check } from 'recheck';
import type { RegexLiteral } from './regexLiterals.ts';

/** No single expression may take longer to judge; in milliseconds. */
const timeLimit = 30_000;

/** Whether what an expression matches can be of any length: only then can its time grow faster than the text. */
export function isUnbounded({ source }: RegexLiteral): boolean {
  const bare = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return /[*+]|\{\d+,\}/.test(bare);
}

/** Why an expression is not known to take linear time; undefined where it is. */
export async function notLinear({ source, flags }: RegexLiteral): Promise<string | undefined> {
  const verdict = await check(source, flags, {
    timeout: timeLimit,
    // A verdict does not depend on how busy the machine is.
    attackTimeout: null,
    incubationTimeout: null,
  });
  if (verdict.status === 'safe') return undefined;
  return verdict.status === 'vulnerable' ? verdict.complexity.summary : `not judged: ${verdict.error.kind}`;
}
