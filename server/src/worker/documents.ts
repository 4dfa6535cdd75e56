import { addBlocker } from '../document/addBlocker.ts';
import { blockersChange } from '../document/blockersChange.ts';
import { type CheckedClaims, checkClaims, type FoundSymbol } from '../document/checkClaims.ts';
import { citationKey, citationsIn } from '../document/citedNames.ts';
import { claimProblems } from '../document/claimProblems.ts';
import { type Completion, type CompletionFacts, completionsAt } from '../document/completions.ts';
import { type DocumentSyntax, readDocumentSyntax } from '../document/documentSyntax.ts';
import { onlyFileEndingWith } from '../document/elsewhere.ts';
import { KnownBlockers } from '../document/knownBlockers.ts';
import { mentionsIn } from '../document/mentions.ts';
import { type DocumentOutline, outlineOf } from '../document/outline.ts';
import {
  type DocumentKind,
  findProblems,
  fixesOf,
  fixProblem,
  type ProblemFacts,
  type ProblemPlace,
} from '../document/problems/index.ts';
import { renameId } from '../document/renameId.ts';
import { rulesOf } from '../document/ruleOf.ts';
import { setStatus } from '../document/setStatus.ts';
import { tickStep } from '../document/tickStep.ts';
import type { Engine, FileResult } from '../engine/engine.ts';
import { type Clock, neverCancelled, type Workspace } from '../engine/ports.ts';
import type {
  Blocker,
  DocumentProblem,
  FileEdit,
  Finding,
  Position,
  Refusal,
  Skipped,
  TextEdit,
  TrackingDocument,
} from '../model/index.ts';
import type { Rule } from '../rules/rule.ts';
import { filesMentioning } from './idMentions.ts';
import type {
  CheckedDocument,
  CitedNames,
  DocumentEdits,
  Mention,
  ProblemFixes,
  ReadBlockers,
  StatusChange,
  StepTick,
} from './requests.ts';
import { findSymbol } from './symbols.ts';

interface ReadDocument {
  readonly text: string;
  readonly syntax: DocumentSyntax;
  /** Goes from each text to the next. */
  readonly models: KnownBlockers;
  readonly blockers: readonly Blocker[];
  /** Made when it is first asked for. */
  outline: DocumentOutline | undefined;
  problems: { readonly facts: string; readonly found: readonly DocumentProblem[] } | undefined;
}

/** What git knows of files that are no longer there. */
export interface Renames {
  /** Where they went, in the same order; null for those of which it knows nothing. */
  renamedTo(paths: readonly string[]): Promise<readonly (string | null)[]>;
  /** Why it does not know everything, as the first half of a sentence. */
  whyUnknown(): Promise<string | undefined>;
}

/** Everything that checking claims asks of the disk and of git. */
interface ClaimFacts {
  readonly kinds: ReadonlyMap<string, 'file' | 'folder' | undefined>;
  readonly symbols: ReadonlyMap<string, FoundSymbol | undefined>;
  readonly renames: ReadonlyMap<string, string>;
}

type Blockers = Pick<TrackingDocument, 'blockers'>;

/** A folder's tracking documents, read as they are now: in the editor where they are open, else on disk. */
export class Documents {
  readonly #engine: Engine;
  readonly #workspace: Workspace;
  readonly #rules: readonly Rule[];
  readonly #clock: Clock;
  readonly #renames: Renames;
  readonly #read = new Map<string, ReadDocument>();
  /** What was told last of each document, and under which version. */
  readonly #told = new Map<string, { readonly version: number; readonly blockers: readonly Blocker[] }>();

  constructor(
    engine: Engine,
    workspace: Workspace,
    { rules, clock, renames }: { rules: readonly Rule[]; clock: Clock; renames: Renames },
  ) {
    this.#rules = rules;
    this.#renames = renames;
    this.#engine = engine;
    this.#workspace = workspace;
    this.#clock = clock;
  }

