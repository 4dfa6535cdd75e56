import { randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../languages/applyEdits.ts';
import type { FileEdit } from '../model/index.ts';
import type { ChangeResult } from '../protocol/lsp.ts';
import type { Folder } from './folder.ts';
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
      if (!(await replaceFile(path, edit))) return stale;
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

/**
 * Writes beside the file and renames, so that nobody ever reads half of it. Keeps its byte order mark and mode.
 * False when it holds another text than the edits speak of.
 */
async function replaceFile(named: string, { edits, base, create }: FileEdit): Promise<boolean> {
  if (create) {
    await writeFile(named, applyEdits('', edits), { flag: 'wx' });
    return true;
  }
  // A link stays one: the file that it leads to is replaced.
  const path = await realpath(named);
  const [written, { mode }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
  // A rename would go past the write protection of the file itself.
  if ((mode & 0o200) === 0) throw Object.assign(new Error('read-only'), { code: 'read-only' });
  const mark = written.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = written.slice(mark.length);
  if (base !== undefined && base !== text) return false;
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, mark + applyEdits(text, edits), { mode });
    // Written by somebody else while this was written beside it: theirs must not be lost.
    const isSame = (await readFile(path, 'utf8')) === written;
    if (isSame) await rename(beside, path);
    else await rm(beside);
    return isSame;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
