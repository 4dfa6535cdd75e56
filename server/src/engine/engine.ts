import { setImmediate } from 'node:timers/promises';
import { type PackageFacts, packageFactsOf } from '../analysis/packageFacts.ts';
import { configurationFile } from '../configuration/projectConfiguration.ts';
import type { DocumentProblem, Finding, Skipped } from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type CheckedFile, checkFile } from './checkFile.ts';
import { type ConfigurationProblem, Configurations } from './configurations.ts';
import type { Cancellation, Clock, FileText, Workspace } from './ports.ts';
import { type Concluded, ProjectFindings } from './projectFindings.ts';

/** What is known of a file after it was checked. */
export interface FileResult {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly lines: number;
  /** What is wrong in a configuration file, for the editor. */
  readonly problems?: readonly DocumentProblem[];
}

/** For whoever watches over rules that do not end. */
export interface EngineWatch {
  /** Files that no rule may look at any more. */
  readonly leftOut: ReadonlySet<string>;
  /** Told each file before rules look at it. */
  onCheck(path: string): void;
}

const unwatched: EngineWatch = { leftOut: new Set(), onCheck: () => {} };

const didNotEnd = 'A rule did not come to an end here and was stopped; the file is left out.';

/** Where a scan stands: files looked at, of how many. */
export type OnScanned = (result: FileResult, done: number, total: number) => void;

/** How long a scan keeps others waiting, such as a check of the file that somebody types in; in milliseconds. */
const longestTurn = 15;

/** Finds blockers in one workspace folder. Open editors' texts go before what is on disk. */
export class Engine {
  readonly #workspace: Workspace;
  readonly #rules: readonly Rule[];
  readonly #clock: Clock;
  readonly #watch: EngineWatch;
  readonly #open = new Map<string, string>();
  readonly #packages = new Map<string, Promise<PackageFacts>>();
  readonly #results = new Map<string, FileResult>();
  /** How often each file was checked: of two checks under way, the one that began later counts. */
  readonly #turns = new Map<string, number>();
  readonly #project: ProjectFindings;
  readonly #configurations: Configurations;
  /** Project rules conclude only from the whole: before the first scan is through, absence proves nothing. */
  #scanned = false;

