import { join } from 'node:path';
import { baselineFile, writeBaseline } from '../configuration/baseline.ts';
import { configurationFile } from '../configuration/projectConfiguration.ts';
import { switchOffEdit } from '../configuration/switchOff.ts';
import { isTrackingDocumentName } from '../document/discovery.ts';
import { refresh } from '../document/refresh.ts';
import { newDocument } from '../document/scaffold/newDocument.ts';
import type { ConfigurationProblem } from '../engine/configurations.ts';
import { editsBetween } from '../engine/editsBetween.ts';
import { Engine, type FileResult } from '../engine/engine.ts';
import { Fixer, type WantedFixes } from '../engine/fix.ts';
import { NodeWorkspace } from '../engine/nodeWorkspace.ts';
import { type Cancellation, type Clock, neverCancelled, type Workspace } from '../engine/ports.ts';
import type { FileEdit, Finding, Refusal, Skipped } from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';
import { historyUpTo } from './documentHistory.ts';
import { Documents, type Renames } from './documents.ts';
import { whyUnknown } from './knownHistory.ts';
import { renamedTo } from './renames.ts';
import type { DocumentEdits, Scanned } from './requests.ts';

/** Where a new tracking document is written, unless the configuration names another place. */
const newDocumentFile = 'BLOCKERS.md';

/** How often, at most, a scan tells what it found: every 100 ms. */
const tellEvery = 100;

/** What a folder is opened with. */
interface RootOptions {
  /** Absolute. */
  readonly root: string;
  readonly includeIgnored: boolean;
  /** Files that no rule may look at any more: one did not end there. */
  readonly leftOut: readonly string[];
  readonly rules: readonly Rule[];
  readonly clock: Clock;
  /** Told each file before rules look at it. */
  readonly onCheck: (path: string) => void;
}

/** Everything the worker holds of one workspace folder. */
export class Root {
  readonly workspace: Workspace & { refresh(): void };
  readonly engine: Engine;
  readonly fixer: Fixer;
  readonly documents: Documents;
  readonly #root: string;
  readonly #clock: Clock;
  readonly #rules: readonly Rule[];
  /** Whether a scan got through. */
  #scanned = false;

  constructor({ root, includeIgnored, leftOut, rules, clock, onCheck }: RootOptions) {
    this.#root = root;
    this.#clock = clock;
    this.#rules = rules;
    this.workspace = new NodeWorkspace(root, { includeIgnored });
    this.engine = new Engine(this.workspace, rules, clock, { leftOut: new Set(leftOut), onCheck });
    this.fixer = new Fixer(this.engine, this.workspace);
    const renames: Renames = {
      renamedTo: (paths) => this.renamedTo(paths),
      whyUnknown: () => whyUnknown(root, 'The folder'),
    };
    this.documents = new Documents(this.engine, this.workspace, { rules, clock, renames });
  }

  async check(
    path: string,
    text: string | null | undefined,
  ): Promise<readonly [FileResult, ...FileResult[]]> {
    if (text !== undefined) this.engine.setOpen(path, text ?? undefined);
    return this.engine.check(path);
  }

  async scan(
    cancellation: Cancellation,
    tell: (progress: Omit<Scanned, 'root'>) => void,
  ): Promise<{
    readonly skipped: readonly Skipped[];
    readonly configuration: readonly ConfigurationProblem[];
  }> {
    let files = new Set<string>();
    let told = Date.now();
    this.#scanned = false;
    const { skipped } = await this.engine.scan(cancellation, (result, done, total) => {
      files.add(result.file);
      if (done < total && Date.now() - told < tellEvery) return;
      // As they are now: a file may have been typed in since it was looked at.
      tell({ results: [...files].map((file) => this.engine.resultOf(file)), done, total });
      files = new Set();
      told = Date.now();
    });
    this.#scanned = !cancellation.isCancelled();
    return { skipped, configuration: this.engine.configurationProblems };
  }

  kindsOf(paths: readonly string[]): Promise<readonly ('file' | 'folder' | null)[]> {
    return Promise.all(paths.map(async (path) => (await this.workspace.kindOf(path)) ?? null));
  }

