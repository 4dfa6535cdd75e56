import { type ScriptFile, ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { commentedImportOf, type LiveNames, liveNamesOf, rootOf } from './commentedService/liveNames.ts';
import { type CommentRun, commentRunsIn } from './commentedService/runs.ts';
import { mayHoldService, type Service, servicesIn } from './commentedService/service.ts';
import { type Commented, uncomment } from './commentedService/uncomment.ts';

/** Files that put a program together. */
const entryFile = /(?:^|\/)(?:server|main|app|bootstrap|worker|start|www|entry)\.[cm]?[jt]sx?$/i;
const entryIndex = /^(?:(?:.*\/)?(?:src|server|api|backend|app)\/)?index\.[cm]?[jt]sx?$/i;

/** Comments that show how something is done, or why it is gone for good. */
const isNoLoss =
  /\b(?:examples?|usage|e\.g\.|for instance|un-?comment|sample|snippet|debug\w*|optional\w*|if you (?:want|need|prefer)|could have|old|previous(?:ly)?|replaced|moved|migrated|deprecated|legacy|no longer|removed|instead|not needed|unnecessary|unused)\b|```/i;
/** Comments that say that it should come back. */
const isMissed =
  /\b(?:disabled?|temporar(?:y|ily)|until|todo|fixme|re-?enable|for now|turned off|broken|not ready)\b/i;
/** More such comments in a file were written by no person, and each costs a look at the whole file. */
const mostRuns = 100;

/** What helps to develop is no service. */
const helper =
  /mock|msw|debug|devtool|profil|bench|stats|livereload|hot|serviceworker|webvitals|storybook|swagger/i;

/** Middlewares without which anybody gets in, by the names that they usually have. */
const protection =
  /^(?:helmet|csrf\w*|csurf|lusca|hpp|rate_?[lL]imit\w*|\w*(?:[rR]ate)?[lL]imiter|auth|authenticate\w*|authMiddleware|(?:require|verify|check)(?:Auth\w*|Token|Login|User|Jwt))$/;

export const noCommentedOutService = defineRule<Commented>({
  id: 'no-commented-out-service',
  title: 'Commented-out service',
  priority: 'P0',
  category: 'stability',
  confidence: 'medium',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'use',
    'register',
    'listen',
    'mount',
    'schedule',
    'start',
    'init',
    'connect',
    'launch',
    'bootstrap',
    'setup',
    'server',
  ],
  why: 'The program runs without a part that was written for it, and nothing says so: routes are missing, jobs never run, checks are not made.',
  verification: [
    'The rule finds nothing at the cited places.',
    'What was commented out runs again: a call of the same function stands in live code.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:commented[- ]out|disabled)\b.{0,40}\b(?:services?|routes?|routers?|middlewares?|servers?|imports?|features?|initiali[sz]ation)\b|\b(?:services?|routes?|routers?|middlewares?)\b.{0,40}\b(?:commented[- ]out|disabled)\b/i,
  check(file, report) {
    // Asked of the text first: most files have no such comment, and need not be read any further.
    if (file.fileClass !== 'production' || !mayHoldService(file.text)) return {};
    const { script } = file;
    if (!script) return {};
    return { nodes: { [ts.SyntaxKind.SourceFile]: () => reportRuns(file, script, report) } };
  },
  fixes: [uncomment],
});

function reportRuns(
  file: FileContext,
  script: ScriptFile,
  report: (report: Report<Commented>) => void,
): void {
  let names: LiveNames | undefined;
  let looked = 0;
  for (const run of commentRunsIn(script)) {
    const services = servicesIn(run.lines);
    if (services.length === 0) continue;
    if (++looked > mostRuns) return;
    const words = file.text.slice(run.start, run.end);
    if (isNoLoss.test(words)) continue;
    names ??= liveNamesOf(script);
    const live = names;
    const missing = services.filter((each) => weigh(each, words, file, script, live) >= 3);
    if (missing.length > 0) reportRun(run, missing, script, report);
  }
}

/** How much speaks for a service that should run and does not; 3 is enough. */
function weigh(
  service: Service,
  words: string,
  file: FileContext,
  script: ScriptFile,
  live: LiveNames,
): number {
  const { receiver, method, keys, loads } = service;
  if (keys.some((key) => helper.test(key) || live.isUsed(key))) return 0;
  if (method === 'listen' && live.listens) return 0;
  // Its application is gone as well: this is an older version of the file.
  if (receiver !== undefined && !live.isDeclared(receiver) && !live.isUsed(receiver)) return 0;
  const isEntry = entryFile.test(file.path) || entryIndex.test(file.path) || live.listens;
  let weight = (isEntry ? 2 : 0) + (isMissed.test(words) ? 1 : 0);
  const isMounted = /^(?:use|register|mount)$/.test(method);
  if (isMounted && /(?:^|\.)(?:app|server|router|fastify|api|application|express)$/i.test(receiver ?? ''))
    weight += 1;
  // It was brought in for this call, and for nothing else in the file.
  const root = receiver ?? keys[0] ?? '';
  const isComponent = /\.[jt]sx$/.test(file.path);
  if (!isMounted && !isComponent && live.isImported(root) && !live.isUsed(rootOf(root))) return weight + 3;
  // `app.start()` names nothing but the application itself.
  if (receiver !== undefined && keys[0] === `${receiver}.${method}`) return weight;
  const known = keys.filter((key) => !/^express\b/.test(key));
  if (loads) return weight + 2;
  // What keeps intruders out needs no second witness.
  if (isMounted && known.some((key) => protection.test(key))) return weight + 2;
  if (known.some((key) => live.isDeclared(key))) return weight + 2;
  return known.some((key) => commentedImportOf(key, script)) ? weight + 2 : 0;
}

function reportRun(
  run: CommentRun,
  services: readonly Service[],
  script: ScriptFile,
  report: (report: Report<Commented>) => void,
): void {
  const lines = services.flatMap(({ from, to }) => run.lines.slice(from, to + 1));
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const imports = new Map<number, { start: number; end: number }>();
  for (const key of services.flatMap(({ keys }) => keys)) {
    const found = commentedImportOf(rootOf(key), script);
    if (found) imports.set(found.start, found);
  }
  const [start, end] = run.kind === 'block' ? [run.start, run.end] : [first.start, last.end];
  const comments = run.kind === 'block' ? [{ start, end }] : lines;
  const others = [...imports.values()].filter(
    (each) => !comments.some((known) => known.start === each.start),
  );
  const more =
    services.length === 1
      ? ''
      : `, and so ${services.length === 2 ? 'is one more' : `are ${services.length - 1} more`}`;
  report({
    start,
    end,
    message: `\`${shortened(first.code)}\` is commented out${more}: what it would start does not run. Bring it back, or delete it.`,
    related: others.map((each) => ({ ...each, message: 'Its import is commented out as well.' })),
    data: { comments: [...others, ...comments] },
  });
}

function shortened(code: string): string {
  const line = code.trim().replace(/;.*$/, '');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
