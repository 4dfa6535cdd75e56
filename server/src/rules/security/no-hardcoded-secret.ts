import { defaultPassword } from '../../analysis/docker/defaultPassword.ts';
import {
  isCompose,
  isManifestForDevelopment,
  isThrowAway,
  serviceVariable,
} from '../../analysis/docker/manifests.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { fallbackAt } from '../../analysis/environment/fallback.ts';
import { nameOfValue } from '../../analysis/namedValue.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { mask } from '../../analysis/secrets/mask.ts';
import { isSecretName } from '../../analysis/secrets/naming.ts';
import { isWeakPassword } from '../../analysis/secrets/passwords.ts';
import { judgeValue } from '../../analysis/secrets/plausibility.ts';
import { findProviderSecrets } from '../../analysis/secrets/providers.ts';
import { sessionSecretsIn } from '../../analysis/secrets/sessionSecrets.ts';
import type { Judgement } from '../../analysis/secrets/types.ts';
import type { Entry } from '../../languages/entry.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { secretsInText } from './hardcodedSecret/plainText.ts';
import { secretAt } from './hardcodedSecret/positions.ts';
import { moveToEnvironment, type SecretPlace } from './secretFix/moveToEnvironment.ts';

/** Texts that people read, by language: `"password": "Mot de passe"`. */
const translations = /(?:^|\/)(?:locales?|i18n|l10n|langs?|languages|translations?|messages)\//i;

const advice = 'Revoke it and read a new one from the environment.';
const adviceInBrowser =
  'Revoke it. This code ships to browsers, where everyone can read it: make the call that needs it from a server.';

export const noHardcodedSecret = defineRule<SecretPlace>({
  id: 'no-hardcoded-secret',
  title: 'Hardcoded secret',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [798],
  owasp: 'A07:2021',
  enabledByDefault: true,
  findsSecrets: true,
  scope: 'file',
  languages: ['script', 'json', 'yaml', 'env', 'dockerfile', 'sql', 'html', 'text'],
  why: 'Whoever can read the repository, a backup of it or a log of its build can use the secret, and it stays in the history after it was deleted.',
  verification: [
    'The rule finds nothing at the cited places.',
    'The exposed secret was revoked and a new one issued: deleting it from the code does not take it back.',
  ],
  effort: { min: 1, max: 2, unit: 'hours' },
  claims:
    /\b(?:hard-?\s?coded|exposed|leaked|committed|plain-?text)\b.{0,40}\b(?:secrets?|keys?|passwords?|tokens?|credentials?)\b|\b(?:secrets?|keys?|passwords?|tokens?|credentials?)\b.{0,40}\b(?:hard-?\s?coded|in (?:the )?(?:source|code|repo))/i,
  check(file, report) {
    const found: Report<SecretPlace>[] = [];
    const add = (place: Report<SecretPlace>) => {
      if (found.some((other) => place.start < other.end && other.start < place.end)) return;
      found.push(place);
      report(place);
    };
    return {
      text: () => {
        reportProviders(file, add);
        if (namesCount(file)) reportTexts(file, add);
      },
      ...(namesCount(file)
        ? {
            entry: (entry: Entry) => reportEntry(entry, file, add),
            ...(file.language === 'script' ? { nodes: literalVisitors(file, add) } : {}),
          }
        : {}),
    };
  },
  fixes: [moveToEnvironment],
});

/** A guess is no finding. */
const isPlain = ({ secret, confidence }: Judgement): boolean => secret && confidence !== 'low';

type Add = (place: Report<SecretPlace>) => void;

/** Tokens with a checksum: one that is wrong says that somebody has changed the token, or a version of it. */
const checked = /^(?:github|npm|grafana)/;

/** `placeholder: 'e.g. …'`: it shows people what theirs looks like. */
const asExample = /(?:\be\.g\.|\bfor example),?:? $/i;

/** Tokens of a provider's own form, in any text. */
function reportProviders(file: FileContext, add: Add): void {
  for (const match of findProviderSecrets(file.text)) {
    const changed =
      match.confidence === 'low' && checked.test(match.provider) && file.fileClass === 'production';
    if (match.confidence === 'low' && !changed) continue;
    if (asExample.test(file.text.slice(Math.max(0, match.start - 14), match.start))) continue;
    add({
      start: match.start,
      end: match.end,
      confidence: changed ? 'medium' : match.confidence,
      message: `${capitalised(match.name)} (${match.masked}) stands in the ${placeWord(file)}. ${adviceFor(file)}`,
      data: { name: undefined, provider: match.name },
    });
  }
}

