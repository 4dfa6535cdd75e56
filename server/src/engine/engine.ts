import { type PackageFacts, packageFactsOf } from '../analysis/packageFacts.ts';
import type { Finding, Skipped } from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type CheckedFile, checkFile } from './checkFile.ts';
import type { Cancellation, Clock, FileText, Workspace } from './ports.ts';

/** What is known of a file after it was checked. */
export interface FileResult {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly lines: number;
}

/** Where a scan stands: files looked at, of how many. */
export type OnScanned = (result: FileResult, done: number, total: number) => void;

/** How many files are read ahead of the one that is being checked. */
const readAhead = 8;

/** Finds blockers in one workspace folder. Open editors' texts go before what is on disk. */
export class Engine {
  readonly #workspace: Workspace;
  readonly #rules: readonly Rule[];
  readonly #clock: Clock;
  readonly #open = new Map<string, string>();
  readonly #packages = new Map<string, Promise<PackageFacts>>();

  constructor(workspace: Workspace, rules: readonly Rule[], clock: Clock) {
    this.#workspace = workspace;
    this.#rules = rules;
    this.#clock = clock;
  }

  /** From now on the file's text is `text`; undefined gives it back to the disk. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    if (path.endsWith('package.json')) this.#packages.clear();
  }

  /** Forgets what was read of manifests; to be called when one of them changed. */
  refresh(): void {
    this.#packages.clear();
  }

  /** The text that a file has now: in the editor where it is open, else on disk. */
  async read(path: string): Promise<FileText> {
    const text = this.#open.get(path);
    return text === undefined ? this.#workspace.read(path) : { text };
  }

  async readIfThere(path: string): Promise<string | undefined> {
    return this.#open.get(path) ?? this.#workspace.readIfThere(path);
  }

  /** Checks one file as it is now. A file that no scan would look at has no findings. */
  async check(path: string): Promise<FileResult> {
    if (await this.#workspace.isExcluded(path)) return { file: path, findings: [], skipped: [], lines: 0 };
    return this.#result(path, await this.read(path));
  }

  /** Checks every file, telling each result as it comes. Ends early, without error, when cancelled. */
  async scan(
    cancellation: Cancellation,
    onScanned: OnScanned,
  ): Promise<{ readonly skipped: readonly Skipped[] }> {
    const skipped: Skipped[] = [];
    const paths: string[] = [];
    for await (const path of this.#workspace.list(cancellation, (each) => skipped.push(each)))
      paths.push(path);
    const reads: Promise<FileText>[] = [];
    for (const [index, path] of paths.entries()) {
      if (cancellation.isCancelled()) break;
      while (reads.length < Math.min(index + readAhead, paths.length)) {
        reads.push(this.read(paths[reads.length] as string));
      }
      onScanned(await this.#result(path, await (reads[index] as Promise<FileText>)), index + 1, paths.length);
      delete reads[index];
    }
    return { skipped };
  }

  /** The file with all that its fixes need; undefined when it can't be read. `text` stands in for what it holds. */
  async inspect(path: string, text?: string): Promise<CheckedFile | undefined> {
    const now = text === undefined ? await this.read(path) : { text };
    return 'text' in now ? this.#inspect(path, now.text) : undefined;
  }

  async #inspect(path: string, text: string): Promise<CheckedFile> {
    const facts = await this.#packageOf(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
    return checkFile({ path, text, package: facts, today: this.#clock.today() }, this.#rules);
  }

  async #result(path: string, read: FileText): Promise<FileResult> {
    if ('skipped' in read) {
      return { file: path, findings: [], skipped: [{ file: path, reason: read.skipped }], lines: 0 };
    }
    const { located, problems, context } = await this.#inspect(path, read.text);
    return {
      file: path,
      findings: located.map(({ finding }) => finding),
      skipped: problems.map((reason) => ({ file: path, reason })),
      lines: context.lines.lineCount,
    };
  }

  /** Facts of the nearest manifest upwards. */
  #packageOf(folder: string): Promise<PackageFacts> {
    let known = this.#packages.get(folder);
    if (!known) {
      known = (async () => {
        const manifest = await this.readIfThere(folder === '' ? 'package.json' : `${folder}/package.json`);
        if (manifest !== undefined || folder === '') return packageFactsOf(folder, manifest);
        return this.#packageOf(folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)));
      })();
      this.#packages.set(folder, known);
    }
    return known;
  }
}
