import ignore from 'ignore';
import { isForeign } from '../../server/src/analysis/fileClass.ts';
import type { FileText, Workspace } from '../../server/src/engine/ports.ts';

/** A workspace folder in memory: files by path. Counts what is read. Only its root's `.gitignore` counts. */
export class MemoryWorkspace implements Workspace {
  readonly files: Map<string, string>;
  reads = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  async *list(): AsyncIterable<string> {
    for (const path of [...this.files.keys()].sort()) if (!(await this.isExcluded(path))) yield path;
  }

  async isExcluded(path: string): Promise<boolean> {
    return isForeign(path) || this.isIgnored(path);
  }

  async isIgnored(path: string): Promise<boolean> {
    return ignore()
      .add(this.files.get('.gitignore') ?? '')
      .ignores(path);
  }

  async read(path: string): Promise<FileText> {
    this.reads++;
    const text = this.files.get(path);
    return text === undefined ? { skipped: 'Could not be read: it is not there any more.' } : { text };
  }

  async readIfThere(path: string): Promise<string | undefined> {
    this.reads++;
    return this.files.get(path);
  }

  readSettings(path: string): Promise<string | undefined> {
    return this.readIfThere(path);
  }

  async kindOf(path: string): Promise<'file' | 'folder' | undefined> {
    if (this.files.has(path)) return 'file';
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`)) ? 'folder' : undefined;
  }
}