  /** Where git says that files went; starts git. */
  renamedTo(paths: readonly string[]): Promise<readonly (string | null)[]> {
    return renamedTo(this.#root, paths, async (path) => (await this.workspace.kindOf(path)) === 'file');
  }

  fixWorkspace(wanted: WantedFixes): Promise<readonly FileEdit[] | Refusal> {
    const found = [...this.engine.found()].filter(({ ruleId }) => ruleId === wanted.ruleId);
    return this.fixer.fixAll([...new Set(found.map(({ file }) => file))].sort(), wanted);
  }

  /** The edits that write a finding into the first tracking document, in the document's own style; into a new one where there is none. */
  async track(path: string, fingerprint: string): Promise<readonly FileEdit[] | Refusal> {
    const [document] = await this.findDocuments();
    await this.engine.check(path);
    const finding = this.engine.resultOf(path).findings.find((each) => each.fingerprint === fingerprint);
    const rule = this.#rules.find(({ id }) => id === finding?.ruleId);
    if (!finding || !rule) return { refused: 'The finding is no longer there; nothing was changed.' };
    const isThere = document !== undefined && (await this.engine.readIfThere(document)) !== undefined;
    return isThere
      ? this.documents.track(document, finding, rule)
      : this.#newDocument(document ?? newDocumentFile, [finding]);
  }

  /** The edits that write a new tracking document from all that was found. */
  async createDocument(): Promise<readonly FileEdit[] | Refusal> {
    const [path = newDocumentFile] = await this.findDocuments();
    if ((await this.engine.readIfThere(path)) !== undefined) {
      return { refused: `There is a tracking document already: ${path}.` };
    }
    if (!this.#scanned) await this.scan(neverCancelled, () => {});
    return this.#newDocument(path, [...this.engine.found()]);
  }

  /**
   * The edits that put a document's computed values right. Only where the folder is trusted, git is asked for its
   * history; where that is not known, the metrics that come from it stay as they are.
   */
  async refreshDocument(path: string, trusted: boolean): Promise<DocumentEdits> {
    const today = this.#clock.today();
    const now = await this.engine.readIfThere(path);
    const history =
      trusted && now !== undefined ? await historyUpTo(join(this.#root, path), now, today) : undefined;
    const metrics = history?.source === 'git' ? history.metrics : undefined;
    return this.documents.edit(path, (text) => refresh(text, { today, metrics }));
  }

  #newDocument(file: string, findings: readonly Finding[]): readonly FileEdit[] {
    const manifests = [...this.engine.results()].flatMap(({ file: path }) =>
      /(?:^|\/)package\.json$/.test(path) ? [path.slice(0, Math.max(path.lastIndexOf('/'), 0))] : [],
    );
    const text = newDocument({
      findings,
      rules: this.#rules,
      packages: manifests,
      today: this.#clock.today(),
    });
    const start = { line: 1, column: 1 };
    return [{ file, edits: [{ range: { start, end: start }, newText: text }], create: true }];
  }

  async switchOff(path: string, ruleId: string): Promise<readonly FileEdit[]> {
    const file = (await this.engine.nearestConfiguration(path)) ?? configurationFile;
    const text = await this.engine.readIfThere(file);
    return [switchOffEdit(file, text, ruleId)];
  }

  async takeBaseline(): Promise<readonly FileEdit[]> {
    const fingerprints = [...this.engine.found()].map(({ fingerprint }) => fingerprint);
    const text = writeBaseline(fingerprints, this.#clock.today());
    const old = await this.engine.readIfThere(baselineFile);
    const edits = editsBetween(old ?? '', text);
    return [old === undefined ? { file: baselineFile, edits, create: true } : { file: baselineFile, edits }];
  }

  refresh(): void {
    this.workspace.refresh();
    this.engine.refresh();
  }

  /** Documents that the configuration names; where it names none, files that by their name track blockers, the nearest to the root first. */
  async findDocuments(): Promise<readonly string[]> {
    const named = await this.engine.configuredDocuments();
    if (named.length > 0) return named;
    const paths: string[] = [];
    for await (const path of this.workspace.list(neverCancelled, () => {})) {
      if (isTrackingDocumentName(path)) paths.push(path);
    }
    return paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  }
}
