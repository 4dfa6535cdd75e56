/**
 * What a file is for. Code rules speak of `production` files only; secrets shaped like a provider's token are
 * looked for in every class.
 */
export type FileClass = 'production' | 'test' | 'fixture' | 'example' | 'script' | 'config' | 'declaration';

/** Folders that say what everything below them is for; the first that matches decides. */
const folders: readonly (readonly [FileClass, RegExp])[] = [
  [
    'fixture',
    /^(?:__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|stubs?|testdata|test-data|seeds?|seeders?|factories)$/,
  ],
  [
    'test',
    /^(?:tests?|__tests?__|specs?|e2e|cypress|playwright|testing|test-utils|(?:integration|load|stress|smoke|perf|performance)-?tests?|k6)$/,
  ],
  [
    'example',
    /^(?:examples?|samples?|demos?|docs?|documentation|stories|storybook|\.storybook|tutorials?|playground)$/,
  ],
  ['script', /^(?:scripts?|tools?|tooling|bin|hack|bench|benchmarks?|\.devcontainer)$/],
];

/** File names that do the same. */
const names: readonly (readonly [FileClass, RegExp])[] = [
  ['declaration', /\.d\.[cm]?ts$/],
  [
    'test',
    /[.\-_](?:test|tests|spec|e2e|cy|it)\.[cm]?[jt]sx?$|^(?:test|spec)[.\-_]|^(?:jest|vitest|karma|cypress|playwright)[.\-_]\w*setup\b|^conftest\.|^setupTests?\./,
  ],
  [
    'fixture',
    /[.\-_](?:mock|mocks|fixture|fixtures|seed|seeder|stub|factory)\.[cm]?[jt]sx?$|^seed(?:s|er|ers|ing)?\.[cm]?[jt]s$|\.examples?\.[cm]?[jt]sx?$/,
  ],
  [
    'example',
    /[.\-_](?:stories|story)\.[cm]?[jt]sx?$|\.mdx?$|^(?:readme|changelog|contributing)\b|^security(?:\.(?:txt|rst|adoc))?$/,
  ],
  [
    'example',
    /^\.env[.\-_](?:.*[.\-_])?(?:example|sample|template|dist|defaults?|schema)$|[.\-_](?:example|sample|template|dist)\.\w+$|\.(?:example|sample|template|dist|tpl)$/,
  ],
  ['test', /^\.env[.\-_](?:.*[.\-_])?(?:test|testing|ci|e2e)$/],
  ['config', /\.config\.[cm]?[jt]s$|^(?:gruntfile|gulpfile|webpack\.[\w.]+)\.[cm]?[jt]s$/],
];

/** The class of a file; `path` is relative to the root, with forward slashes. */
export function fileClassOf(path: string): FileClass {
  const segments = path.toLowerCase().split('/');
  const name = segments.pop() ?? '';
  for (const [fileClass, pattern] of names) if (pattern.test(name)) return fileClass;
  for (const [fileClass, pattern] of folders) {
    if (segments.some((segment) => pattern.test(segment))) return fileClass;
  }
  // Beside the program, and not a part of it.
  if (/^extras?$/.test(segments[0] ?? '')) return 'script';
  if (/^(?:performance|perf)$/.test(segments[0] ?? '')) return 'test';
  return 'production';
}

const outsideFolders = new RegExp(
  '^(?:node_modules|bower_components|jspm_packages|\\.git|\\.hg|\\.svn|\\.next|\\.nuxt|\\.output|\\.svelte-kit|\\.turbo|' +
    '\\.cache|\\.parcel-cache|\\.yarn|\\.pnpm-store|\\.vscode-test|\\.nyc_output|dist|build|built|out|coverage|vendor|vendors|' +
    'third[_-]?party|\\.console-backup|__pycache__|\\.venv|venv|target)$',
  'i',
);
const outsideFiles =
  /(?:\.min\.(?:js|css|mjs)|\.bundle\.js|\.chunk\.js|[.-]generated\.\w+|[-.][\da-f]{8,}\.(?:js|mjs|css)|\.g\.ts|\.pb\.(?:js|ts)|_pb\.(?:js|d\.ts)|\.map|\.snap|\.lock|\.tsbuildinfo)$|^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|cargo\.lock|go\.sum|poetry\.lock)$/i;

/** Dependencies, build output, vendored, generated, minified and lock files: nobody's own code, never scanned. */
export function isForeign(path: string): boolean {
  const slash = path.lastIndexOf('/');
  return outsideFiles.test(path.slice(slash + 1)) || isForeignFolder(path.slice(0, Math.max(slash, 0)));
}

/** Whether a folder, or one above it, holds no code of the project's own. */
export function isForeignFolder(path: string): boolean {
  return path !== '' && path.split('/').some((segment) => outsideFolders.test(segment));
}

/** A text that no person wrote line by line: its lines are far too long. */
export function looksMinified(text: string): boolean {
  if (text.length < 5_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > 1_000;
}

/** How bundlers begin what they write: browserify, webpack. */
const bundled =
  /^(?:require=)?\(function(?:\(\)\{function)? ?[a-z]?\(e,[nt],[tnr]\)|^(?:\/\*[^\n]{0,200}\n)?\/\*{3,}\/ ?(?:\(|!)|^!?\(?(?:function ?\(modules\)|\(\(?\) ?=> ?\{ ?\/\/ webpackBootstrap)/;

/** A text that a bundler put together from many files. */
export const looksBundled = (text: string): boolean => bundled.test(text.slice(0, 2_000));
