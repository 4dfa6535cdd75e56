import assert from 'node:assert/strict';
import { readReadinessPlan } from '../../../server/src/document/readReadinessPlan.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';
import type { Effort } from '../../../server/src/model/blocker.ts';
import { shared } from './fixtures.ts';

const text = [
  '# Ferry: Resolution',
  '',
  '## 1. Night Import Drops Rows (P0 - CRITICAL)',
  '**File:** `src/import.ts:40`',
  '',
  '### Implementation Steps',
  '',
  '1. **Keep the offset** (2-3 hours)',
  '   - Read it from the feed',
  '2. **Import a year again** (30 min)',
  '',
  '**Total Estimated Time:** 2-4 hours',
  '',
  '## 2. Seats Are Sold Twice (P1 - HIGH)',
  '**File:** `src/seats.ts:7`',
  '',
  '#### Option A: Lock the row (1 day)',
  '**Pros:**',
  '- Nothing is sold twice',
  '',
  '**Cons:**',
  '- Slower',
  '- Needs a migration',
  '',
  '#### Option B: Refund by hand (1 hour) ⭐ **RECOMMENDED**',
  '**Pros:**',
  '- Works today',
  '',
  '## 3. Timeline',
  '',
  '### Critical Path (5-8 hours):',
  '',
  '1. **Fix the import** (3-4 hours) ⚠️ P0',
  '2. **Tell the crew** (1 hour) ⚠️ P1',
  '',
  '## 4. Decision Matrix',
  '',
  '| Blocker | Current | After Fixes | Impact | Time |',
  '|---|---|---|---|---|',
  '| Import | ❌ DROPS | ✅ WHOLE | HIGH | 2-4h |',
  '',
  '✅ **GO IF:**',
  '- Rows lost ≤1 %',
  '',
  '## 5. Success Criteria',
  '',
  '### Must Have (Blocking):',
  '- ✅ Import keeps ≥ 99.5% of rows',
  '- ❌ No seat is sold twice',
  '',
  '### Nice to Have:',
  '- [ ] A dashboard',
  '',
  '## 6. Risk Assessment',
  '',
  '| Risk | Likelihood | Impact | Mitigation | Priority |',
  '|---|---|---|---|---|',
  '| Feed changes | LOW | HIGH | Alert | P1 |',
  '',
  '## 7. Rollback Plan',
  '',
  '1. **Import Issues:**',
  '   - Stop it',
  '   - Restore',
  '',
  '## 8. Post-Launch Monitoring',
  '',
  '### Week 1:',
  '- Count rows',
  '',
].join('\n');

const effort = (read: Effort | undefined): string => (read ? `${read.min}-${read.max} ${read.unit}` : '-');

describe('readReadinessPlan', () => {
  const plan = readReadinessPlan(text);

  it('reads the options and steps of each blocker', () => {
    const [steps, options] = plan.resolutions;
    assert.deepEqual(
      steps?.steps.map((step) => `${step.text} ${effort(step.effort)}`),
      ['Keep the offset 2-3 hours', 'Import a year again 30-30 minutes'],
    );
    assert.equal(options?.blocker, '#2');
    assert.deepEqual(
      options.options.map(({ label, name, recommended, pros, cons, effort: of }) =>
        [label, name, recommended, pros.length, cons.length, effort(of)].join(' | '),
      ),
      ['A | Lock the row | false | 1 | 2 | 1-1 days', 'B | Refund by hand | true | 1 | 0 | 1-1 hours'],
    );
  });

  it('reads what its author says that a path takes beside its steps', () => {
    assert.deepEqual(
      plan.paths.map(
        ({ name, stated, steps }) => `${name}: ${effort(stated?.effort)}, ${steps.length} steps`,
      ),
      ['Implementation Steps: 2-4 hours, 2 steps', 'Critical Path: 5-8 hours, 2 steps'],
    );
    assert.deepEqual(
      plan.paths[1]?.steps.map(({ priority }) => priority),
      ['P0', 'P1'],
    );
    const lines = new LineIndex(text);
    const { range } = plan.paths[1]?.stated ?? assert.fail();
    const heading = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    assert.equal(heading, '### Critical Path (5-8 hours):');
  });

  it('reads the criteria with their class, state and threshold', () => {
    assert.deepEqual(
      plan.criteria.map(({ class: of, text: said, state, threshold }) =>
        [of, state, said, threshold && `${threshold.comparison}${threshold.value}${threshold.unit}`].join(
          ' | ',
        ),
      ),
      [
        'must | unknown | Rows lost ≤1 % | ≤1%',
        'must | met | Import keeps ≥ 99.5% of rows | ≥99.5%',
        'must | failed | No seat is sold twice | ',
        'nice | unknown | A dashboard | ',
      ],
    );
  });

  it('reads matrix, risks, rollback and what comes after the launch', () => {
    assert.deepEqual(
      plan.matrix.map(({ range, effort: of, ...row }) => [...Object.values(row), effort(of)].join(' | ')),
      ['Import | ❌ DROPS | ✅ WHOLE | HIGH | 2-4 hours'],
    );
    assert.deepEqual(
      plan.risks.map(({ range, ...risk }) => Object.values(risk).join(' | ')),
      ['Feed changes | LOW | HIGH | Alert | P1'],
    );
    const said = [...plan.rollback, ...plan.postLaunch].map(
      ({ title, items }) => `${title}: ${items.join(', ')}`,
    );
    assert.deepEqual(said, ['Import Issues: Stop it, Restore', 'Week 1: Count rows']);
  });

  it('finds nothing in a document without a plan', () => {
    for (const other of ['', '# Blockers\n\n- none\n', '\0']) {
      assert.deepEqual(Object.values(readReadinessPlan(other)).flat(), []);
    }
  });

  it('reads the resolution document beside the repository', function () {
    const resolution = shared('inputs/resolution-document.md');
    if (resolution === undefined) return this.skip();
    const { paths, options, criteria, matrix, risks, rollback } = (() => {
      const read = readReadinessPlan(resolution);
      return { ...read, options: read.resolutions.flatMap((one) => one.options) };
    })();
    const critical = paths.find(({ name }) => name === 'Critical Path') ?? assert.fail();
    assert.equal(effort(critical.stated?.effort), '5-8 hours');
    const sum = (of: 'min' | 'max') =>
      critical.steps.reduce((all, step) => all + (step.effort?.[of] ?? 0), 0);
    assert.deepEqual([sum('min'), sum('max')], [6, 10]);
    assert.deepEqual(
      options.map(({ label, recommended }) => [label, recommended]),
      [
        ['A', false],
        ['B', true],
      ],
    );
    const thresholds = criteria.flatMap(({ threshold }) => (threshold?.unit === '%' ? threshold.value : []));
    assert.deepEqual(thresholds, [92, 85, 92]);
    assert.deepEqual([matrix.length, risks.length, rollback.length, criteria.length], [5, 4, 4, 18]);
  });
});
