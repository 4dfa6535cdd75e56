import { defineRule, type FileContext, type Report } from '../rule.ts';
import { entryVisitor } from './hardcodedSecret/entries.ts';
import { literalVisitors } from './hardcodedSecret/literals.ts';
import { type Add, advice, named } from './hardcodedSecret/messages.ts';
import { secretsInText } from './hardcodedSecret/plainText.ts';
import { reportProviders } from './hardcodedSecret/providerSecrets.ts';
import { moveToEnvironment, type SecretPlace } from './secretFix/moveToEnvironment.ts';

/** Texts that people read, by language: `"password": "Mot de passe"`. */
const translations = /(?:^|\/)(?:locales?|i18n|l10n|langs?|languages|translations?|messages)\//i;

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
    if (!namesCount(file)) return { text: () => reportProviders(file, add) };
    return {
      text: () => {
        reportProviders(file, add);
        reportTexts(file, add);
      },
      ...(file.language === 'script'
        ? { nodes: literalVisitors(file, add) }
        : { entry: entryVisitor(file, add) }),
    };
  },
  fixes: [moveToEnvironment],
});

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
