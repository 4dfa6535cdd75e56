import { applyEdits } from '../languages/applyEdits.ts';
import { fieldOf, fieldText } from './blockerSyntax.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { valueEdits } from './fieldValue.ts';
import { findBlocker } from './findBlocker.ts';
import { keepsFacts } from './keptFacts.ts';
import { oneLine } from './statusReason.ts';

const longest = 200;

/** The edits that write down who a blocker belongs to: a new value for its field, else a new field. */
export function setOwner(text: string, blockerId: string, owner: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const name = oneLine(owner);
  if (name === '') return { refused: `Write who ${blockerId} belongs to.` };
  if (name.length > longest) return { refused: `A name can't be longer than ${longest} characters.` };
  if (fieldText(syntax.source.text, fieldOf(blocker, 'owner')) === name) return [];
  // Most names mean themselves in Markdown, and need no back-slashes.
  for (const value of new Set([name, name.replace(/[\\`*_[\]<>~|&#!]/g, '\\$&')])) {
    const edits = valueEdits(syntax, blocker, { name: 'owner', key: 'Owner', value, change: () => value });
    if ('refused' in edits) return edits;
    const result = edits.map(syntax.source.editOf);
    const after = readDocumentSyntax(applyEdits(text, result));
    const now = after.blockers.find(({ id }) => id === blockerId);
    const said = now && fieldText(after.source.text, fieldOf(now, 'owner'));
    if (said === name && keepsFacts(syntax, after, { id: blockerId, what: 'owner' })) return result;
  }
  return { refused: `“${name}” would not be read as the owner of ${blockerId}.` };
}
