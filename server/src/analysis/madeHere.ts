import { type ScriptNode, ts } from '../languages/script.ts';
import { heldBy } from './constants.ts';
import { plain } from './unwrapped.ts';

/** Whether a name is that of a function or a class of the file itself, and so of no library, whatever it is called. */
export function isMadeHere(callee: ScriptNode): boolean {
  const node = plain(callee);
  const declaration = ts.isIdentifier(node) ? heldBy(node)?.declaration : undefined;
  return (
    declaration !== undefined && (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration))
  );
}
