import { type ScriptNode, ts } from '../../languages/script.ts';
import { exits } from '../devGuards.ts';

/** The conditions under which a file throws or ends the program; collected once. */
const collected = new WeakMap<ScriptNode, readonly string[]>();

const production = /\bprod|NODE_ENV|isDev|APP_ENV|VERCEL_ENV/i;

/**
 * Whether the file itself refuses to go on where a fallback would be in force: it throws when the variable is
 * missing, or when production has it missing or still has the fallback. `names` are the variable, what holds it,
 * and the fallback.
 */
export function refusesToStart(file: ScriptNode, variable: string, names: readonly string[]): boolean {
  return refusals(file).some((condition) => {
    if (new RegExp(`!\\s*process\\.env\\.${variable}\\b`).test(condition)) return true;
    return production.test(condition) && names.some((name) => condition.includes(name));
  });
}

function refusals(file: ScriptNode): readonly string[] {
  const known = collected.get(file);
  if (known) return known;
  const found: string[] = [];
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isIfStatement(node) && throws(node.thenStatement)) {
      const condition = conditionsAround(node);
      if (production.test(condition) || condition.includes('process.env')) found.push(condition);
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  collected.set(file, found);
  return found;
}

/** Throwing or ending the program; returning says nothing. */
const throws = (statement: ScriptNode): boolean =>
  exits(statement) && /\bthrow\b|process\.exit\(|\bfatal\(/.test(statement.getText());

/** The condition with those around it: `if (production) { if (!secret) throw … }`. */
function conditionsAround(statement: ScriptNode): string {
  const conditions: string[] = [];
  for (let node = statement; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isIfStatement(node)) conditions.push(node.expression.getText());
  }
  return conditions.join(' && ');
}
