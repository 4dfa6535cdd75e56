import { type ScriptNode, ts } from '../languages/script.ts';
import type { Rule, Visitors } from '../rules/rule.ts';
import type { OpenFile } from './fileContext.ts';

/** A rule that looks at the file at hand, and what it wants to see of it. */
export interface Active {
  readonly rule: Rule;
  readonly visitors: Visitors;
}

/** Runs a step of a rule; false when it threw, which is told where the file's problems are told. */
export type Guard = (ruleId: string, run: () => void) => boolean;

/** Told what a rule threw. */
export type OnFailure = (ruleId: string, error: unknown) => void;

/** Shows every key with its value to the rules that ask for them. */
export function visitEntries(file: OpenFile, active: readonly Active[], guard: Guard): void {
  for (const { rule, visitors } of active) {
    const { entry: visit, entries: visitAll } = visitors;
    if (!visit && !visitAll) continue;
    guard(rule.id, () => {
      if (visit) for (const entry of file.entries.entries) visit(entry);
      visitAll?.(file.entries.entries);
    });
  }
}

/** Shows whole texts, Dockerfiles, SQL and HTML to the rules that ask for them; read when the first one does. */
export function visitWholes(file: OpenFile, active: readonly Active[], guard: Guard): void {
  for (const { rule, visitors } of active) {
    guard(rule.id, () => {
      visitors.text?.();
      if (visitors.dockerfile && file.dockerfile) visitors.dockerfile(file.dockerfile);
      if (visitors.sql && file.sql) visitors.sql(file.sql);
      if (visitors.html && file.html) visitors.html(file.html);
    });
  }
}

/** One walk for all rules, without recursion: source written by machines nests deeper than a stack. */
export function visitNodes(file: OpenFile, active: readonly Active[], onFailure: OnFailure): void {
  const visits = visitsByKind(active);
  if (visits.length === 0 || !file.script) return;
  const failed = new Set<Rule>();
  const waiting: ScriptNode[] = [file.script];
  const children: ScriptNode[] = [];
  const keep = (child: ScriptNode): void => void children.push(child);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const wanted = visits[node.kind];
    if (wanted) visitNode(node, wanted, failed, onFailure);
    children.length = 0;
    ts.forEachChild(node, keep);
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] as ScriptNode);
  }
}

interface Visit {
  readonly rule: Rule;
  readonly visit: (node: ScriptNode) => void;
}

function visitNode(
  node: ScriptNode,
  visits: readonly Visit[],
  failed: Set<Rule>,
  onFailure: OnFailure,
): void {
  for (const { rule, visit } of visits) {
    if (failed.has(rule)) continue;
    try {
      visit(node);
    } catch (error) {
      failed.add(rule);
      onFailure(rule.id, error);
    }
  }
}

/** By `ts.SyntaxKind`; empty where nobody asks for a node. */
function visitsByKind(active: readonly Active[]): readonly (readonly Visit[] | undefined)[] {
  const visits: Visit[][] = [];
  for (const { rule, visitors } of active) {
    for (const [kind, visit] of Object.entries(visitors.nodes ?? {})) {
      const known = visits[Number(kind)];
      if (known) known.push({ rule, visit });
      else visits[Number(kind)] = [{ rule, visit }];
    }
  }
  return visits;
}
