import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../model/index.ts';
import { toLspRange } from './diagnostics.ts';

/** What a client can do with an edit of several files. */
export interface EditCapabilities {
  /** It takes versioned edits, and so refuses one whose text has changed meanwhile. */
  readonly documentChanges: boolean;
  readonly create: boolean;
  /** Edits can have annotations: those that a person is to confirm are shown before they are made. */
  readonly annotations: boolean;
}

/** Marks edits that the client must make as they are. */
const asItIs = 'asItIs';
const annotations = { [asItIs]: { label: 'Edits of signs' } };

/**
 * VS Code cuts a replacement in the active editor down to the code units that differ, and leaves half a character
 * where `🟢` becomes `🔴` (microsoft/vscode#248268); one with an annotation it leaves alone.
 */
const hasSigns = ({ newText }: { readonly newText: string }): boolean => /[\uD800-\uDFFF]/.test(newText);

/** Edits as a client takes them. `versionOf` gives an open document's version. */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  uriOf: (file: string) => string,
  versionOf: (uri: string) => number | undefined,
  can: EditCapabilities,
): WorkspaceEdit {
  const changes = edits.map((edit) => ({
    create: edit.create === true,
    uri: uriOf(edit.file),
    edits: edit.edits.map(({ range, newText }) => ({ range: toLspRange(range), newText })),
  }));
  if (!can.documentChanges) {
    return { changes: Object.fromEntries(changes.map(({ uri, edits: each }) => [uri, each])) };
  }
  const marked = can.annotations && edits.some((edit) => edit.edits.some(hasSigns));
  const mark = (edit: TextEdit) => (marked && hasSigns(edit) ? { ...edit, annotationId: asItIs } : edit);
  return {
    ...(marked && { changeAnnotations: annotations }),
    documentChanges: changes.flatMap(({ create, uri, edits: each }): (CreateFile | TextDocumentEdit)[] => {
      const edit = { textDocument: { uri, version: versionOf(uri) ?? null }, edits: each.map(mark) };
      return create && can.create
        ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit]
        : [edit];
    }),
  };
}

/** The same edit, shown to a person before it is made. */
export function toBeConfirmed(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const annotationId = 'confirm';
  const changes = (edit.documentChanges ?? []).map((change) =>
    'edits' in change
      ? { ...change, edits: change.edits.map((each) => ({ ...each, annotationId })) }
      : { ...change, annotationId },
  );
  return {
    documentChanges: changes,
    changeAnnotations: { [annotationId]: { label, needsConfirmation: true } },
  };
}
