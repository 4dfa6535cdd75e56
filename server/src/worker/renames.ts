import { git } from './git.ts';

/** A file that was renamed more often than this is not followed any further. */
const mostRenames = 5;

/**
 * Where git says that files went that are no longer there, in the same order; null for those that it did not rename,
 * and for all where there is no git. Starts git, so it is for folders that people trust. Reads the history once for
 * each time that any of them was renamed, however many they are.
 * @param isThere whether a file is on disk
 */
export async function renamedTo(
  root: string,
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>,
): Promise<readonly (string | null)[]> {
  const staged = await renamesIn(root, ['diff', '--cached', 'HEAD']);
  /** What became of each, by where the trail leads by now; null where it ends. */
  const now = new Map<string, string | null>(paths.map((path) => [path, path]));
  for (let count = 0; count <= mostRenames; count++) {
    const gone = new Map<string, string>();
    for (const [path, name] of now) if (name !== null && !(await isThere(name))) gone.set(path, name);
    if (gone.size === 0) break;
    const unstaged = [...new Set(gone.values())].filter((name) => !staged.has(name));
    const committed = count < mostRenames ? await committedRenames(root, unstaged) : new Map();
    for (const [path, name] of gone) now.set(path, staged.get(name) ?? committed.get(name) ?? null);
  }
  return paths.map((path) => (now.get(path) === path ? null : (now.get(path) ?? null)));
}

/** What files became in the last commit that took each away. */
async function committedRenames(
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const renames = new Map<string, string>();
  for (const [commit, deleted] of await deletions(root, paths)) {
    const all = await renamesIn(root, ['show', '--format=', '--first-parent', '-m', commit]);
    for (const path of deleted) {
      const renamed = all.get(path);
      if (renamed !== undefined) renames.set(path, renamed);
    }
  }
  return renames;
}

/** The last commit that took each file away, with those that it took. */
async function deletions(
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const commits = new Map<string, string[]>();
  if (paths.length === 0) return commits;
  const deleted = ['--diff-filter=D', '--no-renames', '--first-parent', '-m', '--name-only', '--relative'];
  const options = ['--no-ext-diff', '--no-textconv', '-z', '--format=%x01%H'];
  const log = await git(root, ['--literal-pathspecs', 'log', ...deleted, ...options, '--', ...paths]);
  if ('failed' in log) return commits;
  const wanted = new Set(paths);
  for (const part of log.toString().split('\u0001').slice(1)) {
    const [commit = '', ...names] = part.split(/[\0\n]+/);
    const taken = names.filter((name) => wanted.delete(name));
    if (taken.length > 0) commits.set(commit, taken);
  }
  return commits;
}

/** The renames that a command which compares tells of, relative to the folder. */
async function renamesIn(root: string, command: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const options = ['--name-status', '--find-renames', '--diff-filter=R', '--relative', '-z'];
  const [name = '', ...rest] = command;
  const answer = await git(root, [name, '--no-ext-diff', '--no-textconv', ...options, ...rest]);
  const renames = new Map<string, string>();
  if ('failed' in answer) return renames;
  const parts = answer.toString().replace(/^\n+/, '').split('\0');
  for (let at = 0; at + 2 < parts.length; at += 3) renames.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
  return renames;
}
