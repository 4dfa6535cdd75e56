import { isDevGuarded } from '../../analysis/devGuards.ts';
import { placeholder } from '../../analysis/secrets/placeholders.ts';
import { findProviderSecrets } from '../../analysis/secrets/providers.ts';
import { sessionSecretsIn } from '../../analysis/secrets/sessionSecrets.ts';
import { ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { moveToEnvironment, type SecretPlace } from './secretFix/moveToEnvironment.ts';

export const sessionHardcodedSecret = defineRule<SecretPlace>({
  id: 'session-hardcoded-secret',
  title: 'Sessions signed with a known text',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [798],
  owasp: 'A07:2021',
  enabledByDefault: true,
  findsSecrets: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['session', 'cookie', 'keys', 'nextauth', 'betterauth', 'keygrip'],
  why: 'Cookies are signed with this text: whoever reads the code, or guesses one of the texts that manuals use, signs a cookie that makes them any user.',
  verification: [
    'The rule finds nothing at the cited places.',
    'Production reads another secret, long and random, from its environment.',
    'Sessions that were signed with the old one are no longer accepted.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:session|cookie)s?\b.{0,30}\b(?:secret|signing key|keys?)\b.{0,40}\b(?:hard-?\s?coded|default|weak|in (?:the )?(?:code|source))\b|\b(?:hard-?\s?coded|default|weak)\b.{0,30}\b(?:session|cookie)\b.{0,20}\b(?:secret|key)/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    return {
      nodes: {
        [ts.SyntaxKind.SourceFile]: () => {
          if (!file.script) return;
          for (const { literal, variable } of sessionSecretsIn(file.script).values()) {
            if (!isInForce(literal.text) || isDevGuarded(literal)) continue;
            report({
              start: literal.getStart(),
              end: literal.end,
              message:
                'Sessions are signed with a text that stands in the code: whoever knows it can sign in as anybody. Read a long random one from the environment.',
              data: { name: variable, provider: undefined },
            });
          }
        },
      },
    };
  },
  fixes: [moveToEnvironment],
});

/** Any text signs: also a word, also "change me". Not what a tool replaces, and not a token, which is found as such. */
const isInForce = (text: string): boolean => {
  const hole = placeholder(text);
  if (text.trim() === '' || hole === 'reference' || (hole === 'fill-in' && /^[<[({]/.test(text)))
    return false;
  return !findProviderSecrets(text).some(({ confidence }) => confidence !== 'low');
};
