import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { GitIgnore } from '../../server/src/engine/gitIgnore.ts';
import { projectFolder } from '../support/project.ts';

/** A repository with these files, of which git tracks the named ones, ignored or not. */
function repository(files: Record<string, string>, tracked: readonly string[], indexVersion = 2): string {
  const root = projectFolder(files);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '-q');
  git('add', '-f', ...tracked);
  git('update-index', '--index-version', String(indexVersion));
  return root;
}

describe('what git ignores', () => {
  for (const version of [2, 3, 4]) {
    it(`is nothing that it tracks (index version ${version})`, async () => {
      const files = {
        '.gitignore': '.env\nlocal/\n*.key\n',
        '.env': 'A=1\n',
        'api/.env': 'A=1\n',
        'local/kept/größe.txt': '1\n',
        'local/other.txt': '1\n',
        'src/a.ts': '1\n',
        'src/ab.ts': '1\n',
      };
      const root = repository(files, ['.env', 'local/kept/größe.txt', 'src/a.ts', 'src/ab.ts'], version);
      const ignore = new GitIgnore(root);
      const answers: Record<string, boolean> = {};
      for (const path of Object.keys(files)) answers[path] = await ignore.isIgnored(path);
      assert.deepEqual(answers, {
        '.gitignore': false,
        '.env': false,
        'api/.env': true,
        'local/kept/größe.txt': false,
        'local/other.txt': true,
        'src/a.ts': false,
        'src/ab.ts': false,
      });
      assert.equal(
        await ignore.isIgnored('local', 'folder'),
        false,
        'a folder with something tracked is looked into',
      );
    });
  }

  it('is what its own check says, where nothing is tracked', async () => {
    const files = { '.gitignore': 'a/*\n!a/b\n*.log\n!keep.log\n/top\n', 'x/.gitignore': '!y.log\n' };
    const root = repository(files, ['.gitignore']);
    const ignore = new GitIgnore(root);
    for (const path of [
      'a/c',
      'a/b',
      'a/b/c',
      'z.log',
      'keep.log',
      'x/y.log',
      'x/z.log',
      'top',
      'x/top',
      'a',
    ]) {
      let expected = true;
      try {
        execFileSync('git', ['check-ignore', '-q', '--no-index', path], { cwd: root, stdio: 'ignore' });
      } catch {
        expected = false;
      }
      assert.equal(await ignore.isIgnored(path), expected, path);
    }
  });
});
