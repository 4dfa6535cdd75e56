import { type DefaultPassword, defaultPassword } from '../../analysis/docker/defaultPassword.ts';
import {
  isCompose,
  isManifestForDevelopment,
  isThrowAway,
  serviceVariable,
} from '../../analysis/docker/manifests.ts';
import type { Entry } from '../../languages/entry.ts';
import { defineRule } from '../rule.ts';

/** What the fix needs to know: the variable to ask for. */
interface AskedFor {
  readonly variable: string | undefined;
}

export const composeDefaultPassword = defineRule<AskedFor>({
  id: 'compose-default-password',
  title: 'Service with a password that everybody knows',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [1392, 521],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['yaml'],
  keywords: ['pass', 'pwd', 'secret', 'key', 'auth', '://'],
  why: 'Whoever reaches the port gets in at the first try: `postgres`, `admin` and `changeme` are what scanners of the internet begin with.',
  verification: [
    'The rule finds nothing at the cited places.',
    'The running service was given a new password: a database keeps the one that it was created with.',
  ],
  effort: { min: 30, max: 90, unit: 'minutes' },
  claims:
    /\b(?:default|guessable|well-known)\b.{0,30}\b(?:passwords?|credentials?)\b.{0,60}\b(?:compose|docker|containers?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isManifestForDevelopment(file.path)) return {};
    if (!isCompose(file.path, file.text) || isThrowAway(file.path, file.text)) return {};
    return {
      entry(entry) {
        const given = passwordInCommand(entry);
        if (given && defaultPassword('PASSWORD', given)) {
          report({
            start: entry.start,
            end: entry.end,
            message: messageOf({ kind: 'value' }, '--requirepass', entry.path[1] ?? ''),
            data: { variable: undefined },
          });
          return;
        }
        const variable = serviceVariable(entry, file.text);
        const found = variable && defaultPassword(variable.name, variable.value);
        if (!variable || !found) return;
        const { start, end, name, service } = variable;
        report({
          start,
          end,
          message: messageOf(found, name, service),
          data: { variable: found.kind === 'none' ? undefined : name },
        });
      },
    };
  },
  fixes: [
    {
      title: 'Ask for the password when the service starts',
      safe: false,
      appliesTo: ({ data }) => data?.variable !== undefined,
      edit: async ({ start, end, data }, file) => [
        {
          file: file.path,
          edits: [{ range: file.lines.rangeOf(start, end), newText: `\${${data?.variable}:?is not set}` }],
        },
      ],
    },
  ],
});

/** `redis-server --requirepass changeme`, as one text. */
const passwordInCommand = ({ path, value }: Entry): string | undefined =>
  path.length === 3 && /^(?:command|entrypoint)$/.test(path[2] ?? '')
    ? /\s--requirepass[ =]["']?([^\s"'$]{1,80})/.exec(value)?.[1]
    : undefined;

function messageOf({ kind }: DefaultPassword, name: string, service: string): string {
  if (kind === 'none')
    return `\`${name}\` lets everybody into "${service}" without a password. Take it out and set a password.`;
  const when = kind === 'fallback' ? `, where it is not set,` : '';
  return `\`${name}\` of "${service}"${when} is or holds a password that everybody tries first. Ask for it: \`\${${name}:?is not set}\`.`;
}
