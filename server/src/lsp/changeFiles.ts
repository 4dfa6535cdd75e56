import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../languages/applyEdits.ts';
import type { FileEdit } from '../model/index.ts';
import type { ChangeResult } from '../protocol/lsp.ts';
import type { Folder } from './folder.ts';
import { type EditCapabilities, toWorkspaceEdit } from './workspaceEdit.ts';

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
): Promise<ChangeResult> {
  if (edits.every(({ edits: each }) => each.length === 0)) return { applied: true };
  const open = edits.filter(({ file }) => documents.get(folder.uriOf(file)));
  if (open.length > 0) {
    const versionOf = (uri: string) => documents.get(uri)?.version;
    const answer = await connection.workspace.applyEdit(toWorkspaceEdit(open, folder.uriOf, versionOf, can));
    if (!answer.applied) {
      return { applied: false, reason: answer.failureReason ?? 'The text changed meanwhile; try again.' };
    }
  }
  for (const edit of edits) {
    if (open.includes(edit)) continue;
    try {
      await replaceFile(join(folder.root, edit.file), (text) => applyEdits(text, edit.edits));
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

/** Writes beside the file and renames, so that nobody ever reads half of it. Keeps its byte order mark and mode. */
async function replaceFile(path: string, change: (text: string) => string): Promise<void> {
  const [written, { mode }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
  // A rename would go past the write protection of the file itself.
  if ((mode & 0o200) === 0) throw Object.assign(new Error('read-only'), { code: 'read-only' });
  const marked = written.startsWith(byteOrderMark);
  const text = change(marked ? written.slice(1) : written);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, marked ? byteOrderMark + text : text, { mode });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
