import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { replaceFile } from '../../server/src/lsp/replaceFile.ts';

describe('replacing a file', () => {
  let path: string;
  const text = () => readFileSync(path, 'utf8');
  beforeEach(() => {
    path = join(tempFolder('replace').path, 'BLOCKERS.md');
    writeFileSync(path, 'one\n');
  });
  afterEach(() => assert.deepEqual(readdirSync(join(path, '..')), ['BLOCKERS.md']));

  it('writes what it is to hold', async () => {
    assert.equal(await replaceFile(path, (written) => `${written}two\n`), true);
    assert.equal(text(), 'one\ntwo\n');
  });

  it('leaves it where there is nothing to change', async () => {
    assert.equal(await replaceFile(path, () => undefined), false);
    assert.equal(text(), 'one\n');
  });

  it('keeps what somebody adds while the change is made', async () => {
    const change = (written: string) => {
      appendFileSync(path, 'theirs\n');
      return `${written}ours\n`;
    };
    assert.equal(await replaceFile(path, change), false);
    assert.equal(text(), 'one\ntheirs\n');
  });

  it('keeps the file that somebody puts in its place meanwhile', async () => {
    const change = () => {
      writeFileSync(`${path}.new`, 'theirs\n');
      renameSync(`${path}.new`, path);
      return 'ours\n';
    };
    assert.equal(await replaceFile(path, change), false);
    assert.equal(text(), 'theirs\n');
  });
});
