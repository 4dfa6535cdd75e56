import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type TempFolder, tempFolder } from '../../scripts/lib/tempFolder.ts';
import { fromRoot } from '../../scripts/paths.ts';

/**
 * What an editor is opened on: a folder in test/workspaces by its name (`shop`), a `.code-workspace` file in
 * one (`monorepo/all.code-workspace`), or files by their path with their text.
 */
export type WorkspaceTemplate = string | Readonly<Record<string, string>>;

/** A copy that a test may change at will. */
export interface WorkspaceCopy {
  /** The copy's folder, absolute. */
  readonly folder: string;
  /** What to open: the folder, or the `.code-workspace` file in it. */
  readonly target: string;
  /** Removes it; the end of the process does so too. */
  remove(): void;
}

/** Copies a template into a temporary folder of its own. The files of a template are never opened themselves. */
export function copyWorkspace(template: WorkspaceTemplate): WorkspaceCopy {
  const temp = tempFolder('workspace');
  return typeof template === 'string' ? copyNamed(template, temp) : writeFiles(template, temp);
}

function copyNamed(template: string, temp: TempFolder): WorkspaceCopy {
  const [name = '', ...rest] = template.split('/');
  const source = fromRoot('test', 'workspaces', name);
  if (!existsSync(join(source, ...rest))) throw new Error(`There is no test/workspaces/${template}.`);
  const folder = join(temp.path, name);
  cpSync(source, folder, { recursive: true });
  return { folder, target: join(folder, ...rest), remove: temp.remove };
}

function writeFiles(files: Readonly<Record<string, string>>, temp: TempFolder): WorkspaceCopy {
  const folder = join(temp.path, 'workspace');
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const workspaceFile = Object.keys(files).find((path) => basename(path).endsWith('.code-workspace'));
  return { folder, target: join(folder, workspaceFile ?? ''), remove: temp.remove };
}
