import assert from 'node:assert/strict';
import type { Place } from '../../server/src/model/index.ts';
import { defineProjectRule, type ProjectRule } from '../../server/src/rules/rule.ts';
import { scanFiles } from '../support/scanFiles.ts';

/** Reports each file with `route(`, at it, and counts how often it concludes. */
function countingRule(): { readonly rule: ProjectRule; concluded(): number } {
  let concluded = 0;
  const rule = defineProjectRule<{ place: Place }>({
    id: 'counting',
    title: 'Counts',
    priority: 'P1',
    category: 'stability',
    confidence: 'high',
    cwe: [],
    enabledByDefault: true,
    scope: 'project',
    languages: ['script'],
    why: 'It is a test.',
    verification: ['It counts.'],
    effort: { min: 1, max: 1, unit: 'hours' },
    claims: /counting/,
    fixes: [],
    collect: (file, tell) => ({
      text: () => {
        const at = file.text.indexOf('route(');
        if (at >= 0) tell({ place: file.placeOf(at, at + 5) });
      },
    }),
    conclude(files, report) {
      concluded++;
      for (const { file, package: own, facts } of files) {
        const uses = [...own.dependencies].join();
        for (const { place } of facts) report({ place, message: `${file} of ${files.length}, ${uses}` });
      }
    },
  });
  return { rule, concluded: () => concluded };
}

const files = {
  'package.json': '{ "dependencies": { "koa": "3" } }',
  'a.ts': 'route();\n',
  'b.ts': 'route();\n',
  'c.ts': 'export {};\n',
};

describe('a project rule after an edit', () => {
  it('does not conclude anew where the facts are as they were', async () => {
    const { rule, concluded } = countingRule();
    const { engine } = await scanFiles(files, [rule]);
    assert.equal(concluded(), 1);
    for (const [path, text] of [
      ['a.ts', 'route();\n// later\n'],
      ['c.ts', 'export const one = 1;\n'],
    ] as const) {
      engine.setOpen(path, text);
      assert.equal((await engine.check(path)).length, 1);
    }
    assert.equal(concluded(), 1);
    assert.equal(engine.resultOf('a.ts').findings[0]?.message, 'a.ts of 2, koa');
  });

  it('concludes anew where a file says something else, nothing any more, or for the first time', async () => {
    const { rule, concluded } = countingRule();
    const { engine } = await scanFiles(files, [rule]);
    engine.setOpen('a.ts', '\nroute();\n');
    await engine.check('a.ts');
    assert.equal(engine.resultOf('a.ts').findings[0]?.range.start.line, 2);
    engine.setOpen('a.ts', '\n');
    await engine.check('a.ts');
    assert.equal(engine.resultOf('b.ts').findings[0]?.message, 'b.ts of 1, koa');
    engine.setOpen('c.ts', 'route();\n');
    await engine.check('c.ts');
    assert.equal(engine.resultOf('b.ts').findings[0]?.message, 'b.ts of 2, koa');
    assert.equal(concluded(), 4);
  });

  it('concludes anew where the package became another', async () => {
    const { rule } = countingRule();
    const { engine } = await scanFiles(files, [rule]);
    engine.setOpen('package.json', '{ "dependencies": { "hono": "4" } }');
    const results = await engine.check('a.ts');
    assert.equal(results[0].findings[0]?.message, 'a.ts of 2, hono');
  });

  it('honours a comment that leaves the facts as they were', async () => {
    const { rule, concluded } = countingRule();
    const { engine } = await scanFiles(files, [rule]);
    engine.setOpen('a.ts', 'route(); // blockers-disable-line counting -- a test\n');
    const [result] = await engine.check('a.ts');
    assert.equal(result.findings[0]?.suppressed?.kind, 'comment');
    assert.equal(concluded(), 1);
  });
});
