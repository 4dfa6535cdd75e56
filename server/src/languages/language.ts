/** What a file is written in, as far as rules can tell languages apart. `text` is everything else. */
export type Language = 'script' | 'json' | 'yaml' | 'env' | 'text';

const byExtension: Readonly<Record<string, Language>> = {
  ts: 'script',
  tsx: 'script',
  mts: 'script',
  cts: 'script',
  js: 'script',
  jsx: 'script',
  mjs: 'script',
  cjs: 'script',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  webmanifest: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  env: 'env',
};

/** `.env`, `.env.production`, `.envrc`, but not `.environment`. */
const envName = /^\.env(?:rc)?(?:\.[\w.-]+)?$/i;

/** The language of a file, judged by its name alone. `path` uses forward slashes. */
export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (envName.test(name)) return 'env';
  const dot = name.lastIndexOf('.');
  return (dot > 0 && byExtension[name.slice(dot + 1).toLowerCase()]) || 'text';
}
