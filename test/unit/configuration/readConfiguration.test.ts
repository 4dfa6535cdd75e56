import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/src/configuration/readConfiguration.ts';

const rules = new Set(['no-hardcoded-secret']);

describe('production-blockers.json', () => {
  it('has defaults for everything, and may have comments and trailing commas', () => {
    const { configuration, problems } = readConfiguration('{ // nothing yet\n "rules": {}, }', rules);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, { rules: {}, exclude: [], ignore: [], assumptions: {} });
  });

  // In each text, ⟦ and ⟧ stand around what the message is about.
  for (const [text, message] of [
    ['{ "⟦rulez⟧": {} }', 'There is no setting "rulez" here.'],
    ['{ "rules": { "no-hardcoded-secret": ⟦"of"⟧ } }', /"rules\.no-hardcoded-secret": Invalid option/],
    ['{ "exclude": ⟦"src"⟧ }', /"exclude": Invalid input: expected array/],
    [
      '{ "ignore": [{ "rule": "x", "path": "a", "reason": ⟦" "⟧ }] }',
      '"ignore.0.reason": Say why, in a sentence.',
    ],
    ['{ "ignore": [⟦{ "rule": "x", "path": "a" }⟧] }', '"reason" is missing here.'],
    [
      '{ "assumptions": { "rateLimitAtEdge": { "value": true, "author": "lee", "reason": "nginx", "until": ⟦"June"⟧ } } }',
      '"assumptions.rateLimitAtEdge.until": Write a day as YYYY-MM-DD.',
    ],
    ['{ "rules": ⟦}⟧', 'This is no JSON: value expected.'],
  ] as const) {
    it(`is broken at the wrong place: ${text}`, () => {
      const code = text.replace(/[⟦⟧]/g, '');
      const { configuration, problems } = readConfiguration(code, rules);
      assert.equal(configuration, undefined);
      const [problem] = problems;
      assert.ok(problem);
      if (typeof message === 'string') assert.equal(problem.message, message);
      else assert.match(problem.message, message);
      const said = code
        .slice(problem.range.start.column - 1, problem.range.end.column - 1)
        .replace(/^"(\w+)"$/, '$1');
      const marked = text.slice(text.indexOf('⟦') + 1, text.indexOf('⟧')).replace(/^"(\w+)"$/, '$1');
      assert.equal(said, marked);
    });
  }

  it('warns of a rule that does not exist, and holds all the same', () => {
    const { configuration, problems } = readConfiguration('{ "rules": { "nope": "off" } }', rules);
    assert.equal(configuration?.rules.nope, 'off');
    assert.deepEqual(
      problems.map(({ severity, message }) => [severity, message]),
      [['warning', 'There is no rule "nope".']],
    );
  });
});
