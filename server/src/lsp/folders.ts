import type { WorkspaceFolder } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { WorkspaceState } from '../protocol/lsp.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { Folder, type TellChange } from './folder.ts';
import { pathBelow, pathOfUri } from './uris.ts';

/** A file of an open folder. */
export interface FolderFile {
  readonly folder: Folder;
  /** Relative to the folder's root, with forward slashes. */
  readonly file: string;
}

/** The workspace's folders. A file belongs to the innermost one that holds it. */
export class Folders {
  readonly #host: WorkerHost;
  readonly #tell: TellChange;
  readonly #isTrusted: () => boolean;
  readonly #folders = new Map<string, Folder>();

  /** `isTrusted` says whether the workspace is one whose programs may be started. */
  constructor(host: WorkerHost, tell: TellChange, isTrusted: () => boolean) {
    this.#isTrusted = isTrusted;
    this.#host = host;
    this.#tell = tell;
  }

  get all(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** Opens a folder; undefined when it is on no disk of this machine. */
  async add({ uri }: Pick<WorkspaceFolder, 'uri'>): Promise<Folder | undefined> {
    const root = pathOfUri(uri);
    if (root === undefined) return undefined;
    const folder = new Folder(
      uri,
      root.length > 1 ? root.replace(/[/\\]$/, '') : root,
      this.#host,
      this.#tell,
      this.#isTrusted,
    );
    this.#folders.set(uri, folder);
    await folder.open();
    return folder;
  }

  async remove(uri: string): Promise<void> {
    const folder = this.#folders.get(uri);
    this.#folders.delete(uri);
    await folder?.close();
  }

  get(uri: string): Folder | undefined {
    return this.#folders.get(uri) ?? this.#folders.get(URI.parse(uri).toString());
  }

  /** The folder and the path in it of a document; undefined for one that is in none. */
  locate(uri: string): FolderFile | undefined {
    const path = pathOfUri(uri);
    if (path === undefined) return undefined;
    let best: FolderFile | undefined;
    for (const folder of this.#folders.values()) {
      const file = pathBelow(folder.root, path);
      if (file !== undefined && (!best || file.length < best.file.length)) best = { folder, file };
    }
    return best;
  }

  state(): WorkspaceState {
    return { folders: this.all.map((folder) => folder.state()) };
  }
}
