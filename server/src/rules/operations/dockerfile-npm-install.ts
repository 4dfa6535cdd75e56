import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { defineRule } from '../rule.ts';

/** What the fix needs to know: what to write instead. */
interface Install {
  readonly instead: string;
}

/** One command of a `RUN`: `npm install` and its options, up to what follows it. */
const installs =
  /(?:^|[\s;&|(])((npm(?: --prefix[ =]\S{1,80})? (?:install|i|add)|yarn(?: install)?|pnpm (?:install|i)|bun (?:install|i))((?: {1,4}-{1,2}[\w.=:/@-]{1,80}){0,8}))(?= {0,4}(?:$|[;&|)\n\r]|\\\r?\n))/g;

export const dockerfileNpmInstall = defineRule<Install>({
  id: 'dockerfile-npm-install',
  title: 'Image whose packages may differ from the lockfile',
  priority: 'P2',
  category: 'operations',
  confidence: 'high',
  cwe: [1357],
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['npm', 'yarn', 'bun'],
  why: 'The image may hold other versions than those that were tested, and each build may hold others again.',
  verification: [
    'The rule finds nothing, and the image builds: the lockfile is in it before packages are installed.',
  ],
  effort: { min: 10, max: 30, unit: 'minutes' },
  claims: /\bnpm install\b.{0,40}\b(?:docker|images?|npm ci)\b|\bnpm ci\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return {
      dockerfile({ stages }) {
        const all = stages.flatMap(({ instructions }) => instructions);
        const brought = all.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD');
        const hasOwn = brought.some((each) => bringsPackage.test(file.text.slice(each.start, each.end)));
        for (const { keyword, start, end } of all) {
          if (keyword !== 'RUN') continue;
          const exec = execForm(file.text.slice(start, end));
          if (exec) {
            report({
              start,
              end,
              message: messageOf(exec),
              data: { instead: `RUN ${JSON.stringify(exec.split(' ')).replaceAll(',', ', ')}` },
            });
            continue;
          }
          for (const match of file.text.slice(start, end).matchAll(installs)) {
            const [, command = '', tool = '', options = ''] = match;
            const instead = insteadOf(tool, options);
            if (!instead || (!hasOwn && isMadeThere(file.text.slice(start, start + match.index + 1))))
              continue;
            const at = start + match.index + match[0].indexOf(command);
            report({
              start: at,
              end: at + command.length,
              message: messageOf(instead),
              data: { instead },
            });
          }
        }
      },
    };
  },
  fixes: [
    {
      title: 'Install what the lockfile says',
      // It fails where there is no lockfile, or where that is not copied in.
      safe: false,
      appliesTo: () => true,
      edit: async ({ start, end, data }, file) => [
        { file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText: data?.instead ?? '' }] },
      ],
    },
  ],
});

const messageOf = (instead: string): string =>
  `This may install other versions than the lockfile says. Use \`${instead}\`.`;

/** What `RUN ["npm", "install"]` should run; undefined for other instructions. */
function execForm(text: string): string | undefined {
  const list =
    /^RUN\s{1,20}\[\s{0,10}"(npm|yarn|pnpm|bun)"\s{0,10},\s{0,10}"(install|i|add)"((?:\s{0,10},\s{0,10}"-{1,2}[^"\n]{1,80}"){0,8})\s{0,10}\]/i.exec(
      text,
    );
  const options = [...(list?.[3] ?? '').matchAll(/"([^"]+)"/g)].map(([, option]) => ` ${option}`).join('');
  return list ? insteadOf(`${list[1]} ${list[2]}`, options) : undefined;
}

/** What copies a manifest or everything into the image. */
const bringsPackage = /package|lock|--from|\s\.{1,2}\/?\s|\s(?:src|app|server|api|backend)\/?\s/;

/** `cd /made/by/a/generator && npm install`, where nothing copied a lockfile into the image. */
const isMadeThere = (before: string): boolean => /\bcd \S/.test(before) && !/\bgit clone\b/.test(before);

/** The command that keeps to the lockfile; undefined where this one does, or installs something else. */
function insteadOf(tool: string, options: string): string | undefined {
  if (/\s(?:-g|--global|--package-lock-only|--frozen-lockfile|--immutable|--prefix)\b/.test(options))
    return undefined;
  const kept = options.replace(/ --(?:production|only=prod(?:uction)?)\b/, ' --omit=dev');
  const folder = / --prefix[ =]\S+/.exec(tool)?.[0] ?? '';
  if (tool.startsWith('npm')) return `npm${folder} ci${kept}`;
  return `${/^\w+/.exec(tool)?.[0]} install${options} --frozen-lockfile`;
}
