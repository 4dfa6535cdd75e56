import { applyEdits } from '../languages/applyEdits.ts';
import type { Refusal } from '../model/textEdit.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import { isTelling, mentionsIn } from './mentions.ts';

/** The edits that give a blocker another id, wherever the document names it. */
export function renameId(text: string, from: string, to: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, from);
  if ('refused' in blocker) return blocker;
  if (from === to) return [];
  if (!blocker.idSpan)
    return { refused: `No id is written for “${blocker.name}”, so there is none to rename.` };
  const ids = syntax.blockers.map(({ id }) => id);
  if (ids.includes(to)) return { refused: `Another blocker is ${to} already.` };
  if (!isTelling(to)) return malformed(to);
  const edits = mentionsIn(syntax.source.text, (word) => word === from).map((span) =>
    syntax.source.editOf({ start: span.start, end: span.end, newText: to }),
  );
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers.map(({ id }) => id);
  return after.length === ids.length && after.every((id, at) => id === (ids[at] === from ? to : ids[at]))
    ? edits
    : malformed(to);
}

const malformed = (id: string): Refusal => ({
  refused: `“${id}” would not be read as an id; write letters, a hyphen and a number, such as BLOCK-012.`,
});
