import type { FileResult } from '../engine/engine.ts';
import type { DocumentProblem, Finding, Skipped } from '../model/index.ts';

/** What is found in one folder, by file: the one source of diagnostics, panel and document. */
export class FindingsStore {
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #skipped = new Map<string, readonly Skipped[]>();
  readonly #lines = new Map<string, number>();
  readonly #problems = new Map<string, readonly DocumentProblem[]>();
  readonly #changed: (file: string) => void;
  #version = 0;

  /** `changed` is told each file whose findings became others. */
  constructor(changed: (file: string) => void) {
    this.#changed = changed;
  }

  /** Only files that have findings. */
  get files(): ReadonlyMap<string, readonly Finding[]> {
    return this.#findings;
  }

  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()].flat();
  }

  get scannedFiles(): Iterable<string> {
    return this.#lines.keys();
  }

  /** Grows with every change of a finding, and of how long a file is. */
  get version(): number {
    return this.#version;
  }

  of(file: string): readonly Finding[] {
    return this.#findings.get(file) ?? [];
  }

  /** Undefined for a file that was not looked at. */
  lineCountOf(file: string): number | undefined {
    return this.#lines.get(file);
  }

  get filesWithProblems(): readonly string[] {
    return [...this.#problems.keys()];
  }

  /** What is wrong in a configuration file. */
  problemsOf(file: string): readonly DocumentProblem[] {
    return this.#problems.get(file) ?? [];
  }

  put({ file, findings, skipped, lines, problems }: FileResult): void {
    if ((this.#lines.get(file) ?? 0) !== lines) this.#version++;
    if (lines === 0) this.#lines.delete(file);
    else this.#lines.set(file, lines);
    if (skipped.length === 0) this.#skipped.delete(file);
    else this.#skipped.set(file, skipped);
    const sameProblems = JSON.stringify(problems ?? []) === JSON.stringify(this.problemsOf(file));
    if (problems) this.#problems.set(file, problems);
    else this.#problems.delete(file);
    if (sameProblems && sameFindings(this.of(file), findings)) return;
    this.#version++;
    if (findings.length === 0) this.#findings.delete(file);
    else this.#findings.set(file, findings);
    this.#changed(file);
  }

  /** Forgets every file that a full scan no longer came by. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of [...this.#findings.keys(), ...this.#skipped.keys()]) {
      if (!files.has(file)) this.put({ file, findings: [], skipped: [], lines: 0 });
    }
  }

  putUnlisted(skipped: readonly Skipped[]): void {
    for (const each of skipped) this.#skipped.set(each.file, [each]);
  }
}

/** Findings are plain data of one shape, written in one order. */
function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
