import { addBlocker } from '../document/addBlocker.ts';
import { type CheckedClaims, checkClaims } from '../document/checkClaims.ts';
import { readTrackingDocument } from '../document/readTrackingDocument.ts';
import { ruleOf } from '../document/ruleOf.ts';
import { setStatus } from '../document/setStatus.ts';
import { tickStep } from '../document/tickStep.ts';
import type { Engine, FileResult } from '../engine/engine.ts';
import { type Clock, neverCancelled, type Workspace } from '../engine/ports.ts';
import type { FileEdit, Finding, Refusal, TextEdit, TrackingDocument } from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { DocumentEdits, StatusChange, StepTick } from './requests.ts';

/** A folder's tracking documents, read as they are now: in the editor where they are open, else on disk. */
export class Documents {
  readonly #engine: Engine;
  readonly #workspace: Workspace;
  readonly #rules: readonly Rule[];
  readonly #clock: Clock;

  constructor(engine: Engine, workspace: Workspace, rules: readonly Rule[], clock: Clock) {
    this.#rules = rules;
    this.#engine = engine;
    this.#workspace = workspace;
    this.#clock = clock;
  }

  async read(path: string): Promise<TrackingDocument | null> {
    const text = await this.#engine.readIfThere(path);
    return text === undefined ? null : readTrackingDocument(text);
  }

  /** The document with its claims checked, looking at nothing but the files and folders that it names. */
  async check(path: string): Promise<TrackingDocument | null> {
    const document = await this.read(path);
    if (!document) return null;
    // A project rule concludes from the whole.
    const concludes = document.blockers.some((blocker) => {
      const id = ruleOf(blocker, this.#rules);
      return this.#rules.some((rule) => rule.id === id && rule.scope === 'project');
    });
    if (concludes) await this.#engine.scan(neverCancelled, () => {});
    const kinds = await this.#kindsOf(document);
    return this.#claimsOf(document, kinds, await this.#resultsIn(document, kinds)).document;
  }

  /** Which blocker covers which finding, by the finding's fingerprint, in a folder that was scanned. */
  async tracked(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const results = new Map([...this.#engine.results()].map((result) => [result.file, result]));
    const tracked = new Map<string, string>();
    for (const path of paths) {
      const document = await this.read(path);
      const claims = document && this.#claimsOf(document, await this.#kindsOf(document), results);
      for (const [fingerprint, id] of claims?.tracked ?? []) {
        if (!tracked.has(fingerprint)) tracked.set(fingerprint, id);
      }
    }
    return Object.fromEntries(tracked);
  }

  #claimsOf(
    document: TrackingDocument,
    kinds: ReadonlyMap<string, 'file' | 'folder' | undefined>,
    results: ReadonlyMap<string, FileResult>,
  ): CheckedClaims {
    return checkClaims(document, {
      kindOf: (place) => kinds.get(place),
      lineCountOf: (file) => results.get(file)?.lines || undefined,
      findingsIn: (place) => {
        if (!place.endsWith('/')) return results.get(place)?.findings ?? [];
        return [...results.values()].flatMap(({ file, findings }) =>
          file.startsWith(place) ? findings : [],
        );
      },
      rules: this.#rules,
    });
  }

  async #kindsOf(document: TrackingDocument): Promise<ReadonlyMap<string, 'file' | 'folder' | undefined>> {
    const kinds = new Map<string, 'file' | 'folder' | undefined>();
    for (const { locations } of document.blockers) {
      for (const { file } of locations) {
        const bare = file.replace(/\/$/, '');
        if (!kinds.has(bare)) kinds.set(bare, await this.#workspace.kindOf(bare));
      }
    }
    return kinds;
  }

  async #resultsIn(
    document: TrackingDocument,
    kinds: ReadonlyMap<string, 'file' | 'folder' | undefined>,
  ): Promise<ReadonlyMap<string, FileResult>> {
    const results = new Map<string, FileResult>();
    const places = document.blockers.flatMap(({ locations }) => locations.map(({ file }) => file));
    const folders = places.filter((place) => kinds.get(place.replace(/\/$/, '')) === 'folder');
    for (const [path, kind] of kinds)
      if (kind === 'file') results.set(path, (await this.#engine.check(path))[0]);
    if (folders.length === 0) return results;
    for await (const path of this.#workspace.list(neverCancelled, () => {})) {
      const named = folders.some((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
      if (named && !results.has(path)) results.set(path, (await this.#engine.check(path))[0]);
    }
    return results;
  }

  setStatus(path: string, { blocker, status, ...given }: StatusChange): Promise<DocumentEdits> {
    return this.edit(path, (text) => setStatus(text, blocker, status, { at: this.#clock.today(), ...given }));
  }

  tickStep(path: string, { blocker, step, done, by }: StepTick): Promise<DocumentEdits> {
    return this.edit(path, (text) => tickStep(text, blocker, step, { done, by, at: this.#clock.today() }));
  }

  async track(
    path: string,
    { file, range, message, priority }: Finding,
    rule: Rule,
  ): Promise<readonly FileEdit[] | Refusal> {
    const added = {
      priority,
      name: `${rule.title} in ${file.split('/').at(-1)}`,
      title: rule.title,
      description: message,
      impact: rule.why,
      rule: rule.id,
      effort: rule.effort,
      location: { file, line: range.start.line },
      verification: rule.verification,
    };
    const answer = await this.edit(path, (text) => addBlocker(text, added));
    return 'refused' in answer ? answer : [{ file: path, ...answer }];
  }

  /** The edits that a change makes of the document as it is now, with the text that they speak of. */
  async edit(path: string, edit: (text: string) => readonly TextEdit[] | Refusal): Promise<DocumentEdits> {
    const base = await this.#engine.readIfThere(path);
    if (base === undefined) return { refused: `${path} is not there any more.` };
    const edits = edit(base);
    return 'refused' in edits ? edits : { base, edits };
  }
}
