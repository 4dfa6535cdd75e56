import { execFileSync } from 'node:child_process';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';

export interface TestCommit {
  /** YYYY-MM-DD; noon of that day. */
  readonly day: string;
  /** What the commit writes; null takes the file away. */
  readonly files: Readonly<Record<string, string | null>>;
  /** `main` where nothing is said. */
  readonly branch?: string;
  /** The commit before this one as an index from 0; the one before in the list where nothing is said. */
  readonly parent?: number;
  /** The last commit of a branch that this one merges, as an index from 0. */
  readonly merges?: number;
}

/** A repository with these commits, the last of them checked out; its absolute path. Gone when the process ends. */
export function repository(commits: readonly TestCommit[]): string {
  const root = tempFolder('repository').path;
  const run = (args: readonly string[], input?: string) =>
    execFileSync('git', ['-C', root, '-c', 'init.defaultBranch=main', ...args], { input, stdio: 'pipe' });
  run(['init', '--quiet']);
  run(['fast-import', '--quiet'], commits.map(importCommand).join('\n'));
  run(['checkout', '--quiet', 'main']);
  return root;
}

/** A commit as `git fast-import` reads it. */
function importCommand({ day, files, branch = 'main', parent, merges }: TestCommit, index: number): string {
  const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
  return [
    `commit refs/heads/${branch}`,
    `mark :${index + 1}`,
    `committer Dana <dana@example.com> ${seconds} +0000`,
    ...data(`Commit ${index}`),
    ...(index > 0 ? [`from :${(parent ?? index - 1) + 1}`] : []),
    ...(merges === undefined ? [] : [`merge :${merges + 1}`]),
    ...Object.entries(files).flatMap(([path, text]) =>
      text === null ? [`D ${path}`] : [`M 100644 inline ${path}`, ...data(text)],
    ),
    '',
  ].join('\n');
}

const data = (text: string): string[] => [`data ${Buffer.byteLength(text)}`, text];
