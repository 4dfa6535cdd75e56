import { LineIndex } from '../../../languages/lineIndex.ts';
import type { FileEdit, TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, FixWorkspace } from '../../rule.ts';
import { importEdit, localNameOf, quoteOf, usesImport } from '../secretFix/importEdit.ts';
import type { GraphqlServer } from './servers.ts';

/** What the fix needs to know of a server. Offsets count from 0. */
export interface DepthPlace {
  readonly kind: GraphqlServer['kind'];
  /** Behind the opening brace of its options, and what stands between it and the first of them. */
  readonly at: number;
  readonly gap: string;
  readonly isEmpty: boolean;
  readonly rules: boolean;
}

const packageName = 'graphql-depth-limit';

/** Limits how deep a query may nest: an option in Mercurius, a rule of validation elsewhere. */
export const addDepthLimit: Fix<DepthPlace> = {
  title: 'Limit the depth of queries to 8',
  safe: false,
  appliesTo: ({ data }) => data !== undefined && data.kind !== 'yoga' && !data.rules,
  async edit({ data }, file, workspace) {
    if (!data || !file.script) return { refused: 'The options of the server are no longer written here.' };
    const known = localNameOf(file.script, 'depthLimit');
    const option =
      data.kind === 'mercurius' ? 'queryDepth: 8' : `validationRules: [${known ?? 'depthLimit'}(8)]`;
    const newText = `${data.gap}${option}${data.isEmpty ? ' ' : ','}`;
    const edits: TextEdit[] = [{ range: file.lines.rangeOf(data.at, data.at), newText }];
    if (data.kind === 'mercurius') return [{ file: file.path, edits }];
    if (!known) edits.unshift(defaultImport(file));
    return [{ file: file.path, edits }, ...(await dependencyEdit(file, workspace))];
  },
};

/** The package has a default export only. */
function defaultImport(file: FileContext): TextEdit {
  const { script } = file;
  if (!script) throw new Error('A script has a tree.');
  const style = { script, type: file.package.type };
  const named = importEdit(style, file.lines, 'depthLimit', packageName);
  const mark = quoteOf(script);
  const [from, to] = usesImport(style)
    ? [`import { depthLimit } from ${mark}`, `import depthLimit from ${mark}`]
    : ['const { depthLimit } = ', 'const depthLimit = '];
  return { ...named, newText: named.newText.replace(from, to) };
}

/** Adds the package to the manifest; the person installs it. */
async function dependencyEdit(file: FileContext, workspace: FixWorkspace): Promise<readonly FileEdit[]> {
  if (file.package.dependencies.has(packageName)) return [];
  const path = file.package.folder === '' ? 'package.json' : `${file.package.folder}/package.json`;
  const text = await workspace.read(path);
  const opening = text === undefined ? undefined : /"dependencies"\s{0,9}:\s{0,9}\{/.exec(text);
  if (text === undefined || !opening) return [];
  const at = opening.index + opening[0].length;
  const space = /^\s{0,80}(?=")/.exec(text.slice(at))?.[0] ?? ' ';
  const isEmpty = /^\s{0,80}\}/.test(text.slice(at));
  const newText = `${space}"${packageName}": "^1.1.0"${isEmpty ? '' : ','}`;
  return [{ file: path, edits: [{ range: new LineIndex(text).rangeOf(at, at), newText }] }];
}
