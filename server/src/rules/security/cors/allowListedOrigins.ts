import { LineIndex } from '../../../languages/lineIndex.ts';
import type { FileEdit } from '../../../model/index.ts';
import type { Fix, FixWorkspace } from '../../rule.ts';
import { variableIn, withVariable } from '../secretFix/envFiles.ts';
import { readerFor } from '../secretFix/environmentReader.ts';
import type { ListPlace } from './corsPlace.ts';

/** What the fix needs to know of a place. */
export interface OpenCors {
  readonly list: ListPlace | undefined;
  /** The variable that is read there already. */
  readonly variable: string | undefined;
}

/** Names under which projects keep their origins; the first is what a project without one gets. */
const names = ['CORS_ORIGINS', 'CORS_ORIGIN', 'CORS_ALLOWED_ORIGINS', 'ALLOWED_ORIGINS', 'CORS_WHITELIST'];
const exampleFiles = ['.env.example', '.env.sample', '.env.template', '.env.dist'];

/** Reads the allowed origins from the environment, separated by commas. Credentials stay as they were. */
export const allowListedOrigins: Fix<OpenCors> = {
  title: 'Allow the origins that the environment lists',
  // Until the variable is set where the program runs, every other site is kept out.
  safe: false,
  appliesTo: ({ data }) => data?.list !== undefined,
  async edit({ data }, file, workspace) {
    if (!data?.list) return { refused: 'No list of origins can stand here.' };
    const folder = file.package.folder === '' ? '' : `${file.package.folder}/`;
    const example = await exampleOf(folder, workspace);
    const known = names.find((each) => variableIn(example.text, each) !== undefined);
    const name = data.variable ?? known ?? names[0] ?? '';
    const reader = await readerFor(file, name, workspace);
    const { start, end, before, after } = data.list;
    // Without the variable nobody is let in: to the packages, undefined would mean everybody.
    const direct = reader.expression.startsWith('process.env');
    const list = direct ? `${reader.expression}?.split(',') ?? []` : `${reader.expression}.split(',')`;
    const edits = [
      { range: file.lines.rangeOf(start, end), newText: before + list + after },
      ...reader.inFile,
    ];
    return [{ file: file.path, edits }, ...reader.elsewhere, ...exampleEdits(example, name)];
  },
};

interface ExampleFile {
  readonly file: string;
  readonly text: string | undefined;
}

async function exampleOf(folder: string, workspace: FixWorkspace): Promise<ExampleFile> {
  for (const name of exampleFiles) {
    const text = await workspace.read(folder + name);
    if (text !== undefined) return { file: folder + name, text };
  }
  return { file: `${folder}${exampleFiles[0]}`, text: undefined };
}

/** The variable with two origins, so that its form can be seen. */
function exampleEdits({ file, text }: ExampleFile, name: string): FileEdit[] {
  if (variableIn(text, name) !== undefined) return [];
  const before = text ?? '';
  const after = withVariable(text, name, 'https://www.example.com,https://admin.example.com');
  const range = new LineIndex(before).rangeOf(before.length, before.length);
  const edits = [{ range, newText: after.slice(before.length) }];
  return [text === undefined ? { file, edits, create: true } : { file, edits }];
}
