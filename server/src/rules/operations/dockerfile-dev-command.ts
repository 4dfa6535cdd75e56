import { commandLine } from '../../analysis/docker/command.ts';
import { finalStageOf } from '../../analysis/docker/finalStage.ts';
import { isDevelopmentStage, isForDevelopment, isStart } from '../../analysis/docker/purpose.ts';
import type { DockerInstruction } from '../../languages/dockerfile.ts';
import { defineRule, type FileContext } from '../rule.ts';

/** What the fix needs to know of a place. */
interface DevCommand {
  readonly keyword: string;
}

/** Commands that serve a programmer, and nobody else. */
const devCommands: readonly RegExp[] = [
  /(?:^|\s|\/)(?:npm|yarn|pnpm|bun)(?: --?\S{1,60}){0,6}(?: run)?(?: --?\S{1,60}){0,6} (?:dev|develop|serve:dev|start:dev|start-dev|watch|dev:\S{1,40}|[\w-]{1,40}:watch)(?:\s|$)/,
  /(?:^|\s|\/)(?:nodemon|ts-node-dev|tsnd|webpack-dev-server|live-server|supervisor)(?:\s|$)/,
  /(?:^|\s|\/)(?:tsx|bun|node)(?: --?\S{1,60}){0,6} (?:watch|--watch|--hot)(?:\s|$)/,
  // A debugger that listens to everybody runs whatever it is told.
  /(?:^|\s|\/)(?:node|tsx|ts-node)(?: --?\S{1,60}){0,6} --inspect(?:-brk)?=(?:0\.0\.0\.0|\[::\])/,
  /(?:^|\s|\/)(?:next|nuxt|nuxi|astro|remix|gatsby|netlify|wrangler|strapi) (?:dev|develop)(?:\s|$)/,
  /(?:^|\s|\/)(?:vite|ng serve|react-scripts start|vue-cli-service serve|webpack serve|nest start --watch)(?:\s+-\S+|\s*$)/,
  /(?:^|\s|\/)manage\.py runserver\b|(?:^|\s)flask(?: --?\S{1,60}){0,6} run\b.{0,200}--(?:debug|reload)\b|(?:^|\s)uvicorn\b.{0,200}--reload\b/,
  /(?:^|\s)rails s(?:erver)?\b.{0,100}\bdevelopment\b|(?:^|\s)php artisan serve\b/,
];

export const dockerfileDevCommand = defineRule<DevCommand>({
  id: 'dockerfile-dev-command',
  title: 'Image that starts in development mode',
  priority: 'P0',
  category: 'operations',
  confidence: 'high',
  cwe: [489],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['cmd', 'entrypoint', 'env'],
  why: 'A development server shows its source and its errors to everyone, builds anew with each request or change, and was made for one person.',
  verification: [
    'The rule finds nothing: the image starts what was built.',
    'A request for a page that fails shows no stack trace.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:dev(?:elopment)?)\b.{0,20}\b(?:server|mode|command)\b.{0,60}\b(?:docker|images?|containers?|production)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return {
      dockerfile(dockerfile) {
        const final = finalStageOf(dockerfile);
        if (!final || isDevelopmentStage(final)) return;
        const started = [
          final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT'),
          final.instructions.findLast(({ keyword }) => keyword === 'CMD'),
        ];
        for (const each of started) {
          const command = each && commandLine(each);
          if (!each || !devCommands.some((pattern) => pattern.test(command ?? ''))) continue;
          report({
            start: each.start,
            end: each.end,
            message: `\`${command}\` starts a server for development. Build in an earlier stage and start what was built.`,
            data: { keyword: each.keyword },
          });
        }
        const mode = final.instructions.findLast(({ sets }) => sets.has('NODE_ENV'));
        if (mode && isEnvironment(mode) && started.some((each) => each)) {
          report({
            start: mode.start,
            end: mode.end,
            priority: 'P1',
            message:
              'NODE_ENV says "development": frameworks then show errors in full and cache nothing. Set it to `production`.',
            data: { keyword: 'ENV' },
          });
        }
      },
    };
  },
  fixes: [
    {
      title: 'Set NODE_ENV to production',
      safe: false,
      appliesTo: ({ data }) => data?.keyword === 'ENV',
      async edit({ start, end }, file) {
        const at = file.text.slice(start, end).search(/\bdev(?:elopment)?\b/);
        const word = /^dev(?:elopment)?/.exec(file.text.slice(start + at))?.[0] ?? '';
        if (at < 0) return { refused: 'NODE_ENV says something else now; nothing was changed.' };
        const range = file.lines.rangeOf(start + at, start + at + word.length);
        return [{ file: file.path, edits: [{ range, newText: 'production' }] }];
      },
    },
    {
      title: 'Start with npm start',
      safe: false,
      appliesTo: (report, file) => startOf(report.start, file) !== undefined,
      async edit({ start, end }, file, workspace) {
        const line = startOf(start, file);
        const folder = file.package.folder === '' ? '' : `${file.package.folder}/`;
        const manifest = await workspace.read(`${folder}package.json`);
        const script = /"start"\s*:\s*"([^"]*)"/.exec(manifest ?? '')?.[1];
        if (line === undefined || script === undefined || devCommands.some((each) => each.test(script)))
          return { refused: 'package.json has no script "start" that is for production.' };
        return [{ file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText: line }] }];
      },
    },
  ],
});

/** `ENV NODE_ENV=development`; what an argument decides is the build's. */
const isEnvironment = ({ keyword, sets }: DockerInstruction): boolean =>
  keyword === 'ENV' && /^["']?dev(?:elopment)?["']?$/.test(sets.get('NODE_ENV') ?? '');

/** The instruction with `npm start` in place of a script for development. */
function startOf(offset: number, file: FileContext): string | undefined {
  const instruction = file.dockerfile?.stages
    .flatMap(({ instructions }) => instructions)
    .find(({ start }) => start === offset);
  if (!instruction || !isStart(instruction)) return undefined;
  const manager = /^(npm|yarn|pnpm)(?: run)? (?:dev|develop|start:dev|watch)$/.exec(
    commandLine(instruction),
  )?.[1];
  return (
    manager &&
    `${file.text.slice(instruction.start, instruction.start + instruction.keyword.length)} ["${manager}", "start"]`
  );
}
