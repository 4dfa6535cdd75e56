import { isSecretName } from '../../../analysis/secrets/naming.ts';
import { judgeValue } from '../../../analysis/secrets/plausibility.ts';
import type { FileContext } from '../../rule.ts';
import { sqlSecrets } from './sqlSecrets.ts';
import { textForms } from './textForms.ts';
import type { WrittenSecret } from './writtenSecret.ts';

/** Texts that give values to names without quotes: shells, settings. */
const bareFiles =
  /\.(?:sh|bash|zsh|fish|ksh|toml|ini|cnf|conf|cfg|config|properties|service|env\w*|txt|ps1|bat|cmd)$|(?:^|\/)(?:\.npmrc|\.yarnrc|\.pypirc|\.my\.cnf|\.pgpass|\.netrc|Procfile|Makefile|[\w-]+)$/i;
/** Texts for people, and what is no program. */
const otherFiles =
  /\.(?:md|mdx|rst|adoc|css|scss|sass|less|svg|csv|tsv|log|po|pot|strings|arb|resx|xlf|xliff|diff|patch|ipynb)$/i;
/** The same by how a file's name begins. */
const otherNames =
  /^(?:(?:messages|labels|strings|translations?|i18n|locales?|validation)[._-]|LICENSE|NOTICE|AUTHORS|CHANGELOG|CODEOWNERS)/i;

const quotedAssignment =
  /(?<![\w.$-])([A-Za-z_][\w.-]{1,60})["']?\]?(?:[ \t]{0,4}:[ \t]{0,4}&?[A-Za-z]\w{1,20}|[ \t]string)?[ \t]{0,20}(?::=|=>|[=:])[ \t]{0,20}(["'])([^"'\r\n]{4,300})\2/g;
const bareAssignment =
  /(?<![\w.$-])([A-Za-z_][\w.-]{1,60})[ \t]{0,20}(?::=|\?=|[=:])[ \t]{0,20}([^\s"'`,;()<>[\]]{6,300})/g;
/** What HTML keeps under a name: `<meta name="api-key" content="…">`. */
const metaTag = /<meta\s{1,5}name=["']([\w.:-]{2,60})["']\s{1,5}content=["']([^"'\r\n]{6,300})["']/g;
/** A key in the address of a call: `?api_key=…`. */
const queryKey =
  /[?&](api[_-]?key|apikey|access[_-]?token|auth[_-]?token|secret(?:[_-]key)?|client[_-]secret)=([A-Za-z0-9_-]{16,100})(?![A-Za-z0-9_%${-])/gi;

/** What such an address has, to be looked for once. */
const queryHint = /[?&](?:api|access|auth|secret|client)\w{0,10}[_-]?\w{0,10}=[A-Za-z0-9_-]{16}/i;

/** The secrets in a text that is judged by names, in no particular order; none may overlap another. */
export function* secretsInText(file: FileContext): Iterable<WrittenSecret> {
  const { text, path, language } = file;
  if (queryHint.test(text))
    for (const match of text.matchAll(queryKey)) yield* judged(match, match[1] ?? '', match[2] ?? '');
  if (language === 'sql') return yield* sqlSecrets(text);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (language !== 'text' && language !== 'html') return;
  if (otherFiles.test(name) || otherNames.test(name) || text.length > 500_000) return;
  if (!/secret|token|key|pass|pwd|cred|auth|connect|mysqli|PDO/i.test(name + text)) return;
  for (const match of text.matchAll(quotedAssignment)) yield* judged(match, match[1] ?? '', match[3] ?? '');
  for (const match of text.matchAll(metaTag)) yield* judged(match, match[1] ?? '', match[2] ?? '');
  for (const form of textForms) {
    if (form.files && !form.files.test(name)) continue;
    for (const match of text.matchAll(form.pattern))
      yield* judged(match, match.groups?.name ?? form.name ?? '', match.groups?.value ?? '');
  }
  if (!bareFiles.test(path)) return;
  for (const match of text.matchAll(bareAssignment)) yield* judged(match, match[1] ?? '', match[2] ?? '');
}

function* judged(match: RegExpMatchArray, name: string, value: string): Iterable<WrittenSecret> {
  if (!isSecretName(name) || isVerification(name)) return;
  const { secret, confidence } = judgeValue(name, value);
  if (!secret || confidence === 'low') return;
  const start = (match.index ?? 0) + match[0].lastIndexOf(value);
  yield { name, value, start, end: start + value.length, confidence: 'medium' };
}

/** Tokens that prove who owns a page, and are shown in it. */
const isVerification = (name: string): boolean => /verif|csrf|xsrf/i.test(name);
