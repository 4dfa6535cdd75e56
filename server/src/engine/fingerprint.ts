import { createHash } from 'node:crypto';
import { lastName, nodeAt, textOfName } from '../analysis/namedValue.ts';
import type { Entry } from '../languages/entry.ts';
import { type ScriptNode, ts } from '../languages/script.ts';
import type { FileContext } from '../rules/rule.ts';

/**
 * Says which finding of a file is which while lines move: a hash over rule, path and the syntax around the
 * place. Only names and kinds of nodes go in, no literal, so that a fingerprint can't confirm a guessed secret.
 */
export function fingerprintOf(
  ruleId: string,
  file: FileContext,
  entries: readonly Entry[],
  start: number,
  ordinals: Map<string, number>,
): string {
  const context = [ruleId, file.path, ...contextOf(file, entries, start)].join('\n');
  const ordinal = ordinals.get(context) ?? 0;
  ordinals.set(context, ordinal + 1);
  return createHash('sha256').update(`${context}\n${ordinal}`).digest('hex').slice(0, 32);
}

function contextOf(file: FileContext, entries: readonly Entry[], start: number): readonly string[] {
  if (file.script) return nodeContext(nodeAt(file.script, start));
  const entry = entries.find((each) => each.start <= start && start < each.end);
  return entry ? entry.path : [maskedLine(file.text, start)];
}

/** The names and kinds of all nodes around one, from the inside out. */
function nodeContext(innermost: ScriptNode): string[] {
  const context: string[] = [];
  for (let node: ScriptNode | undefined = innermost; node && !ts.isSourceFile(node); node = node.parent) {
    context.push(`${node.kind}${nameOf(node)}`);
  }
  return context;
}

function nameOf(node: ScriptNode): string {
  const callee =
    ts.isCallExpression(node) || ts.isNewExpression(node) ? lastName(node.expression) : undefined;
  const name = 'name' in node ? textOfName(node.name as ScriptNode) : undefined;
  const target = ts.isBinaryExpression(node) ? lastName(node.left) : undefined;
  const found = callee ?? name ?? target;
  return found === undefined ? '' : `:${found}`;
}

/** The text of a line with everything that could be part of a value taken out. */
function maskedLine(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split(/\r?\n/, 1)[0] ?? '';
  return line
    .replace(/(["'`]).*?\1/g, '""')
    .replace(/[^\s=:,;"'(){}[\]<>]{12,}/g, '*')
    .replace(/\s+/g, ' ')
    .trim();
}
