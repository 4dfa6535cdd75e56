/** What a file is written in, as far as rules can tell languages apart. `text` is everything else. */
export type Language = 'script' | 'json' | 'yaml' | 'env' | 'dockerfile' | 'sql' | 'html' | 'text';

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
  dockerfile: 'dockerfile',
  sql: 'sql',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** `.env`, `.env.production`, `.envrc`, but not `.environment`. */
const envName = /^\.env(?:rc)?(?:\.[\w.-]+)?$/i;

/** `Dockerfile`, `Dockerfile.prod`, `Containerfile`. */
const dockerName = /^(?:dockerfile|containerfile)(?:[-_.][\w.-]+)?$/i;
/** What is about a Dockerfile, or becomes one only when a template engine has run. */
const aboutDocker =
  /[.-](?:\w*ignore|md|txt|html?|sh|py|rb|go|erb|ejs|hbs|j2|jinja2?|tmpl|tpl|template|mustache|in)_*$/i;

/** The language of a file, judged by its name alone. `path` uses forward slashes. */
export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (envName.test(name)) return 'env';
  const dot = name.lastIndexOf('.');
  const known = dot > 0 && byExtension[name.slice(dot + 1).toLowerCase()];
  return known || (dockerName.test(name) && !aboutDocker.test(name) ? 'dockerfile' : 'text');
}