/** What other texts than scripts and settings give to a name, and passwords in SQL. */
function reportTexts(file: FileContext, add: Add): void {
  for (const { name, value, start, end, confidence } of secretsInText(file)) {
    add({ start, end, confidence, message: named(name, value, advice), data: { name, provider: undefined } });
  }
}

/** Whether a value may be judged by the name it is given: not in tests, samples and translations. */
function namesCount(file: FileContext): boolean {
  return (file.fileClass === 'production' || file.fileClass === 'config') && !translations.test(file.path);
}

/**
 * Whether a password that everybody tries first is compose-default-password's affair, or nobody's: the database of
 * a workflow's tests needs no other, nor does the one that a developer's settings name.
 */
function isElsewheres(name: string, value: string, isOfService: boolean, file: FileContext): boolean {
  if (file.language === 'yaml' && isOfService && isThrowAway(file.path, file.text)) return true;
  const isSettings = file.language === 'json' || file.language === 'yaml';
  if (isSettings && isWeakPassword(value) && isForDevelopment(file.path.split('/').at(-1) ?? '')) return true;
  if (file.language !== 'yaml' || !defaultPassword(name, value)) return false;
  return (isOfService && isCompose(file.path, file.text)) || isManifestForDevelopment(file.path);
}

function reportEntry(entry: Entry, file: FileContext, add: Add): void {
  if (entry.kind !== 'string') return;
  const variable = file.language === 'yaml' ? serviceVariable(entry, file.text) : undefined;
  const { name, value, start, end } = variable ?? { ...entry, name: entry.key };
  if (isElsewheres(name, value, variable !== undefined, file)) return;
  const judgement = isSecretName(name) ? judgeValue(name, value) : undefined;
  if (!judgement || !isPlain(judgement)) return;
  add({
    start,
    end,
    confidence: judgement.confidence,
    message: named(name, value, advice),
    data: { name, provider: undefined },
  });
}

function literalVisitors(file: FileContext, add: Add): Record<number, (node: ScriptNode) => void> {
  const visit = (node: ScriptNode) => {
    if (!ts.isStringLiteralLike(node) || node.text.length < 4) return;
    const given = nameOfValue(node);
    const byName = given && isSecretName(given) ? given : undefined;
    const plainly = byName ? judgeValue(byName, withoutScheme(node.text)) : undefined;
    const place = plainly && isPlain(plainly) ? undefined : secretAt(node);
    const name = place?.name ?? byName;
    const confidence = place?.confidence ?? (plainly && isPlain(plainly) ? plainly.confidence : undefined);
    if (name === undefined || confidence === undefined) return;
    // `const { JWT_SECRET = '…' } = process.env` is no-insecure-secret-fallback's.
    if (/^(?:pattern|assigned|schema)$/.test(fallbackAt(node.parent)?.form ?? '') || isRefused(node)) return;
    // What signs sessions is session-hardcoded-secret's, whatever its name.
    if (file.fileClass === 'production' && sessionSecretsIn(node.getSourceFile()).has(node)) return;
    const [value, what] = [withoutScheme(node.text), adviceFor(file)];
    add({
      start: node.getStart(),
      end: node.end,
      confidence,
      message: place
        ? `A text in the code is used as a secret (${mask(value)}): \`${name}\`. ${what}`
        : named(name, value, what),
      data: { name, provider: undefined, movable: place?.compared !== true },
    });
  };
  return { [ts.SyntaxKind.StringLiteral]: visit, [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: visit };
}

const withoutScheme = (text: string): string => text.replace(/^(?:Bearer|Basic|Token) +/i, '');

/** `WEAK_DEFAULTS = { SESSION_SECRET: '…' }`: what a program knows in order to refuse it. */
const isRefused = ({ parent }: ScriptNode): boolean => {
  const holder = ts.isPropertyAssignment(parent) ? parent.parent.parent : undefined;
  return (
    holder !== undefined &&
    ts.isVariableDeclaration(holder) &&
    /weak|insecure|forbidden|banned|refused|rejected|disallowed|denied/i.test(holder.name.getText())
  );
};

const named = (name: string, value: string, what: string): string =>
  `"${name}" holds a hardcoded secret (${mask(value)}). ${what}`;

const adviceFor = (file: FileContext): string =>
  file.language === 'script' && shipsToBrowser(file.path, file.text, file.package) ? adviceInBrowser : advice;

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const placeWord = (file: FileContext): string => (file.language === 'script' ? 'source code' : 'repository');
