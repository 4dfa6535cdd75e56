import { LineIndex } from '../../../languages/lineIndex.ts';
import type { FileEdit } from '../../../model/index.ts';
import type { Fix } from '../../rule.ts';
import { variableIn, withLine, withVariable } from '../secretFix/envFiles.ts';

/** What the fix needs to know of the file. */
export interface EnvFile {
  /** Names of all variables in it, in their order. */
  readonly names: readonly string[];
}

/** Has git ignore the file, and lists its variables without their values in `.env.example`. */
export const ignoreEnvFile: Fix<EnvFile> = {
  title: 'Have git ignore it, and list its variables in an example',
  // Who clones the repository from now on has no such file: a person should see it happen.
  safe: false,
  appliesTo: ({ data }) => data !== undefined,
  async edit({ data }, file, workspace) {
    if (!data) return { refused: 'The file no longer holds a secret.' };
    if (await workspace.isIgnored(file.path))
      return {
        refused: 'Git ignores the file already; where it is tracked, `git rm --cached` takes it out.',
      };
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const name = file.path.slice(folder.length);
    const ignore = await workspace.read('.gitignore');
    const example = await workspace.read(`${folder}.env.example`);
    const listed = data.names.reduce<string | undefined>(
      (text, each) => (variableIn(text, each) === undefined ? withVariable(text, each, '') : text),
      example,
    );
    return [
      ...appended('.gitignore', ignore, withLine(ignore, folder === '' ? name : `/${folder}${name}`)),
      ...appended(`${folder}.env.example`, example, listed ?? ''),
    ];
  },
};

function appended(file: string, before: string | undefined, after: string): readonly FileEdit[] {
  const text = before ?? '';
  if (text === after) return [];
  const end = new LineIndex(text).rangeOf(text.length, text.length);
  const edits = [{ range: end, newText: after.slice(text.length) }];
  return [before === undefined ? { file, edits, create: true } : { file, edits }];
}
