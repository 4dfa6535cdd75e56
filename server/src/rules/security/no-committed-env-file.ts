import { isSecretName } from '../../analysis/secrets/naming.ts';
import { placeholder } from '../../analysis/secrets/placeholders.ts';
import type { Entry } from '../../languages/entry.ts';
import { defineRule } from '../rule.ts';
import { type EnvFile, ignoreEnvFile } from './envFile/ignoreEnvFile.ts';

export const noCommittedEnvFile = defineRule<EnvFile>({
  id: 'no-committed-env-file',
  title: 'Environment file that git takes up',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [538],
  enabledByDefault: true,
  findsSecrets: true,
  scope: 'file',
  languages: ['env'],
  why: 'The file goes wherever the repository goes: to every clone, build and fork, and it stays in the history after it was deleted.',
  verification: [
    'The rule finds nothing: git ignores the file.',
    '`git ls-files` does not list the file: where it was committed, `git rm --cached` takes it out.',
    'The secrets that were in it are changed.',
  ],
  effort: { min: 1, max: 2, unit: 'hours' },
  claims:
    /\.env\b.{0,40}\b(?:committed|tracked|checked in|in (?:the )?(?:repo\w*|git|version control))\b|\b(?:committed|tracked)\b.{0,30}\.env\b/i,
  check(file, report) {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (file.fileClass !== 'production' && file.fileClass !== 'script') return {};
    if (!/^\.env(?:rc)?(?:\.|$)/i.test(name) && !/\.env$/i.test(name)) return {};
    const names: string[] = [];
    let told = false;
    return {
      entry: (entry) => {
        names.push(entry.key);
        if (told || !isSecret(entry)) return;
        told = true;
        report({
          start: lineStart(file.text, entry.start),
          end: entry.start - 1,
          message: `Git takes this file up, and \`${entry.key}\` in it is a secret. Have git ignore it (\`git rm --cached\` where it is tracked), and change what was in it.`,
          data: { names },
        });
      },
    };
  },
  fixes: [ignoreEnvFile],
});

/** Names that builds publish anyway. */
const published = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/;

/** A value that somebody set, under the name of a secret; not a database on the own machine. */
function isSecret({ key, value }: Entry): boolean {
  const kind = published.test(key) ? undefined : isSecretName(key);
  if (kind === undefined || value.trim().length < 3 || placeholder(value) !== undefined) return false;
  if (kind !== 'connection') return !/^(?:https?:)?\/\//.test(value) && !/^(?:\.{0,2}\/|~\/)/.test(value);
  return (
    /:\/\/[^/@:\s]{0,100}:[^/@:\s]{1,200}@/.test(value) && !/@(?:localhost|127\.0\.0\.1|\[::1\])/.test(value)
  );
}

/** Where the variable's name begins, behind what stands before it in its line. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start + (/^[ \t]*(?:export[ \t]+)?/.exec(text.slice(start, at))?.[0].length ?? 0);
}
