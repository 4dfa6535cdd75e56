import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces what a file holds: written beside it and renamed, so that nobody ever reads half of it. Its mode stays, and a
 * link to it stays a link. Rejects for a read-only file.
 * @param change what it is to hold instead; undefined where that can't be said of what it holds
 * @returns whether it was replaced: not where there is no change, nor where somebody else wrote it at the same time,
 *   whose text stays
 */
export async function replaceFile(
  named: string,
  change: (written: string) => string | undefined,
): Promise<boolean> {
  const path = await realpath(named);
  const file = openSync(path, 'r');
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const { mode } = fstatSync(file);
    // A rename would go past the write protection of the file itself.
    if ((mode & 0o200) === 0) throw Object.assign(new Error('read-only'), { code: 'read-only' });
    const before = contentOf(file);
    const text = change(before.toString('utf8'));
    if (text === undefined) return false;
    await writeFile(beside, text, { mode });
    // From here on nothing is waited for, so that hardly anybody can come in between.
    const isReplaced = statSync(path).ino !== fstatSync(file).ino;
    if (isReplaced || !contentOf(file).equals(before)) return false;
    renameSync(beside, path);
    const after = contentOf(file);
    if (after.equals(before)) return true;
    // Somebody had it open already and wrote into what is no longer there: theirs comes back.
    writeFileSync(beside, after, { mode });
    renameSync(beside, path);
    return false;
  } finally {
    closeSync(file);
    await rm(beside, { force: true });
  }
}

/** What an open file holds now, whatever its name leads to by now. */
function contentOf(file: number): Buffer {
  const { size } = fstatSync(file);
  const content = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, content, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return content.subarray(0, length);
}
