import { applyEdits } from '../languages/applyEdits.ts';
import type { FileEdit } from '../model/index.ts';
import { editsBetween } from './editsBetween.ts';

/** Files as they would be after several edits, none of which is made yet. */
export class Draft {
  readonly #readBefore: (path: string) => Promise<string | undefined>;
  readonly #before = new Map<string, string | undefined>();
  readonly #after = new Map<string, string>();

  constructor(readBefore: (path: string) => Promise<string | undefined>) {
    this.#readBefore = readBefore;
  }

  get changed(): readonly string[] {
    return [...this.#after.keys()];
  }

  async read(path: string): Promise<string | undefined> {
    const changed = this.#after.get(path);
    if (changed !== undefined) return changed;
    if (!this.#before.has(path)) this.#before.set(path, await this.#readBefore(path));
    return this.#before.get(path);
  }

  async apply({ file, edits }: FileEdit): Promise<void> {
    this.#after.set(file, applyEdits((await this.read(file)) ?? '', edits));
  }

  /** Whether an edit has put the file into its folder's `.gitignore`. */
  ignores(path: string): boolean {
    const slash = path.lastIndexOf('/') + 1;
    const text = this.#after.get(`${path.slice(0, slash)}.gitignore`);
    return text?.split(/\r?\n/).includes(path.slice(slash)) ?? false;
  }

  /** All edits as one of each file. */
  edits(): readonly FileEdit[] {
    return [...this.#after].flatMap(([file, text]) => {
      const old = this.#before.get(file);
      const edits = editsBetween(old ?? '', text);
      if (edits.length === 0) return [];
      return [old === undefined ? { file, edits, create: true } : { file, edits }];
    });
  }
}
