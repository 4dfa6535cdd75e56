import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { dirname } from 'node:path';

/** Git could not answer: its exit code, or `missing` where there is no git. */
export interface GitFailure {
  readonly failed: number | 'missing';
  readonly message: string;
}

/**
 * What a repository's own configuration must not start while its history is read: hooks, pagers, a file system
 * monitor, a signature's checker, a download from where a partial clone came from.
 */
const nothingElse = [
  '--no-pager',
  '--no-optional-locks',
  ...['-c', `core.hooksPath=${devNull}`, '-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'],
  ...['-c', 'protocol.allow=never', '-c', 'core.quotePath=false', '-c', 'color.ui=false'],
];

/** Set by git for its hooks: they would lead to another repository than the folder's own. */
const leftOut =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX|EXTERNAL_DIFF|TRACE\w*)$/;

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !leftOut.test(name));
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/** Asks git about the repository that a folder is in; `input` goes to its standard input. Starts no shell. */
export function git(folder: string, args: readonly string[], input = ''): Promise<Buffer | GitFailure> {
  return new Promise((done) => {
    const child = spawn('git', [...nothingElse, '-C', folder, ...args], {
      // Not the folder: some systems look there for the program first.
      cwd: dirname(process.execPath),
      env: environment(),
      stdio: 'pipe',
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      done({ failed: error.code === 'ENOENT' ? 'missing' : 1, message: error.message }),
    );
    child.on('close', (code) =>
      done(code === 0 ? Buffer.concat(output) : { failed: code ?? 1, message: errors.trim() }),
    );
    // Git may be through, or not there, before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
