import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../paths.ts';
import { packageTool } from './packageTool.ts';
import { type ProcessResult, runProcess } from './runProcess.ts';

/** Puts what is built in `dist/`, and what belongs to it, into a `.vsix`. */
export function packageExtension(vsix: string): Promise<ProcessResult> {
  mkdirSync(dirname(vsix), { recursive: true });
  // The dependencies are bundled. The repository's address is not known, so what the README links to comes along.
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ];
  return runProcess(process.execPath, [packageTool('@vscode/vsce', 'vsce'), ...args], { cwd: fromRoot() });
}
