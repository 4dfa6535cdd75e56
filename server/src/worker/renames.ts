import { git } from './git.ts';

/** A file that was renamed more often than this is not followed any further. */
const mostRenames = 5;

/**
 * Where git says that files went that are no longer there, in the same order; null for those that it did not rename,
 * and for all where there is no git. Starts git, so it is for folders that people trust.
 * @param isThere whether a file is on disk
 */
export async function renamedTo(
  root: string,
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>,
): Promise<readonly (string | null)[]> {
  const staged = await renamesIn(root, ['diff', '--cached', 'HEAD']);
  const found: (string | null)[] = [];
  for (const path of paths) {
    let now: string | undefined = path;
    for (let count = 0; count < mostRenames && now !== undefined && !(await isThere(now)); count++) {
      now = staged.get(now) ?? (await renameOf(root, now));
    }
    found.push(now !== undefined && now !== path && (await isThere(now)) ? now : null);
  }
  return found;
}

/** What a file became in the last commit that took it away. */
async function renameOf(root: string, path: string): Promise<string | undefined> {
  const deleted = ['--diff-filter=D', '--no-renames', '--first-parent', '-m'];
  const log = await git(root, ['--literal-pathspecs', 'log', '-1', '--format=%H', ...deleted, '--', path]);
  const commit = 'failed' in log ? undefined : /^[0-9a-f]{40,64}/.exec(log.toString('latin1'))?.[0];
  if (commit === undefined) return undefined;
  return (await renamesIn(root, ['show', '--format=', '--first-parent', '-m', commit])).get(path);
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
