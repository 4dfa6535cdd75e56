import { closeSync, type Dirent, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isForeign, isForeignFolder, looksBundled, looksMinified } from '../analysis/fileClass.ts';
import type { Skipped } from '../model/index.ts';
import { GitIgnore } from './gitIgnore.ts';
import type { Cancellation, FileText, Workspace } from './ports.ts';

/** A larger file is data, not code: 2 MiB. */
const largestFile = 2 * 1024 * 1024;

export interface NodeWorkspaceOptions {
  /** Look also at what git ignores and at build output; dependencies stay left out. */
  readonly includeIgnored?: boolean;
}

/** A folder on this machine's disk. Starts no process: it reads what git reads. */
export class NodeWorkspace implements Workspace {
  readonly #root: string;
  readonly #includeIgnored: boolean;
  #gitIgnore: GitIgnore;
  /** What was in each folder when it was listed last. */
  readonly #listed = new Map<string, ReadonlySet<string>>();

  /** `root` is absolute. */
  constructor(root: string, { includeIgnored = false }: NodeWorkspaceOptions = {}) {
    this.#root = root;
    this.#includeIgnored = includeIgnored;
    this.#gitIgnore = new GitIgnore(root);
  }

  /** Forgets what was read of ignore files and which settings there are; to be called when one of them changed. */
  refresh(): void {
    this.#listed.clear();
    this.#gitIgnore = new GitIgnore(this.#root);
  }

  async *list(cancellation: Cancellation, skip: (skipped: Skipped) => void): AsyncIterable<string> {
    const folders = [''];
    for (
      let folder = folders.pop();
      folder !== undefined && !cancellation.isCancelled();
      folder = folders.pop()
    ) {
      const children = await this.#children(folder, skip);
      const names = new Set(children.map(({ name }) => name));
      this.#listed.set(folder, names);
      if (!names.has('.gitignore')) this.#gitIgnore.knowNone(folder);
      const inner: string[] = [];
      for (const child of children) {
        const path = folder === '' ? child.name : `${folder}/${child.name}`;
        if (child.isDirectory()) {
          if (!(await this.#isFolderExcluded(path))) inner.push(path);
        } else if (child.isSymbolicLink()) {
          const reason = await this.#whyNotFollowed(path);
          if (reason && !(await this.isExcluded(path))) skip({ file: path, reason });
        } else if (child.isFile() && !(await this.isExcluded(path))) {
          yield path;
        }
      }
      folders.push(...inner.reverse());
    }
  }

  async isExcluded(path: string): Promise<boolean> {
    if (/(?:^|\/)(?:node_modules|\.git)\//.test(path)) return true;
    return !this.#includeIgnored && (isForeign(path) || (await this.isIgnored(path)));
  }

  async #isFolderExcluded(path: string): Promise<boolean> {
    if (/(?:^|\/)(?:node_modules|\.git)$/.test(path)) return true;
    if (this.#includeIgnored) return false;
    return isForeignFolder(path) || (await this.#gitIgnore.isIgnored(path, 'folder'));
  }

  isIgnored(path: string): Promise<boolean> {
    return this.#gitIgnore.isIgnored(path);
  }

  async read(path: string): Promise<FileText> {
    try {
      const bytes = readWhole(join(this.#root, path));
      if (typeof bytes === 'number') return { skipped: `Larger than 2 MB (${(bytes / 1e6).toFixed(1)} MB).` };
      const text = decode(bytes);
      if (text === undefined) return { skipped: 'Binary file.' };
      if (looksBundled(text)) return { skipped: 'Bundled: its sources are elsewhere.' };
      return looksMinified(text) ? { skipped: 'Minified: no person wrote these lines.' } : { text };
    } catch (error) {
      return { skipped: `Could not be read: ${reasonOf(error)}.` };
    }
  }

  async readSettings(path: string): Promise<string | undefined> {
    const slash = path.lastIndexOf('/');
    const listed = this.#listed.get(path.slice(0, Math.max(slash, 0)));
    return listed && !listed.has(path.slice(slash + 1)) ? undefined : this.readIfThere(path);
  }

  async readIfThere(path: string): Promise<string | undefined> {
    const bytes = await readFile(join(this.#root, path)).catch(() => undefined);
    return bytes && decode(bytes);
  }

  async kindOf(path: string): Promise<'file' | 'folder' | undefined> {
    const found = await stat(join(this.#root, path)).catch(() => undefined);
    return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
  }

  async #children(folder: string, skip: (skipped: Skipped) => void): Promise<readonly Dirent[]> {
    try {
      const children = await readdir(join(this.#root, folder), { withFileTypes: true });
      return children.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      skip({ file: `${folder}/`, reason: `Could not be read: ${reasonOf(error)}.` });
      return [];
    }
  }

  /** What a link points to inside the root is scanned at its own place; any other link is told. */
  async #whyNotFollowed(path: string): Promise<string | undefined> {
    try {
      const target = await realpath(join(this.#root, path));
      const root = await realpath(this.#root);
      if (target !== root && !target.startsWith(root + sep))
        return 'A link that leads out of the folder; not followed.';
      const here = await realpath(join(this.#root, path, '..'));
      return `${here}${sep}`.startsWith(target + sep)
        ? 'A link to a folder that it stands in; not followed.'
        : undefined;
    } catch (error) {
      return `A link that can't be followed: ${reasonOf(error)}.`;
    }
  }
}

/**
 * A file's bytes, or its size where it is too large. Without the thread pool: this runs on a thread that does
 * nothing else meanwhile, and asking the pool four times a file takes longer than reading it.
 */
function readWhole(absolute: string): Buffer | number {
  const file = openSync(absolute, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > largestFile) return size;
    const bytes = Buffer.allocUnsafe(size);
    let read = 0;
    while (read < size) {
      const more = readSync(file, bytes, read, size - read, read);
      if (more === 0) break;
      read += more;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** The text of a file without its byte order mark; undefined for what is no text. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8_000).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is not there any more',
  EISDIR: 'it is a folder',
  ELOOP: 'it leads back to itself',
  EMFILE: 'too many files are open',
};

/** Why the file system refused, without the machine's own path. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || 'unknown error');
}
