import type { ScriptFile } from '../../../languages/script.ts';
import type { FileEdit, TextEdit } from '../../../model/index.ts';
import type { FileContext, FixWorkspace } from '../../rule.ts';
import { type EnvModule, findEnvModule } from './envModule.ts';
import {
  importEdit,
  localNameOf,
  type ModuleStyle,
  quoteOf,
  relativeSpecifier,
  usesImport,
} from './importEdit.ts';

/** How a project reads an environment variable, and what must be written for that. */
export interface EnvironmentReader {
  /** `process.env.NAME`, `env.NAME` or `requireEnv('NAME')`. */
  readonly expression: string;
  /** Edits in the file itself: an import. */
  readonly inFile: readonly TextEdit[];
  /** Edits in other files: the project's module that declares variables, or the helper that is created. */
  readonly elsewhere: readonly FileEdit[];
}

/** Files that may hold the project's own way, by name; a project has few of them. */
const candidates =
  /(?:^|\/)(?:[\w-]*env[\w-]*|environment|config|configuration|settings)(?:\/index)?\.[cm]?[jt]s$/i;

/**
 * The project's own way to read a variable: its `requireEnv`, the module that declares its variables, else
 * `process.env`. TypeScript, where `process.env` may be undefined, gets a `requireEnv` once per package, and so
 * does JavaScript where a missing variable must stop the program (`throwing`).
 */
export async function readerFor(
  file: FileContext,
  name: string,
  workspace: FixWorkspace,
  { throwing = false }: { readonly throwing?: boolean } = {},
): Promise<EnvironmentReader> {
  const plain = /^[A-Za-z_]\w*$/.test(name) ? `process.env.${name}` : `process.env['${name}']`;
  const direct: EnvironmentReader = { expression: plain, inFile: [], elsewhere: [] };
  if (!file.script) return direct;
  if (localNameOf(file.script, 'requireEnv'))
    return { ...direct, expression: requireCall(file.script, name) };

  const inPackage = (path: string) =>
    file.package.folder === '' || path.startsWith(`${file.package.folder}/`);
  const paths = (await workspace.scripts()).filter(
    (path) =>
      path !== file.path &&
      inPackage(path) &&
      candidates.test(path) &&
      !/\.(?:d|test|spec)\.[cm]?ts$/.test(path),
  );
  const modules: { path: string; text: string }[] = [];
  for (const path of paths.slice(0, 40)) {
    const text = await workspace.read(path);
    if (text !== undefined) modules.push({ path, text });
  }

  const helper = modules.find(({ text }) =>
    /\bexport (?:function|const) requireEnv\b|\bexports\.requireEnv\b|\bmodule\.exports = \{[^}]{0,500}\brequireEnv\b/.test(
      text,
    ),
  );
  if (helper)
    return imported(file, 'requireEnv', helper.path, (local) => `${local}(${quote(file, name)})`, []);

  const declaring = firstDefined(modules, ({ path, text }) => findEnvModule(path, text, name));
  if (declaring) return throughModule(file, declaring, name);

  if (!throwing && !isTypeScript(file.path)) return direct;
  const path = await helperPath(file, workspace);
  return imported(file, 'requireEnv', path, (local) => `${local}(${quote(file, name)})`, [
    created(path, file),
  ]);
}

function throughModule(file: FileContext, module: EnvModule, name: string): EnvironmentReader {
  return imported(file, module.exported, module.path, (local) => `${local}.${name}`, module.edits);
}

function imported(
  file: FileContext,
  exported: string,
  path: string,
  expression: (local: string) => string,
  elsewhere: readonly FileEdit[],
): EnvironmentReader {
  const script = file.script as ScriptFile;
  const local = localNameOf(script, exported);
  const style: ModuleStyle = { script, type: file.package.type };
  const inFile = local
    ? []
    : [importEdit(style, file.lines, exported, relativeSpecifier(style, file.path, path))];
  return { expression: expression(local ?? exported), inFile, elsewhere };
}

const requireCall = (script: ScriptFile, name: string): string =>
  `${localNameOf(script, 'requireEnv')}(${quoteOf(script)}${name}${quoteOf(script)})`;
const quote = (file: FileContext, name: string): string => {
  const mark = quoteOf(file.script as ScriptFile);
  return `${mark}${name}${mark}`;
};

/** Beside the package's other sources, under a name that nothing has yet. */
async function helperPath(file: FileContext, workspace: FixWorkspace): Promise<string> {
  const folder = file.package.folder === '' ? '' : `${file.package.folder}/`;
  const inside = file.path.slice(folder.length);
  const source = inside.startsWith('src/') ? `${folder}src/` : folder;
  const ending = isTypeScript(file.path) ? '.ts' : (/\.[cm]js$/.exec(file.path)?.[0] ?? '.js');
  const taken = (await workspace.read(`${source}requireEnv${ending}`)) !== undefined;
  return `${source}${taken ? 'requireEnvironmentVariable' : 'requireEnv'}${ending}`;
}

const isTypeScript = (path: string): boolean => /\.[cm]?tsx?$/.test(path);

function created(path: string, file: FileContext): FileEdit {
  const at = { line: 1, column: 1 };
  const type = isTypeScript(path) ? ': string' : '';
  const asModule = usesImport({ script: file.script as ScriptFile, type: file.package.type });
  const newText = [
    '/** Reads an environment variable; throws when it is missing or empty. */',
    `${asModule ? 'export function requireEnv' : 'exports.requireEnv = function requireEnv'}(name${type})${type} {`,
    '  const value = process.env[name];',
    '  if (!value) throw new Error(`The environment variable ${name} is not set.`);',
    '  return value;',
    asModule ? '}' : '};',
    '',
  ].join('\n');
  return { file: path, create: true, edits: [{ range: { start: at, end: at }, newText }] };
}

function firstDefined<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
