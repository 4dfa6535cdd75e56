import { createHash } from 'node:crypto';
import { nodeAt } from '../analysis/namedValue.ts';
import type { Entry } from '../languages/entry.ts';
import { type ScriptFile, type ScriptNode, ts } from '../languages/script.ts';

/**
 * Says which finding of a file is which while lines move: a hash over rule, path, the syntax around the place,
 * and how many of the same came before, which `ordinals` counts. No literal goes in, so that a fingerprint can't
 * confirm a guessed secret.
 */
export function fingerprintOf(
  ruleId: string,
  path: string,
  context: readonly string[],
  ordinals: Map<string, number>,
): string {
  const key = [ruleId, path, ...context].join('\n');
  const ordinal = ordinals.get(key) ?? 0;
  ordinals.set(key, ordinal + 1);
  return createHash('sha256').update(`${key}\n${ordinal}`).digest('hex').slice(0, 32);
}

/** What stands around an offset: names and kinds of nodes, the path of a key, or a line without its values. */
export function contextAt(
  text: string,
  script: ScriptFile | undefined,
  entries: readonly Entry[],
  offset: number,
): readonly string[] {
  if (script) return nodeContext(nodeAt(script, offset));
  const entry = entries.find((each) => each.start <= offset && offset < each.end);
  return entry ? entry.path : [maskedLine(text, offset)];
}

/** Deeper than people write; without it, a chain of calls would take its length squared. */
const mostContext = 200;

/** The names and kinds of the nodes around one, from the inside out. */
function nodeContext(innermost: ScriptNode): string[] {
  const context: string[] = [];
  for (let node: ScriptNode | undefined = innermost; node && !ts.isSourceFile(node); node = node.parent) {
    if (context.length === mostContext) break;
    context.push(`${ts.SyntaxKind[node.kind]}${nameOf(node)}`);
  }
  return context;
}

/** Identifiers only: a name in quotes may be anything. */
function nameOf(node: ScriptNode): string {
  const named =
    ts.isCallExpression(node) || ts.isNewExpression(node)
      ? node.expression
      : ts.isBinaryExpression(node)
        ? node.left
        : 'name' in node
          ? (node.name as ScriptNode | undefined)
          : undefined;
  const last = named && ts.isPropertyAccessExpression(named) ? named.name : named;
  return last && ts.isIdentifier(last) ? `:${last.text}` : '';
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
