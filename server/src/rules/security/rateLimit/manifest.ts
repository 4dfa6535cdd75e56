import type { PathAliases } from '../../../analysis/routes/moduleResolver.ts';
import type { Entry } from '../../../languages/entry.ts';

/** What a `package.json` says of whether its package is run or imported. Plain data. */
export interface Manifest {
  /** Keys of the manifest, and `scripts.<name>`. */
  readonly keys: readonly string[];
  readonly isPrivate: boolean;
}

/** Reads a manifest entry by entry. */
export function manifestReader(): { readonly manifest: Manifest; readonly entry: (entry: Entry) => void } {
  const keys: string[] = [];
  const manifest = { keys, isPrivate: false };
  return {
    manifest,
    entry: ({ path, value }) => {
      const key = path[0] === 'scripts' ? path.slice(0, 2).join('.') : path[0];
      if (key !== undefined && !keys.includes(key)) keys.push(key);
      if (key === 'private' && value === 'true') manifest.isPrivate = true;
    },
  };
}

/** Whether a package is made for others to import or install, and not to be run where it is. */
export function isLibrary({ keys, isPrivate }: Manifest, listens: boolean): boolean {
  if (isPrivate) return false;
  const starts = keys.some((key) => /^scripts\.(?:start|serve)(?::prod\w*)?$/.test(key));
  const published = keys.some((key) =>
    /^(?:exports|types|typings|module|files|bin|publishConfig)$/.test(key),
  );
  if (published) return !starts || !listens;
  // `npm init` writes `main` into every manifest.
  return keys.includes('main') && !starts && !listens;
}

/** Reads the names for folders out of a `tsconfig.json`. */
export function aliasReader(path: string): {
  readonly aliases: PathAliases;
  readonly entry: (entry: Entry) => void;
} {
  const paths: [string, string][] = [];
  const aliases: { folder: string; paths: [string, string][]; baseUrl?: string } = {
    folder: path.slice(0, Math.max(path.lastIndexOf('/'), 0)),
    paths,
  };
  return {
    aliases,
    entry: ({ path: [first, second, pattern], value }) => {
      if (first !== 'compilerOptions') return;
      if (second === 'baseUrl') aliases.baseUrl = value;
      if (second === 'paths' && pattern !== undefined) paths.push([pattern, value]);
    },
  };
}
