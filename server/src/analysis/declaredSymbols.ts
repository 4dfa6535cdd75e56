import { type ScriptFile, type ScriptNode, ts } from '../languages/script.ts';
import { textOfName } from './namedValue.ts';

/** Something that a script declares by name. */
export interface DeclaredSymbol {
  readonly name: string;
  /** Offsets from 0; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Everything that a script declares and that people speak of: functions, methods, classes, types, what is held. */
export function declaredSymbols(script: ScriptFile): DeclaredSymbol[] {
  const found: DeclaredSymbol[] = [];
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const name = nameOf(node);
    if (name !== undefined) found.push({ name, start: node.getStart(script), end: node.end });
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return found.sort((a, b) => a.start - b.start);
}

function nameOf(node: ScriptNode): string | undefined {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node)
  ) {
    return node.name && textOfName(node.name);
  }
  return undefined;
}
