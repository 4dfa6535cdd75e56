import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type FunctionWithBody, nameOfFunction } from '../../analysis/functions.ts';
import { isCalledMock, isMockFile } from '../../analysis/mockNames.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type Report } from '../rule.ts';
import { type MadeUp, readMadeUp } from './fakeMetrics/madeUp.ts';
import { type MockPlace, refuseInProduction } from './mockInProduction/refuse.ts';

/** Files in which chance is the point. */
const byChance =
  /simulat|demo|story|stories|game|playground|sandbox|seed|sample|example|fixture|bench|random|fuzz|chaos|animation|canvas|particle/i;

export const noFakeMetrics = defineRule<readonly MockPlace[]>({
  id: 'no-fake-metrics',
  title: 'Made-up measurements',
  priority: 'P0',
  category: 'stability',
  confidence: 'high',
  cwe: [489],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['math.random', 'randomint('],
  why: 'The numbers look measured and are dice: failures stay unseen, and what people decide on them is decided by chance.',
  verification: [
    'The rule finds nothing at the cited places.',
    'With the real source switched off, an error is shown, and no number.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims:
    /\b(?:fake|random|made[- ]up|fabricated|simulated)\b.{0,30}\b(?:metrics?|measurements?|statistics|stats|numbers|scores?|health data)\b|\bMath\.random\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path) || byChance.test(file.path)) return {};
    const found: MadeUp[] = [];
    /** Functions that call themselves mocks, by name: whether production runs them. */
    const called = new Set<string>();
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          if (!ts.isCallExpression(node)) return;
          const name = lastName(node.expression);
          if (name === 'random' || name === 'randomInt') {
            const madeUp = readMadeUp(node);
            if (madeUp && !isDevGuarded(node)) found.push(madeUp);
          } else if (name !== undefined && isCalledMock(name) && !isDevGuarded(node)) called.add(name);
        },
        [ts.SyntaxKind.EndOfFileToken]: () => {
          for (const group of grouped(found.filter((each) => runs(each, called)))) tell(group, report);
        },
      },
    };
  },
  fixes: [refuseInProduction],
});

/** Whether production runs it: what calls itself a mock must be called by somebody, and be about measures. */
function runs({ owner, isByOwner }: MadeUp, called: ReadonlySet<string>): boolean {
  for (let around: ScriptNode | undefined = owner; around; around = around.parent) {
    const name = ts.isClassLike(around)
      ? around.name?.text
      : ts.isFunctionLike(around)
        ? nameOfFunction(around as FunctionWithBody)
        : undefined;
    if (name !== undefined && isCalledMock(name)) return called.has(name) && !isByOwner;
  }
  return true;
}

/** One finding for a function, however much it makes up. */
function grouped(found: readonly MadeUp[]): readonly (readonly MadeUp[])[] {
  const groups = new Map<ScriptNode | undefined, MadeUp[]>();
  for (const each of found) {
    const group = groups.get(each.owner);
    if (group) group.push(each);
    else groups.set(each.owner, [each]);
  }
  return [...groups.values()];
}

function tell(
  [first, ...others]: readonly MadeUp[],
  report: (report: Report<readonly MockPlace[]>) => void,
): void {
  if (!first) return;
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length === 1 ? 'one more number' : `${others.length} more numbers`} beside it`;
  report({
    start: first.node.getStart(),
    end: first.node.end,
    message: `\`${first.name}\` is rolled with dice${more}, and looks measured. Measure it, or say that it is unknown.`,
    related: others.map(({ node, name }) => ({
      start: node.getStart(),
      end: node.end,
      message: `\`${name}\` here.`,
    })),
    data: [first, ...others].map(({ node, name }) => ({ node, what: `\`${name}\``, kind: 'value' })),
  });
}