  constructor(workspace: Workspace, rules: readonly Rule[], clock: Clock, watch: EngineWatch = unwatched) {
    this.#watch = watch;
    this.#workspace = workspace;
    this.#rules = rules;
    this.#clock = clock;
    this.#project = new ProjectFindings(rules);
    this.#configurations = new Configurations(
      (path) => workspace.readSettings(path),
      rules.map(({ id }) => id),
    );
  }

  /** From now on the file's text is `text`; undefined gives it back to the disk. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    if (path.endsWith('package.json')) this.#packages.clear();
  }

  /** Forgets what was read of manifests and configuration; to be called when one of them changed. */
  refresh(): void {
    this.#packages.clear();
    this.#configurations.refresh();
  }

  /** The text that a file has now: in the editor where it is open, else on disk. */
  async read(path: string): Promise<FileText> {
    const text = this.#open.get(path);
    return text === undefined ? this.#workspace.read(path) : { text };
  }

  async readIfThere(path: string): Promise<string | undefined> {
    return this.#open.get(path) ?? this.#workspace.readIfThere(path);
  }

  /**
   * Checks one file as it is now. The first result is its own; others follow for files in which a project rule
   * came to another conclusion. A file that no scan would look at has no findings.
   */
  async check(path: string): Promise<readonly [FileResult, ...FileResult[]]> {
    if (await this.#isExcluded(path)) {
      this.#forget(path);
    } else {
      const read = await this.read(path);
      const gone = 'skipped' in read && (await this.#workspace.kindOf(path)) === undefined;
      if (gone) this.#forget(path);
      else await this.#checkText(path, read);
    }
    const touched = this.#scanned ? this.#conclude() : new Set<string>();
    const others = [...touched].filter((other) => other !== path);
    return [this.resultOf(path), ...others.map((other) => this.resultOf(other))];
  }

  /**
   * Checks every file, telling each result as it comes, and at the end again those of files in which a project
   * rule found something. Ends early, without error, when cancelled.
   */
  async scan(
    cancellation: Cancellation,
    onScanned: OnScanned,
  ): Promise<{ readonly skipped: readonly Skipped[] }> {
    const skipped: Skipped[] = [];
    const paths: string[] = [];
    for await (const path of this.#workspace.list(cancellation, (each) => skipped.push(each))) {
      if (!(await this.#configurations.forFile(path)).excludes(path)) paths.push(path);
    }
    let paused = performance.now();
    for (const [index, path] of paths.entries()) {
      if (performance.now() - paused > longestTurn) {
        await setImmediate();
        paused = performance.now();
      }
      if (cancellation.isCancelled()) return { skipped };
      const read = await this.read(path);
      // Opened while it was read: the editor's text goes before the disk's.
      const text = this.#open.get(path);
      await this.#checkText(path, text === undefined ? read : { text });
      onScanned(this.resultOf(path), index + 1, paths.length);
    }
    this.#forgetAllBut(new Set(paths));
    this.#scanned = true;
    const touched = this.#conclude((problem) => skipped.push({ file: '.', reason: problem }));
    for (const path of paths) {
      // A file that a project rule no longer speaks of was told with what was concluded before.
      if (touched.has(path) || this.#project.of(path).length > 0)
        onScanned(this.resultOf(path), paths.length, paths.length);
    }
    return { skipped };
  }

  /** The file with all that its fixes need; undefined when it can't be read. `text` stands in for what it holds. */
  async inspect(path: string, text?: string): Promise<CheckedFile | undefined> {
    if (this.#watch.leftOut.has(path)) return undefined;
    const now = text === undefined ? await this.read(path) : { text };
    return 'text' in now ? this.#inspect(path, now.text) : undefined;
  }

  /** What project rules concluded for a file when it was last checked. */
  concludedIn(path: string): readonly Concluded[] {
    return this.#project.of(path);
  }

  /** Tracking documents that the root's configuration names. */
  async configuredDocuments(): Promise<readonly string[]> {
    return (await this.#configurations.forFile('')).documents;
  }

  /** After so many days without an update a tracking document counts as neglected. */
  async documentMaxAge(): Promise<number> {
    return (await this.#configurations.forFile('')).documentMaxAge;
  }

  /** What is known of every file that was checked so far. */
  *results(): Iterable<FileResult> {
    for (const path of this.#results.keys()) yield this.resultOf(path);
  }

  /** Everything that was found and is not suppressed, in the files checked so far. */
  *found(): Iterable<Finding> {
    for (const { findings } of this.results()) {
      for (const finding of findings) if (!finding.suppressed) yield finding;
    }
  }

  /** The configuration file that is nearest to a file, upwards. */
  async nearestConfiguration(path: string): Promise<string | undefined> {
    return (await this.#configurations.forFile(path)).nearestFile;
  }

  /** What is wrong in configuration files, as far as they were needed yet. */
  get configurationProblems(): readonly ConfigurationProblem[] {
    return this.#configurations.problems;
  }

  async #isExcluded(path: string): Promise<boolean> {
    if (await this.#workspace.isExcluded(path)) return true;
    return (await this.#configurations.forFile(path)).excludes(path);
  }

  async #inspect(path: string, text: string): Promise<CheckedFile> {
    this.#watch.onCheck(path);
    const facts = await this.#packageOf(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
    const policy = {
      configuration: await this.#configurations.forFile(path),
      baseline: await this.#configurations.baseline(),
      today: this.#clock.today(),
    };
    return checkFile({ path, text, package: facts, policy }, this.#rules);
  }

  async #checkText(path: string, given: FileText): Promise<void> {
    const read = this.#watch.leftOut.has(path) ? { skipped: didNotEnd } : given;
    if ('skipped' in read) {
      this.#project.put(path, undefined);
      this.#results.set(path, {
        file: path,
        findings: [],
        skipped: [{ file: path, reason: read.skipped }],
        lines: 0,
      });
      return;
    }
    const turn = (this.#turns.get(path) ?? 0) + 1;
    this.#turns.set(path, turn);
    const checked = await this.#inspect(path, read.text);
    // Checked again meanwhile, with a newer text: that answer stands.
    if (this.#turns.get(path) !== turn) return;
    const problems = isConfiguration(path) ? this.#configurations.problemsIn(read.text) : [];
    this.#project.put(path, checked);
    this.#results.set(path, {
      file: path,
      findings: checked.located.map(({ finding }) => finding),
      skipped: checked.problems.map((reason) => ({ file: path, reason })),
      lines: checked.context.lines.lineCount,
      ...(problems.length > 0 ? { problems } : {}),
    });
  }

  #forget(path: string): void {
    this.#project.put(path, undefined);
    this.#results.delete(path);
  }

  #conclude(onProblem: (message: string) => void = () => {}): ReadonlySet<string> {
    return this.#project.conclude(onProblem);
  }

  /** What file rules and project rules found in a file when it was last checked, in the order of places. */
  resultOf(path: string): FileResult {
    const own = this.#results.get(path) ?? { file: path, findings: [], skipped: [], lines: 0 };
    const concluded = this.#project.of(path);
    if (concluded.length === 0) return own;
    const findings = [...own.findings, ...concluded.map(({ finding }) => finding)].sort(byPlace);
    return { ...own, findings };
  }

  #forgetAllBut(paths: ReadonlySet<string>): void {
    this.#project.keepOnly(paths);
    for (const path of this.#results.keys()) if (!paths.has(path)) this.#results.delete(path);
  }

  /** Facts of the nearest manifest upwards. */
  #packageOf(folder: string): Promise<PackageFacts> {
    let known = this.#packages.get(folder);
    if (!known) {
      known = (async () => {
        const path = folder === '' ? 'package.json' : `${folder}/package.json`;
        const manifest = this.#open.get(path) ?? (await this.#workspace.readSettings(path));
        if (manifest !== undefined || folder === '') return packageFactsOf(folder, manifest);
        return this.#packageOf(folder.slice(0, Math.max(folder.lastIndexOf('/'), 0)));
      })();
      this.#packages.set(folder, known);
    }
    return known;
  }
}

const isConfiguration = (path: string): boolean => path.split('/').at(-1) === configurationFile;

const byPlace = ({ range: a }: Finding, { range: b }: Finding): number =>
  a.start.line - b.start.line || a.start.column - b.start.column;
