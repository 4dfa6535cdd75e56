import { type Baseline, baselineFile, readBaseline } from '../configuration/baseline.ts';
import { EffectiveConfiguration, type PlacedConfiguration } from '../configuration/effective.ts';
import { configurationFile, type ProjectConfiguration } from '../configuration/projectConfiguration.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import type { DocumentProblem } from '../model/index.ts';

/** Something wrong in a configuration file. */
export interface ConfigurationProblem extends DocumentProblem {
  /** Relative to the root. */
  readonly file: string;
}

/** The configuration files of a folder and those below it. One that is broken leaves its last good state in force. */
export class Configurations {
  readonly #read: (path: string) => Promise<string | undefined>;
  readonly #ruleIds: ReadonlySet<string>;
  readonly #effective = new Map<string, Promise<EffectiveConfiguration>>();
  readonly #files = new Map<string, Promise<PlacedConfiguration | undefined>>();
  readonly #lastGood = new Map<string, ProjectConfiguration>();
  readonly #problems = new Map<string, readonly ConfigurationProblem[]>();
  #baseline: Promise<Baseline | undefined> | undefined;

  constructor(read: (path: string) => Promise<string | undefined>, ruleIds: readonly string[]) {
    this.#read = read;
    this.#ruleIds = new Set(ruleIds);
  }

  /** Reads everything anew when it is next asked for. */
  refresh(): void {
    this.#effective.clear();
    this.#files.clear();
    this.#problems.clear();
    this.#baseline = undefined;
  }

  /** What is wrong in the files that were read so far. */
  get problems(): readonly ConfigurationProblem[] {
    return [...this.#problems.values()].flat();
  }

  /** What holds for a file; `path` is relative to the root. */
  forFile(path: string): Promise<EffectiveConfiguration> {
    return this.#forFolder(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
  }

  baseline(): Promise<Baseline | undefined> {
    this.#baseline ??= this.#read(baselineFile).then(readBaseline);
    return this.#baseline;
  }

  /** What is wrong in the text of a configuration file, as somebody types it. */
  problemsIn(text: string): readonly DocumentProblem[] {
    return readConfiguration(text, this.#ruleIds).problems;
  }

  #forFolder(folder: string): Promise<EffectiveConfiguration> {
    let known = this.#effective.get(folder);
    if (!known) {
      known = this.#chain(folder).then((chain) => new EffectiveConfiguration(chain));
      this.#effective.set(folder, known);
    }
    return known;
  }

  async #chain(folder: string): Promise<readonly PlacedConfiguration[]> {
    const segments = folder === '' ? [] : folder.split('/');
    const folders = ['', ...segments.map((_, index) => segments.slice(0, index + 1).join('/'))];
    const placed = await Promise.all(folders.map((each) => this.#fileIn(each)));
    return placed.filter((each) => each !== undefined);
  }

  #fileIn(folder: string): Promise<PlacedConfiguration | undefined> {
    let known = this.#files.get(folder);
    if (!known) {
      known = this.#readIn(folder);
      this.#files.set(folder, known);
    }
    return known;
  }

  async #readIn(folder: string): Promise<PlacedConfiguration | undefined> {
    const file = folder === '' ? configurationFile : `${folder}/${configurationFile}`;
    const text = await this.#read(file);
    if (text === undefined) {
      this.#lastGood.delete(folder);
      return undefined;
    }
    const { configuration, problems } = readConfiguration(text, this.#ruleIds);
    if (problems.length > 0)
      this.#problems.set(
        file,
        problems.map((problem) => ({ ...problem, file })),
      );
    if (configuration) this.#lastGood.set(folder, configuration);
    const good = this.#lastGood.get(folder);
    return good && { folder, configuration: good };
  }
}
