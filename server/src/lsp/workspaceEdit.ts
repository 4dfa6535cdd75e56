import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../model/index.ts';
import { toLspRange } from './diagnostics.ts';

/** What a client can do with an edit of several files. */
export interface EditCapabilities {
  /** It takes versioned edits, and so refuses one whose text has changed meanwhile. */
  readonly documentChanges: boolean;
  readonly create: boolean;
}

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
  return {
    documentChanges: changes.flatMap(({ create, uri, edits: each }): (CreateFile | TextDocumentEdit)[] => {
      const edit = { textDocument: { uri, version: versionOf(uri) ?? null }, edits: each };
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
