import type { Refusal } from '../model/textEdit.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';

/** The blocker that a change is about, or why it can't be told. */
export function findBlocker(syntax: DocumentSyntax, id: string): BlockerSyntax | Refusal {
  if (syntax.conflict) return { refused: 'The document has an unresolved merge conflict; resolve it first.' };
  const [blocker, another] = syntax.blockers.filter((one) => one.id === id);
  if (!blocker) return { refused: `No blocker in this document is ${id}.` };
  if (another)
    return { refused: `More than one blocker in this document is ${id}; give each an id of its own first.` };
  return blocker;
}
