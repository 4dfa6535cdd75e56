import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';

/** What every command ends with. */
export const exitCodes = {
  /** Nothing stands in the way. */
  clean: 0,
  /** Blockers at or above the threshold. */
  blocked: 1,
  /** Wrong use, broken configuration, or nothing could be read. */
  wrongUse: 2,
} as const;

/** Something that the person at the command line can mend: its message is one sentence and all they see. */
export class UserError extends Error {}

/** The absolute path of a folder that must exist. */
export async function existingFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    const why = found.code === 'ENOENT' ? 'does not exist' : `can't be read (${found.code})`;
    throw new UserError(`The folder ${folder} ${why}; name an existing folder.`);
  }
  if (!found.isDirectory()) throw new UserError(`${folder} is a file; name a folder to look at.`);
  return path;
}

/** Results go to standard output, and are through before the process ends. */
export function printResult(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(`${text}\n`, () => done()));
}

export const printJson = (value: unknown): Promise<void> => printResult(JSON.stringify(value, null, 2));

/** For options with a closed list of values. */
export function oneOf<Value extends string>(values: readonly Value[]): (given: string) => Value {
  return (given) => {
    const value = values.find((each) => each === given);
    if (value === undefined) throw new InvalidArgumentError(`Use one of: ${values.join(', ')}.`);
    return value;
  };
}

export const formats = ['pretty', 'json'] as const;
