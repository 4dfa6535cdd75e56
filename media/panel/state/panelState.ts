import type { Finding, Skipped } from '../../../server/src/model/finding.ts';
import type {
  DocumentState,
  FolderChange,
  FolderState,
  ScanProgress,
  WorkspaceState,
} from '../../../server/src/protocol/lsp.ts';

/** One workspace folder as the page holds it: findings by file, so that a change costs one file. */
export interface PanelFolder {
  readonly uri: string;
  readonly name: string;
  readonly scan: ScanProgress;
  readonly documents: readonly DocumentState[];
  readonly files: ReadonlyMap<string, readonly Finding[]>;
  readonly skipped: readonly Skipped[];
}

/** Everything the page shows. Never changed in place: a new value says that something changed. */
export interface PanelState {
  readonly folders: readonly PanelFolder[];
}

const panelFolder = ({ files, ...folder }: FolderState): PanelFolder => ({
  ...folder,
  files: new Map(files.map(({ file, findings }) => [file, findings])),
});

export const panelStateOf = (state: WorkspaceState): PanelState => ({
  folders: state.folders.map(panelFolder),
});

/** The state after a change. A change of a folder that the page doesn't know is passed over. */
export const withChange = (state: PanelState, change: FolderChange): PanelState => ({
  folders: state.folders.map((folder) => (folder.uri === change.folder ? changed(folder, change) : folder)),
});

function changed(folder: PanelFolder, { scan, documents, files, skipped }: FolderChange): PanelFolder {
  return {
    ...folder,
    ...(scan && { scan }),
    ...(documents && { documents }),
    ...(skipped && { skipped }),
    ...(files && { files: replaced(folder.files, files) }),
  };
}

function replaced(before: PanelFolder['files'], changes: FolderState['files']): PanelFolder['files'] {
  const files = new Map(before);
  for (const { file, findings } of changes) {
    if (findings.length > 0) files.set(file, findings);
    else files.delete(file);
  }
  return files;
}
