import { applyEdits } from '../languages/applyEdits.ts';
import { fieldOf, fieldText } from './blockerSyntax.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import { fieldInsertion } from './newFields.ts';

/** The edits by which a blocker names the rule that sees it: a field in the style of its neighbours. */
export function linkRule(text: string, blockerId: string, rule: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const { text: read } = syntax.source;
  const old = fieldOf(blocker, 'rule');
  const value = `\`${rule}\``;
  if (old && fieldText(read, old) !== undefined) {
    return { refused: `${blockerId} names a rule already; change it there.` };
  }
  const edit = old
    ? { ...old.value, newText: /\s/.test(read.charAt(old.value.start - 1)) ? value : ` ${value}` }
    : fieldInsertion(syntax, blocker, [{ key: 'Rule', value }]);
  if (!edit) return { refused: `${blockerId} is a table's row, which has no place for a rule.` };
  const edits = [syntax.source.editOf(edit)];
  const after = readDocumentSyntax(applyEdits(text, edits));
  const linked = after.blockers.find(({ id }) => id === blockerId);
  const named = linked && fieldText(after.source.text, fieldOf(linked, 'rule'));
  return named?.replaceAll('`', '') === rule
    ? edits
    : { refused: `${blockerId} has no place where a rule could be written safely.` };
}
