import type * as tsMorph from 'ts-morph';
import { wordsOf } from '../../../analysis/devNames.ts';
import { textOfName } from '../../../analysis/namedValue.ts';
import { ownersOf } from '../../../analysis/routes/syntax.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Answer } from './answers.ts';
import type { Context } from './context.ts';

/** What need not work: what is gone already, what is sent along, what is tried again later. */
const optional =
  /delet|remov|clean|clear|logout|log_?out|sign_?out|revoke|close|stop|disconnect|unsubscribe|track|analytic|telemetry|metric|cache|prefetch|warm|try|attempt|optional|maybe|safe|log|report|beacon|ping/i;
const done = /^(?:success|succeeded|successful|ok|sent|paid|charged|delivered|saved|processed|captured)$/i;
/** An answer that says itself that something is missing. */
const honest = /err|warn|fall_?back|skip|cached|degrad|offline_?mode|partial|stale|reason|retry|queued/i;
const good =
  /['"](?:ok|okay|up|healthy|connected|operational|success)['"]|\b(?:ok|success|healthy|ready): true\b/i;

/** `try { …; return { success: true } } catch { return { success: true } }`: what failed is said to be done. */
export function claimedIn(node: tsMorph.ts.CatchClause): Answer | undefined {
  const at = node.block.statements.at(-1);
  const [name = '', outer = ''] = ownersOf(node);
  if (!at || !ts.isReturnStatement(at) || !at.expression || optional.test(name) || optional.test(outer))
    return undefined;
  const given = returnsIn(node.parent.tryBlock);
  const value = unwrappedAwaited(at.expression);
  if (ts.isObjectLiteralExpression(value)) {
    const names = value.properties.map((each) => (each.name && textOfName(each.name)) ?? '');
    if (names.some((each) => honest.test(each))) return undefined;
    const claim = value.properties.find((each) => isClaim(each));
    const isSaidBefore =
      claim?.name !== undefined &&
      given.some((each) => ts.isObjectLiteralExpression(each) && each.properties.some(isClaim));
    if (isSaidBefore && ts.isPropertyAssignment(claim))
      return { at, yes: unwrappedAwaited(claim.initializer), isPlain: true };
  }
  const text = value.getText();
  const isSame = good.test(text) && given.some((each) => each.getText() === text);
  return isSame ? { at, yes: undefined, isPlain: true } : undefined;
}

const isClaim = (property: ScriptNode): boolean =>
  ts.isPropertyAssignment(property) &&
  done.test(textOfName(property.name) ?? '') &&
  property.initializer.kind === ts.SyntaxKind.TrueKeyword;

/** What a block returns, functions in it left out. */
function returnsIn(node: ScriptNode, found: ScriptNode[] = []): readonly ScriptNode[] {
  if (ts.isReturnStatement(node) && node.expression) found.push(unwrappedAwaited(node.expression));
  else if (!ts.isFunctionLike(node)) ts.forEachChild(node, (child) => void returnsIn(child, found));
  return found;
}

const danger =
  /^(?:fraud|fraudulent|malicious|malware|spam|infected|compromised|suspicious|blocked|banned|revoked|blacklisted|blocklisted|denylisted|tampered|breached|pwned)$/;

/** `isFraudulent` that says no when nobody was asked. */
export function denialIn(
  node: tsMorph.ts.CatchClause,
): { answer: Answer; context: Context; when: 'failed'; denies: true } | undefined {
  const at = node.block.statements.at(-1);
  const name = ownersOf(node)[0] ?? '';
  const [first = '', ...words] = wordsOf(name);
  if (!/^(?:is|has|was|are|check|detect)$/.test(first) || !words.some((word) => danger.test(word)))
    return undefined;
  if (!at || !ts.isReturnStatement(at) || at.expression?.kind !== ts.SyntaxKind.FalseKeyword)
    return undefined;
  // Where nobody is asked, what fails is the reading of a text, which then is none of those that are known.
  if (!/\bawait\b/.test(node.parent.tryBlock.getText())) return undefined;
  const answer = { at, yes: undefined, isPlain: false };
  return { answer, context: { name, kind: 'check' }, when: 'failed', denies: true };
}
