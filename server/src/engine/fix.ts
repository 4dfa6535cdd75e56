import type { FileEdit, Refusal } from '../model/index.ts';
import type { Fix, FixWorkspace } from '../rules/rule.ts';
import type { CheckedFile } from './checkFile.ts';
import { Draft } from './draft.ts';
import type { Engine } from './engine.ts';
import type { Located } from './locate.ts';
import { neverCancelled, type Workspace } from './ports.ts';
import { type SuppressionWords, suppressionEdit } from './suppress.ts';

const gone: Refusal = { refused: 'The finding is no longer there; nothing was changed.' };

/** Which fixes to make where there are several. */
export interface WantedFixes {
  readonly ruleId?: string;
  readonly title?: string;
  /** Only those that may be made unseen, such as on save. */
  readonly safeOnly: boolean;
}

/** Computes quick fixes from a finding and the files as they are now. Changes nothing itself. */
export class Fixer {
  readonly #engine: Engine;
  readonly #workspace: Workspace;

  constructor(engine: Engine, workspace: Workspace) {
    this.#engine = engine;
    this.#workspace = workspace;
  }

  /** The edits of the fix of that title for one finding. */
  async fix(path: string, fingerprint: string, title: string): Promise<readonly FileEdit[] | Refusal> {
    const found = await this.#find(path, fingerprint);
    if (!found) return gone;
    const { checked, located } = found;
    const fix = fixOf(located, checked, title);
    return fix ? fix.edit(located.report, checked.context, this.#project()) : gone;
  }

  /**
   * The edits that make every wanted fix in the given files, as if one were made after the other. What no fix
   * can be made for stays as it is.
   */
  async fixAll(paths: readonly string[], wanted: WantedFixes): Promise<readonly FileEdit[] | Refusal> {
    const draft = new Draft((path) => this.#engine.readIfThere(path));
    for (const path of paths) await this.#fixFile(path, wanted, draft);
    const edits = draft.edits();
    return edits.length === 0 ? gone : edits;
  }

  /** One fix changes the places of all others, so the file is checked again after each. */
  async #fixFile(path: string, wanted: WantedFixes, draft: Draft): Promise<void> {
    const refused = new Set<string>();
    for (let text = await draft.read(path); text !== undefined; text = await draft.read(path)) {
      const checked = await this.#engine.inspect(path, text);
      const next = checked?.located.find((each) => {
        const { suppressed, fingerprint } = each.finding;
        return !suppressed && !refused.has(fingerprint) && wantedFix(each, checked, wanted);
      });
      const fix = checked && next && wantedFix(next, checked, wanted);
      if (!checked || !next || !fix) return;
      const edits = await fix.edit(next.report, checked.context, this.#project(draft));
      if ('refused' in edits) refused.add(next.finding.fingerprint);
      else for (const edit of edits) await draft.apply(edit);
      if ((await draft.read(path)) === text) refused.add(next.finding.fingerprint);
    }
  }

  /** The edit that keeps one finding quiet, for ever or until a day, with the reason a person gave. */
  async suppress(
    path: string,
    fingerprint: string,
    words: SuppressionWords,
  ): Promise<readonly FileEdit[] | Refusal> {
    const found = await this.#find(path, fingerprint);
    if (!found) return gone;
    const { ruleId, range } = found.located.finding;
    return suppressionEdit(found.checked.context, ruleId, range.start.line, words);
  }

  /** The finding in the file as it is now; a project rule's is as fresh as the file's last check. */
  async #find(
    path: string,
    fingerprint: string,
  ): Promise<{ checked: CheckedFile; located: Located } | undefined> {
    const checked = await this.#engine.inspect(path);
    if (!checked) return undefined;
    const own = checked.located.find(({ finding }) => finding.fingerprint === fingerprint);
    if (own) return { checked, located: own };
    await this.#engine.check(path);
    const concluded = this.#engine
      .concludedIn(path)
      .find(({ finding }) => finding.fingerprint === fingerprint);
    if (!concluded) return undefined;
    const { rule, finding } = concluded;
    const { place, related: _, ...report } = concluded.report;
    const { lines } = checked.context;
    const [start, end] = [lines.offsetAt(place.range.start), lines.offsetAt(place.range.end)];
    return { checked, located: { rule, finding, report: { ...report, start, end } } };
  }

  /** The project as fixes see it, with what earlier fixes of the same run have made of it. */
  #project(draft = new Draft((path) => this.#engine.readIfThere(path))): FixWorkspace {
    return {
      read: (path) => draft.read(path),
      isIgnored: async (path) => draft.ignores(path) || this.#workspace.isIgnored(path),
      scripts: async () => {
        const paths = new Set<string>();
        for await (const path of this.#workspace.list(neverCancelled, () => {})) paths.add(path);
        for (const path of draft.changed) paths.add(path);
        return [...paths].filter((path) => /\.[cm]?[jt]sx?$/.test(path));
      },
    };
  }
}

function fixOf(located: Located, checked: CheckedFile, title: string): Fix | undefined {
  return located.rule.fixes.find(
    (fix) => fix.title === title && fix.appliesTo(located.report, checked.context),
  );
}

/** The first fix of a finding that is wanted. */
function wantedFix(
  located: Located,
  checked: CheckedFile,
  { ruleId, title, safeOnly }: WantedFixes,
): Fix | undefined {
  if (ruleId !== undefined && located.rule.id !== ruleId) return undefined;
  return located.rule.fixes.find(
    (fix) =>
      (title === undefined || fix.title === title) &&
      (fix.safe || !safeOnly) &&
      fix.appliesTo(located.report, checked.context),
  );
}
