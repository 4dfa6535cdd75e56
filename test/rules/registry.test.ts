/** What every rule says of itself, so that people, configuration and documents can rely on it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fromRoot } from '../../scripts/paths.ts';
import { ruleOf } from '../../server/src/document/ruleOf.ts';
import { languageOf } from '../../server/src/languages/language.ts';
import { rules } from '../../server/src/rules/index.ts';
import { examplesOf } from '../support/ruleExamples.ts';

const categories = [
  'security',
  'stability',
  'performance',
  'data-integrity',
  'operations',
  'user-experience',
];

/** A text for people: something is in it, it is trimmed, and nobody left a note in it. */
function assertReadable(text: string, what: string): void {
  assert.match(text, /^\S.*\S$/s, `${what}: "${text}"`);
  assert.doesNotMatch(text, /\b(?:TODO|FIXME|TBD|undefined|lorem)\b/, what);
}

describe('the registry', () => {
  it('names each rule once', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has a kebab-case id, a category and a priority that there are', () => {
        assert.match(rule.id, /^[a-z]+(?:-[a-z0-9]+)+$/);
        assert.ok(categories.includes(rule.category), rule.category);
        assert.ok(['P0', 'P1', 'P2'].includes(rule.priority), rule.priority);
        assert.ok(['high', 'medium', 'low'].includes(rule.confidence), rule.confidence);
      });

      it('says what is wrong, why, and how one sees that it is fixed', () => {
        assertReadable(rule.title, 'title');
        assert.ok(rule.title.length <= 80, `a title of ${rule.title.length} characters`);
        assertReadable(rule.why, 'why');
        assert.match(rule.why, /[.!]$/, 'why ends its sentence');
        assert.ok(rule.verification.length > 0, 'verification');
        for (const step of rule.verification) assertReadable(step, 'verification');
      });

      it('has ids of weaknesses, an effort and languages that make sense', () => {
        assert.deepEqual(rule.cwe, [...new Set(rule.cwe)]);
        for (const id of rule.cwe) assert.ok(Number.isInteger(id) && id > 0 && id < 2_000, `CWE-${id}`);
        if (rule.owasp !== undefined)
          assert.match(rule.owasp, /^(?:A(?:0[1-9]|10)|API(?:[1-9]|10)):20\d\d\b/);
        const { min, max, unit } = rule.effort;
        assert.ok(min > 0 && min <= max, `${min} to ${max}`);
        assert.ok(['minutes', 'hours', 'days', 'weeks', 'months'].includes(unit), unit);
        assert.ok(rule.languages.length > 0, 'languages');
        assert.deepEqual(rule.languages, [...new Set(rule.languages)]);
      });

      it('has keywords that can be found in lower-case text', () => {
        for (const keyword of rule.keywords ?? []) {
          assert.ok(keyword.length >= 3, `"${keyword}"`);
          assert.equal(keyword, keyword.toLowerCase());
        }
      });

      it('has fixes with titles of their own, as a menu shows them', () => {
        const titles = rule.fixes.map(({ title }) => title);
        assert.deepEqual(titles, [...new Set(titles)]);
        for (const title of titles) assert.match(title, /^[A-Z][^.]*$/);
      });

      it('has a page, and examples in files of its languages, each with a name of its own', async () => {
        assert.ok(existsSync(fromRoot('docs', 'rules', `${rule.id}.md`)), 'npm run docs writes it');
        const { bad, ok, fixed } = await examplesOf(rule);
        for (const { file } of [...bad, ...fixed]) {
          assert.ok(rule.languages.includes(languageOf(file)), `${file} is ${languageOf(file)}`);
        }
        for (const list of [bad, ok, fixed]) {
          const names = list.map(({ name, file }) => `${name} (${file})`);
          assert.deepEqual(names, [...new Set(names)]);
        }
        for (const { name, code } of bad) assert.match(code, /⟦[^⟦⟧]+⟧/, `"${name}" has marks`);
        for (const { name, code } of ok) assert.doesNotMatch(code, /[⟦⟧]/, `"${name}" has no marks`);
      });

      it('has a title that no other rule takes for its own in a tracking document', () => {
        const blocker = { name: 'B-1', title: rule.title } as Parameters<typeof ruleOf>[0];
        assert.ok([rule.id, undefined].includes(ruleOf(blocker, rules)), ruleOf(blocker, rules));
      });
    });
  }
});
