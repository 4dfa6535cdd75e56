import { fromRoot } from '../paths.ts';
import { packageExtension } from './packageExtension.ts';
import { type ProcessResult, runProcess } from './runProcess.ts';

/** Builds `dist/`. */
export function buildExtension(): Promise<ProcessResult> {
  return runProcess(process.execPath, [fromRoot('scripts', 'build.ts')], { cwd: fromRoot() });
}

/** Builds and packages; ends this process with what went wrong where that fails. */
export async function buildPackageOrExit(vsix: string): Promise<void> {
  await orExit('Building', buildExtension());
  await orExit('Packaging', packageExtension(vsix));
}

/** Waits for a process; ends this one with what it said where it failed. */
export async function orExit(what: string, running: Promise<ProcessResult>): Promise<void> {
  console.error(`${what} …`);
  const { code, output } = await running;
  if (code === 0) return;
  console.error(output);
  console.error(`${what} failed (exit ${code}).`);
  process.exit(1);
}
