import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProcess } from '../../scripts/lib/runProcess.ts';

/** A program that tests need from outside npm. */
export interface Program {
  /** What it is called where it is missing. */
  readonly title: string;
  /** The names that it may have on the path, the best first. */
  readonly names: readonly string[];
  /** The Debian package that brings it. */
  readonly debianPackage: string;
  /** Says what else than installing would help, where there is something: `Set CHROME_PATH, or`. */
  readonly or?: string;
}

/**
 * The program on this machine's path. Where there is none, it is installed on Debian for root; else this throws
 * a sentence that says how to.
 */
export async function findProgram(
  program: Program,
  say: (line: string) => void = console.error,
): Promise<string> {
  return onPath(program.names) ?? (await installProgram(program, say));
}

async function installProgram(program: Program, say: (line: string) => void): Promise<string> {
  const { title, names, debianPackage, or = '' } = program;
  const install = `apt-get update && apt-get install -y --no-install-recommends ${debianPackage}`;
  const how = `${or} install one: ${install}`.trim();
  const missing = `No ${title} was found. ${how.charAt(0).toUpperCase()}${how.slice(1)}`;
  if (!onPath(['apt-get']) || process.getuid?.() !== 0) throw new Error(missing);
  say(`Installing ${debianPackage} (${install}) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runProcess('sh', ['-c', install], { env });
  const installed = onPath(names);
  if (code !== 0 || !installed)
    throw new Error(`${missing}\nThat was tried and failed (exit ${code}):\n${output}`);
  return installed;
}

function onPath(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return candidates.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
