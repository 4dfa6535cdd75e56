import { applyEdits } from '../languages/applyEdits.ts';
import type { FileEdit, Refusal } from '../model/index.ts';
import type { Fix, FixWorkspace } from '../rules/rule.ts';
import type { CheckedFile } from './checkFile.ts';
import { editsBetween } from './editsBetween.ts';
import type { Engine } from './engine.ts';
import type { Located } from './locate.ts';
import { neverCancelled, type Workspace } from './ports.ts';
import { suppressionEdit } from './suppress.ts';

const gone: Refusal = { refused: 'The finding is no longer there; nothing was changed.' };

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

  /** The edits that fix every finding of a rule in a file, as if one fix were applied after the other. */
  async fixAll(path: string, ruleId: string, title: string): Promise<readonly FileEdit[] | Refusal> {
    const before = new Map<string, string | undefined>();
    const after = new Map<string, string>();
    const project = this.#project(before, after);
    const given = await this.#engine.readIfThere(path);
    before.set(path, given);
    for (let text = given; text !== undefined; text = after.get(path)) {
      const checked = await this.#engine.inspect(path, text);
      const next = checked?.located.find(
        (each) => each.rule.id === ruleId && !each.finding.suppressed && fixOf(each, checked, title)?.safe,
      );
      const fix = checked && next && fixOf(next, checked, title);
      if (!checked || !next || !fix) break;
      const edits = await fix.edit(next.report, checked.context, project);
      if ('refused' in edits) return edits;
      for (const edit of edits)
        after.set(edit.file, applyEdits((await project.read(edit.file)) ?? '', edit.edits));
      if (after.get(path) === text) break;
    }
    if (after.size === 0) return gone;
    return [...after].map(([file, text]) => {
      const old = before.get(file);
      const edits = editsBetween(old ?? '', text);
      return old === undefined ? { file, edits, create: true } : { file, edits };
    });
  }

  /** The edit that keeps one finding quiet, with the reason a person gave. */
  async suppress(path: string, fingerprint: string, reason: string): Promise<readonly FileEdit[] | Refusal> {
    const found = await this.#find(path, fingerprint);
    if (!found) return gone;
    const { ruleId, range } = found.located.finding;
    return suppressionEdit(found.checked.context, ruleId, range.start.line, reason);
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

  /** The project as fixes see it; `before` keeps what was read, `after` goes before what is on disk. */
  #project(before = new Map<string, string | undefined>(), after = new Map<string, string>()): FixWorkspace {
    return {
      read: async (path) => {
        const changed = after.get(path);
        if (changed !== undefined) return changed;
        if (!before.has(path)) before.set(path, await this.#engine.readIfThere(path));
        return before.get(path);
      },
      isIgnored: async (path) => ignoresLine(after, path) || this.#workspace.isIgnored(path),
      scripts: async () => {
        const paths: string[] = [];
        const all = this.#workspace.list(neverCancelled, () => {});
        for await (const path of all) if (/\.[cm]?[jt]sx?$/.test(path)) paths.push(path);
        for (const path of after.keys())
          if (/\.[cm]?[jt]sx?$/.test(path) && !paths.includes(path)) paths.push(path);
        return paths;
      },
    };
  }
}

function fixOf(located: Located, checked: CheckedFile, title: string): Fix | undefined {
  return located.rule.fixes.find(
    (fix) => fix.title === title && fix.appliesTo(located.report, checked.context),
  );
}

/** Whether an earlier fix of the same run has already put the file into its folder's `.gitignore`. */
function ignoresLine(after: ReadonlyMap<string, string>, path: string): boolean {
  const slash = path.lastIndexOf('/') + 1;
  const text = after.get(`${path.slice(0, slash)}.gitignore`);
  return text?.split(/\r?\n/).includes(path.slice(slash)) ?? false;
}
