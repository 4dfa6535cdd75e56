import { type ScriptFile, ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { isDecided } from './commentedService/decided.ts';
import { commentedImportOf, type LiveNames, liveNamesOf, rootOf } from './commentedService/liveNames.ts';
import { type CommentRun, commentRunsIn } from './commentedService/runs.ts';
import { type Service, servicesIn } from './commentedService/service.ts';
import { mayHoldPiece } from './commentedService/statements.ts';
import { type Commented, uncomment } from './commentedService/uncomment.ts';
import { weigh } from './commentedService/weigh.ts';

/** Comments that show how something is done, or why it is gone for good. */
const isNoLoss =
  /\b(?:examples?|usage|e\.g\.|for instance|un-?comment|sample|snippet|debug\w*|optional\w*|if you (?:want|need|prefer)|could have|old|previous(?:ly)?|replaced|moved|migrated|deprecated|legacy|no longer|removed|instead|not needed|unnecessary|unused)\b|```/i;
/** More such comments in a file were written by no person, and each costs a look at the whole file. */
const mostRuns = 100;

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
    if (file.fileClass !== 'production' || !mayHoldPiece(file.text)) return {};
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
    if (isNoLoss.test(words) || isDecided(run, services, script)) continue;
    names ??= liveNamesOf(script);
    const around = { path: file.path, script, live: names, run };
    const missing = services.filter((each) => weigh(each, around) >= 3);
    if (missing.length > 0) reportRun(run, missing, script, report);
  }
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
    message: `\`${shortened(first.code)}\` is commented out${more}: ${lossOf[services[0]?.kind ?? 'start']}. Bring it back, or delete it.`,
    ...(services.every(({ kind }) => kind === 'effect' || kind === 'route')
      ? { priority: 'P1' as const }
      : {}),
    related: others.map((each) => ({ ...each, message: 'Its import is commented out as well.' })),
    data: { comments: [...others, ...comments] },
  });
}

const lossOf: Record<Service['kind'], string> = {
  start: 'what it would start does not run',
  part: 'what it would bring in does not run',
  effect: 'it is not done, and nothing says so',
  route: 'whoever calls it gets no answer',
  guard: 'nobody is turned away here',
  refusal: 'nobody is turned away here',
};

function shortened(code: string): string {
  const line = code.trim().replace(/;.*$/, '');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
