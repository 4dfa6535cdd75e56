import { LineIndex } from '../../languages/lineIndex.ts';
import type { ScriptFile } from '../../languages/script.ts';
import type { FileEdit, TextEdit } from '../../model/index.ts';
import type { FileContext, FixWorkspace } from '../rule.ts';
import { importEdit, quoteOf, usesImport } from './secretFix/importEdit.ts';

/** Imports what a package exports by default, in the file's own style. */
export function defaultImport(
  file: FileContext,
  script: ScriptFile,
  name: string,
  packageName: string,
): TextEdit {
  const style = { script, type: file.package.type };
  const named = importEdit(style, file.lines, name, packageName);
  const mark = quoteOf(script);
  const [from, to] = usesImport(style)
    ? [`import { ${name} } from ${mark}`, `import ${name} from ${mark}`]
    : [`const { ${name} } = `, `const ${name} = `];
  return { ...named, newText: named.newText.replace(from, to) };
}

/** Adds a package to the manifest; the person installs it. */
export async function dependencyEdit(
  file: FileContext,
  workspace: FixWorkspace,
  packageName: string,
  version: string,
): Promise<readonly FileEdit[]> {
  if (file.package.dependencies.has(packageName)) return [];
  const path = file.package.folder === '' ? 'package.json' : `${file.package.folder}/package.json`;
  const text = await workspace.read(path);
  const opening = text === undefined ? undefined : /"dependencies"\s{0,9}:\s{0,9}\{/.exec(text);
  if (text === undefined || !opening) return [];
  const at = opening.index + opening[0].length;
  const space = /^\s{0,80}(?=")/.exec(text.slice(at))?.[0] ?? ' ';
  const isEmpty = /^\s{0,80}\}/.test(text.slice(at));
  const newText = `${space}"${packageName}": "${version}"${isEmpty ? '' : ','}`;
  return [{ file: path, edits: [{ range: new LineIndex(text).rangeOf(at, at), newText }] }];
}
