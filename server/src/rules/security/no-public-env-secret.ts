import { commentsIn } from '../../analysis/comments.ts';
import { nodeAt } from '../../analysis/namedValue.ts';
import { ts } from '../../languages/script.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { isSecretBehindPrefix, publicName } from './envFile/publicNames.ts';

export const noPublicEnvSecret = defineRule({
  id: 'no-public-env-secret',
  title: 'Secret in a variable that browsers get',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [200],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'json', 'yaml', 'env', 'dockerfile', 'html', 'text'],
  keywords: ['next_public_', 'vite_', 'react_app_', 'public_', 'gatsby_', 'vue_app_', 'storybook_'],
  why: 'The build writes variables with this prefix into the files that browsers load: everyone who opens the page can read the secret in them.',
  verification: [
    'The rule finds nothing at the cited places: the variable is called without the prefix, and only a server reads it.',
    'The files that the build gives out do not hold the secret.',
    'A secret that was published is changed.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY)_\w*(?:SECRET|PRIVATE|SERVICE_ROLE|PASSWORD)|\b(?:secrets?|keys?)\b.{0,40}\b(?:client bundle|browser bundle|client-side env)/i,
  check(file, report) {
    if (!isLookedAt(file)) return {};
    return {
      text: () => {
        const told = new Set<string>();
        for (const match of file.text.matchAll(publicName)) {
          const [name, rest = ''] = match;
          if (told.has(name) || !isSecretBehindPrefix(rest) || !isVariable(file, match.index)) continue;
          told.add(name);
          report({
            start: match.index,
            end: match.index + name.length,
            message: `\`${name}\` is written into what browsers load, where everyone can read it. Read it on a server only, under a name without the prefix.`,
          });
        }
      },
    };
  },
  fixes: [],
});

/** Code and settings; not what tells people about them, and not tests. */
const isLookedAt = ({ fileClass, language, path }: FileContext): boolean =>
  fileClass === 'production' ||
  fileClass === 'config' ||
  (fileClass === 'script' && language !== 'text' && language !== 'html') ||
  (fileClass === 'example' && language === 'env') ||
  /(?:^|\/)\.env[^/]*$/.test(path);

/** Whether the name is used at this place, and not only written about. */
function isVariable(file: FileContext, at: number): boolean {
  if (file.language === 'script' && file.script) {
    if (commentsIn(file.script).some(({ start, end }) => start <= at && at < end)) return false;
    const node = nodeAt(file.script, at);
    if (ts.isIdentifier(node)) return true;
    return ts.isStringLiteralLike(node) && /^\w+$/.test(node.text);
  }
  const line = file.text.lastIndexOf('\n', at - 1) + 1;
  const before = file.text.slice(line, at);
  if (/^\s*(?:#|\/\/)/.test(before)) return false;
  // In other texts only what is set or read: `export NEXT_PUBLIC_X=…`, `$NEXT_PUBLIC_X`, `${NEXT_PUBLIC_X}`.
  if (file.language !== 'text' && file.language !== 'html') return true;
  return /\$\{?$/.test(before) || /^[ \t]*=/.test(file.text.slice(at).replace(/^\w+/, ''));
}