  async read(path: string): Promise<Blockers | null> {
    return (await this.#readNow(path)) ?? null;
  }

  /** The blockers as they are now, as a change of what was told under that version, where it is the last. */
  async changeSince(path: string, known: number | undefined): Promise<ReadBlockers | null> {
    const read = await this.#readNow(path);
    const told = this.#told.get(path);
    if (!read) this.#told.delete(path);
    if (!read) return null;
    const isChange = told !== undefined && told.version === known;
    const version = (told?.version ?? 0) + 1;
    this.#told.set(path, { version, blockers: read.blockers });
    return { version, isChange, ...blockersChange(isChange ? told.blockers : [], read.blockers) };
  }

  /** What a person would want to know of the document; looked for once in each text, when somebody asks. */
  async problems(path: string, kind: DocumentKind): Promise<readonly DocumentProblem[]> {
    const read = await this.#readNow(path);
    if (!read) return [];
    const facts = await this.#facts();
    const key = JSON.stringify([kind, facts]);
    if (read.problems?.facts !== key)
      read.problems = { facts: key, found: findProblems(read.syntax, facts, kind) };
    return read.problems.found;
  }

  /** How the document is built. */
  async outline(path: string): Promise<DocumentOutline | null> {
    const read = await this.#readNow(path);
    if (!read) return null;
    read.outline ??= outlineOf(read.syntax);
    return read.outline;
  }

  /** What can stand at a place in the document. */
  async complete(path: string, at: Position): Promise<readonly Completion[]> {
    const read = await this.#readNow(path);
    const entriesOf = (folder: string) => entriesBelow(folder, this.#engine.results());
    return read ? completionsAt(read.syntax, at, { rules: this.#rules, entriesOf }) : [];
  }

  /** Each text is read once, however many features ask. */
  async #readNow(path: string): Promise<ReadDocument | undefined> {
    const text = await this.#engine.readIfThere(path);
    const known = this.#read.get(path);
    if (text === undefined) this.#read.delete(path);
    if (text === undefined) return undefined;
    if (known?.text === text) return known;
    const syntax = readDocumentSyntax(text);
    const models = known?.models ?? new KnownBlockers();
    const blockers = models.blockersOf(syntax);
    const read = { text, syntax, models, blockers, outline: undefined, problems: undefined };
    this.#read.set(path, read);
    return read;
  }

  /** Where the document and comments in code name an id. */
  async mentions(path: string, id: string): Promise<readonly Mention[]> {
    const read = await this.#readNow(path);
    const { source } = read?.syntax ?? {};
    const own = source ? mentionsIn(source.text, (word) => word === id) : [];
    const others = await filesMentioning(id, { engine: this.#engine, workspace: this.#workspace });
    return [
      ...own.flatMap((span) => (source ? [{ file: path, range: source.rangeOf(span) }] : [])),
      ...others.flatMap(({ file, ranges }) => ranges.map((range) => ({ file, range }))),
    ];
  }

  /** The edits that give a blocker another id, in the document and in comments that name it. */
  async renameId(path: string, id: string, newId: string): Promise<readonly FileEdit[] | Refusal> {
    const own = await this.edit(path, (text) => renameId(text, id, newId));
    if ('refused' in own) return own;
    if (own.edits.length === 0) return [];
    const others = await filesMentioning(id, { engine: this.#engine, workspace: this.#workspace });
    return [
      { file: path, ...own },
      ...others.map(({ file, text, ranges }) => ({
        file,
        base: text,
        edits: ranges.map((range) => ({ range, newText: newId })),
      })),
    ];
  }

  /** What can be done about the problems in a document as it is now. */
  async problemFixes(path: string, kind: DocumentKind): Promise<readonly ProblemFixes[]> {
    const read = await this.#readNow(path);
    return read ? fixesOf(read.syntax, await this.#facts(), kind) : [];
  }

  async fixProblem(
    path: string,
    chosen: ProblemPlace & { readonly kind: DocumentKind; readonly title: string },
  ): Promise<DocumentEdits> {
    const facts = await this.#facts();
    return this.edit(path, (text) => fixProblem(text, facts, chosen));
  }

  async #facts(): Promise<ProblemFacts> {
    return { today: this.#clock.today(), maxAgeDays: await this.#engine.documentMaxAge() };
  }

  /** The document with its claims checked, looking at nothing but the files and folders that it names. */
  async check(path: string): Promise<CheckedDocument | null> {
    const document = await this.read(path);
    if (!document) return null;
    // A project rule concludes from the whole.
    const concludes = document.blockers.some((blocker) => {
      const ids = rulesOf(blocker, this.#rules);
      return this.#rules.some(({ id, scope }) => scope === 'project' && ids.includes(id));
    });
    if (concludes) await this.#engine.scan(neverCancelled, () => {});
    const facts = await this.#factsFor(document);
    const { blockers } = this.#claimsOf(document, facts, await this.#resultsIn(document, facts));
    const problems = [...(await this.problems(path, 'tracker')), ...claimProblems(blockers)];
    return { document: { blockers, problems }, skipped: await this.#notFollowed(blockers) };
  }

  /** Which blocker covers which finding, by the finding's fingerprint, in a folder that was scanned. */
  async tracked(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const results = new Map([...this.#engine.results()].map((result) => [result.file, result]));
    const tracked = new Map<string, string>();
    for (const path of paths) {
      const document = await this.read(path);
      const claims = document && this.#claimsOf(document, await this.#factsFor(document), results);
      for (const [fingerprint, id] of claims?.tracked ?? []) {
        if (!tracked.has(fingerprint)) tracked.set(fingerprint, id);
      }
    }
    return Object.fromEntries(tracked);
  }

  async #factsFor(document: Blockers): Promise<ClaimFacts> {
    const kinds = await this.#kindsOf(document);
    const symbols = await this.#symbolsOf(document);
    const gone = [...kinds].flatMap(([path, kind]) => (kind || isPattern(path) ? [] : [path]));
    const renamed = gone.length > 0 ? await this.#renames.renamedTo(gone) : [];
    const renames = new Map(gone.flatMap((path, index) => (renamed[index] ? [[path, renamed[index]]] : [])));
    return { kinds, symbols, renames };
  }

  /** The files that are gone, where git could not say what became of them. */
  async #notFollowed(blockers: readonly Blocker[]): Promise<Skipped[]> {
    const missing = new Set(
      blockers.flatMap(({ locations }) =>
        locations.flatMap(({ file, verdict }) => (verdict === 'missing' ? [file.replace(/\/$/, '')] : [])),
      ),
    );
    const gone: string[] = [];
    for (const file of missing) if (!(await this.#workspace.kindOf(file))) gone.push(file);
    const unknown = gone.length > 0 ? await this.#renames.whyUnknown() : undefined;
    const reason = `${unknown}, so no rename can be followed.`;
    return unknown === undefined ? [] : gone.map((file) => ({ file, reason }));
  }

  #claimsOf(
    document: Blockers,
    { kinds, symbols, renames }: ClaimFacts,
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
      symbolOf: (file, names) => symbols.get(citationKey({ file, names })),
      renamedTo: (file) => renames.get(file) ?? onlyFileEndingWith(file, results.keys()),
      rules: this.#rules,
    });
  }

  /** Where files declare the names that blockers speak of, in the same order. */
  symbols(wanted: readonly CitedNames[]): Promise<readonly (FoundSymbol | null)[]> {
    return Promise.all(
      wanted.map(async ({ file, names }) => {
        const text = await this.#engine.readIfThere(file);
        return (text === undefined ? undefined : await findSymbol(file, text, names)) ?? null;
      }),
    );
  }

  async #symbolsOf(document: Blockers): Promise<ReadonlyMap<string, FoundSymbol | undefined>> {
    const wanted = citationsIn(document.blockers);
    const found = await this.symbols(wanted);
    return new Map(wanted.map((each, index) => [citationKey(each), found[index] ?? undefined]));
  }

  async #kindsOf(document: Blockers): Promise<ReadonlyMap<string, 'file' | 'folder' | undefined>> {
    const named = document.blockers.flatMap(({ locations }) => locations.map(({ file }) => file));
    const paths = [...new Set(named.map((file) => file.replace(/\/$/, '')))];
    const kinds = await Promise.all(paths.map((path) => this.#workspace.kindOf(path)));
    return new Map(paths.map((path, index) => [path, kinds[index]]));
  }

  async #resultsIn(
    document: Blockers,
    { kinds, renames }: ClaimFacts,
  ): Promise<ReadonlyMap<string, FileResult>> {
    const results = new Map<string, FileResult>();
    const places = document.blockers.flatMap(({ locations }) => locations.map(({ file }) => file));
    const missing = [...kinds].some(([path, kind]) => kind === undefined && !renames.has(path));
    const folders = places.filter((place) => kinds.get(place.replace(/\/$/, '')) === 'folder');
    for (const [path, kind] of kinds)
      if (kind === 'file') results.set(path, (await this.#engine.check(path))[0]);
    for (const path of renames.values()) results.set(path, (await this.#engine.check(path))[0]);
    if (folders.length === 0 && !missing) return results;
    for await (const path of this.#workspace.list(neverCancelled, () => {})) {
      const named = folders.some((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
      const meant = missing && [...kinds].some(([place, kind]) => !kind && path.endsWith(`/${place}`));
      if ((named || meant) && !results.has(path)) results.set(path, (await this.#engine.check(path))[0]);
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

/** What a pattern means is for people to say. */
const isPattern = (path: string): boolean => /[*{]/.test(path);

/** What lies directly in a folder, as far as it was scanned: folders first, each by name. */
function entriesBelow(
  folder: string,
  results: Iterable<FileResult>,
): ReturnType<CompletionFacts['entriesOf']> {
  const kinds = new Map<string, 'file' | 'folder'>();
  for (const { file } of results) {
    if (!file.startsWith(folder)) continue;
    const rest = file.slice(folder.length);
    const slash = rest.indexOf('/');
    kinds.set(slash < 0 ? rest : rest.slice(0, slash), slash < 0 ? 'file' : 'folder');
  }
  return [...kinds]
    .map(([name, kind]) => ({ name, kind }))
    .sort((a, b) => b.kind.localeCompare(a.kind) || (a.name < b.name ? -1 : 1));
}
