import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { trackedPaths } from './gitIndex.ts';

/** Patterns, and the absolute folder that they speak of. */
interface Patterns {
  readonly base: string;
  readonly patterns: Ignore;
}

/**
 * What git ignores, read from the files that git reads and without starting git: nested `.gitignore`, the
 * repository's `info/exclude`, the user's excludes file. Also works where there is no repository.
 */
export class GitIgnore {
  readonly #root: string;
  #shared:
    | Promise<{
        readonly top: string;
        readonly fallbacks: readonly Patterns[];
        /** Files that git tracks, and the folders that they are in: git ignores none of them. */
        readonly tracked: ReadonlySet<string>;
      }>
    | undefined;
  readonly #perFolder = new Map<string, Promise<Patterns | undefined>>();
  readonly #folders = new Map<string, Promise<boolean>>();

  /** `root` is absolute. */
  constructor(root: string) {
    this.#root = root;
  }

  /** `path` is relative to the root, with forward slashes. */
  async isIgnored(path: string, kind: 'file' | 'folder' = 'file'): Promise<boolean> {
    const absolute = join(this.#root, path);
    if ((await this.#load()).tracked.has(absolute)) return false;
    if (await this.#isFolderIgnored(dirname(absolute))) return true;
    return this.#test(absolute, kind);
  }

  /** A folder's answer holds for all that is below it: git can't re-include what is in an ignored folder. */
  #isFolderIgnored(folder: string): Promise<boolean> {
    let known = this.#folders.get(folder);
    if (!known) {
      known = (async () => {
        const { top } = await this.#load();
        if (!isBelow(folder, top)) return false;
        return (await this.#isFolderIgnored(dirname(folder))) || this.#test(folder, 'folder');
      })();
      this.#folders.set(folder, known);
    }
    return known;
  }

  /** Asks the nearest patterns first; the first that have an opinion decide. */
  async #test(absolute: string, kind: 'file' | 'folder'): Promise<boolean> {
    const { top, fallbacks } = await this.#load();
    for (let folder = dirname(absolute); folder === top || isBelow(folder, top); folder = dirname(folder)) {
      const decision = decide(await this.#patternsOf(folder), absolute, kind);
      if (decision !== undefined) return decision;
      if (folder === dirname(folder)) break;
    }
    for (const patterns of fallbacks) {
      const decision = decide(patterns, absolute, kind);
      if (decision !== undefined) return decision;
    }
    return false;
  }

  /** Takes it that a folder, relative to the root with forward slashes, has no `.gitignore`. */
  knowNone(folder: string): void {
    this.#perFolder.set(join(this.#root, folder), Promise.resolve(undefined));
  }

  #patternsOf(folder: string): Promise<Patterns | undefined> {
    let known = this.#perFolder.get(folder);
    if (!known) {
      known = readPatterns(join(folder, '.gitignore'), folder);
      this.#perFolder.set(folder, known);
    }
    return known;
  }

  #load() {
    this.#shared ??= (async () => {
      const repository = await findRepository(this.#root);
      const top = repository?.top ?? this.#root;
      const files = repository ? [join(repository.gitFolder, 'info', 'exclude')] : [];
      const excludes = await excludesFile(repository?.gitFolder);
      if (excludes) files.push(excludes);
      const fallbacks = await Promise.all(files.map((file) => readPatterns(file, top)));
      const tracked = repository ? await trackedBelow(repository, this.#root) : new Set<string>();
      return { top, fallbacks: fallbacks.filter((each) => each !== undefined), tracked };
    })();
    return this.#shared;
  }
}

/** What git tracks below a folder: files and the folders that they are in, as absolute paths. */
async function trackedBelow(
  { top, indexFolder }: { readonly top: string; readonly indexFolder: string },
  root: string,
): Promise<ReadonlySet<string>> {
  const index = await readFile(join(indexFolder, 'index')).catch(() => undefined);
  const tracked = new Set<string>();
  for (const path of index ? trackedPaths(index) : []) {
    const absolute = join(top, path);
    if (!isBelow(absolute, root)) continue;
    for (let each = absolute; each !== root && !tracked.has(each); each = dirname(each)) tracked.add(each);
  }
  return tracked;
}

function decide(from: Patterns | undefined, absolute: string, kind: 'file' | 'folder'): boolean | undefined {
  if (!from) return undefined;
  const path = relative(from.base, absolute).split(sep).join('/');
  if (path === '' || path.startsWith('../')) return undefined;
  const { ignored, unignored } = from.patterns.test(kind === 'folder' ? `${path}/` : path);
  return ignored ? true : unignored ? false : undefined;
}

async function readPatterns(file: string, base: string): Promise<Patterns | undefined> {
  const text = await readText(file);
  return text === undefined ? undefined : { base, patterns: ignore().add(text) };
}

/** The repository around a folder: its top folder, and the folders that hold its settings and its index. */
async function findRepository(
  from: string,
): Promise<{ top: string; gitFolder: string; indexFolder: string } | undefined> {
  for (let top = from; ; top = dirname(top)) {
    const dotGit = join(top, '.git');
    const found = await stat(dotGit).catch(() => undefined);
    if (found?.isDirectory()) return { top, gitFolder: dotGit, indexFolder: dotGit };
    // A worktree or submodule: a file that names the folder, which may in turn name the one it shares.
    const pointer = found && /^gitdir: (.+)$/m.exec((await readText(dotGit)) ?? '')?.[1];
    if (pointer) {
      const gitFolder = resolve(top, pointer.trim());
      const common = (await readText(join(gitFolder, 'commondir')))?.trim();
      // Settings are shared with the main worktree; what is tracked is this one's own.
      return { top, gitFolder: common ? resolve(gitFolder, common) : gitFolder, indexFolder: gitFolder };
    }
    if (top === dirname(top)) return undefined;
  }
}

/** git's `core.excludesFile`: the repository's setting before the user's, else the place git looks by itself. */
async function excludesFile(gitFolder: string | undefined): Promise<string | undefined> {
  const home = homedir();
  const config = process.env.XDG_CONFIG_HOME || join(home, '.config');
  const settings = [
    ...(gitFolder ? [join(gitFolder, 'config')] : []),
    join(home, '.gitconfig'),
    join(config, 'git', 'config'),
  ];
  for (const file of settings) {
    const core = /^[ \t]*\[core\][ \t]*$([^[]*)/im.exec((await readText(file)) ?? '')?.[1];
    const value = /^[ \t]*excludesfile[ \t]*=[ \t]*"?([^"\r\n]+?)"?[ \t]*$/im.exec(core ?? '')?.[1];
    if (value)
      return value.startsWith('~/') ? join(home, value.slice(2)) : isAbsolute(value) ? value : undefined;
  }
  return join(config, 'git', 'ignore');
}

const readText = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

const isBelow = (path: string, folder: string): boolean =>
  path !== folder && path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
