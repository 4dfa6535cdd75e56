/** What a `tsconfig.json` says of names that stand for folders. Plain data. */
export interface PathAliases {
  /** Folder of the file, relative to the root. */
  readonly folder: string;
  readonly baseUrl?: string;
  /** Pattern and what it stands for: `@/*` → `src/*`. */
  readonly paths: readonly (readonly [string, string])[];
}

/** Finds the file that an import leads to, among files that are known. */
export class ModuleResolver {
  readonly #files: ReadonlySet<string>;
  readonly #aliases: readonly PathAliases[];
  readonly #known = new Map<string, string | undefined>();

  constructor(files: Iterable<string>, aliases: readonly PathAliases[] = []) {
    this.#files = new Set(files);
    // The nearest configuration goes first.
    this.#aliases = [...aliases].sort((a, b) => b.folder.length - a.folder.length);
  }

  /** The file that `specifier` means in the file `from`; undefined for packages and what is not known. */
  resolve(from: string, specifier: string): string | undefined {
    const folder = from.slice(0, Math.max(from.lastIndexOf('/'), 0));
    const key = `${folder}\n${specifier}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(folder, specifier));
    return this.#known.get(key);
  }

  #find(folder: string, specifier: string): string | undefined {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.#fileAt(joined(folder, specifier));
    for (const { folder: base, baseUrl, paths } of this.#aliases) {
      if (base !== '' && folder !== base && !folder.startsWith(`${base}/`)) continue;
      const root = joined(base, baseUrl ?? '.');
      for (const [pattern, target] of paths) {
        const inside = matched(pattern, specifier);
        const file = inside !== undefined && this.#fileAt(joined(root, target.replace('*', inside)));
        if (file) return file;
      }
      const file = baseUrl === undefined ? undefined : this.#fileAt(joined(root, specifier));
      if (file) return file;
    }
    return undefined;
  }

  #fileAt(path: string): string | undefined {
    // `./users.js` means `users.ts` where that is what was written.
    const bare = path.replace(/\.([cm]?)jsx?$/, '');
    const starts = bare === path ? [path, path === '' ? 'index' : `${path}/index`] : [path, bare];
    for (const start of starts) {
      for (const ending of endings) if (this.#files.has(start + ending)) return start + ending;
    }
    return undefined;
  }
}

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** What the star of a pattern stands for in a specifier; '' where pattern and specifier are the same. */
function matched(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}

/** A path from a folder on, with `.` and `..` worked out. */
function joined(folder: string, path: string): string {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
