import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../languages/applyEdits.ts';
import type { FileEdit } from '../model/index.ts';
import type { ChangeResult } from '../protocol/lsp.ts';
import type { Folder } from './folder.ts';
import { replaceFile } from './replaceFile.ts';
import { type EditCapabilities, toWorkspaceEdit } from './workspaceEdit.ts';

/** The text that edits were computed for is no longer what stands there: they are to be computed again. */
export const stale = 'stale';

/**
 * Makes edits: through the editor, and so through its undo, in files that it has open; by an atomic replace in
 * files that it has not.
 */
export async function changeFiles(
  edits: readonly FileEdit[],
  folder: Folder,
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  can: EditCapabilities,
): Promise<ChangeResult | typeof stale> {
  if (edits.every(({ edits: each }) => each.length === 0)) return { applied: true };
  const open = edits.filter(({ file }) => documents.get(folder.uriOf(file)));
  if (open.length > 0) {
    const versionOf = (uri: string) => documents.get(uri)?.version;
    const answer = await connection.workspace.applyEdit(toWorkspaceEdit(open, folder.uriOf, versionOf, can));
    if (!answer.applied) return stale;
  }
  for (const edit of edits) {
    if (open.includes(edit)) continue;
    try {
      const path = join(folder.root, edit.file);
      if (!(await changeFile(path, edit))) return stale;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
      return {
        applied: false,
        reason: `${edit.file} could not be written${code}; nothing was changed in it.`,
      };
    }
    await folder.check(edit.file);
  }
  return { applied: true };
}

const byteOrderMark = '\ufeff';

/** Makes the edits on disk. False when the file holds another text than they speak of. */
async function changeFile(path: string, { edits, base, create }: FileEdit): Promise<boolean> {
  if (create) {
    await writeFile(path, applyEdits('', edits), { flag: 'wx' });
    return true;
  }
  return replaceFile(path, (written) => {
    const mark = written.startsWith(byteOrderMark) ? byteOrderMark : '';
    const text = written.slice(mark.length);
    return base !== undefined && base !== text ? undefined : mark + applyEdits(text, edits);
  });
}
