import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allProviders } from '../../../server/src/analysis/secrets/providers/index.ts';
import { findProviderSecrets } from '../../../server/src/analysis/secrets/providers.ts';
import { examples } from './examples.ts';

const ids = (text: string): string[] => findProviderSecrets(text).map(({ provider }) => provider);

const keywordsOf = (id: string): readonly string[] =>
  allProviders.find((provider) => provider.id === id)?.keywords ?? [];

/** The text as a document shows the form: each letter and digit of the secret but the keyword is the filler. */
function onlyForm(id: string, text: string, secret: string, filler: string): string {
  const fill = (part: string): string => part.replace(/[A-Za-z0-9]/g, filler);
  const keyword = [...keywordsOf(id)]
    .sort((a, b) => b.length - a.length)
    .find((word) => secret.includes(word));
  const filled = keyword === undefined ? fill(secret) : secret.split(keyword).map(fill).join(keyword);
  return text.replace(secret, () => filled);
}

describe('findProviderSecrets', () => {
  it('has an example for every provider, and no id twice', () => {
    const shown = new Set(examples.map(([id]) => id));
    assert.deepEqual(
      allProviders.filter(({ id }) => !shown.has(id)).map(({ id }) => id),
      [],
    );
    assert.equal(new Set(allProviders.map(({ id }) => id)).size, allProviders.length);
  });

  it('has keywords that the filter can see', () => {
    for (const { id, keywords } of allProviders) {
      assert.ok(keywords.length > 0 && keywords.every((keyword) => keyword.length >= 3), id);
    }
  });

  for (const [index, [id, text, secret = text]] of examples.entries()) {
    it(`finds ${id} (${index + 1}) at its exact place and says nothing of it`, () => {
      const whole = `const v = "é \\n${text}" // end`;
      const [found, ...more] = findProviderSecrets(whole);
      assert.ok(found, 'nothing found');
      assert.equal(found.provider, id);
      assert.equal(whole.slice(found.start, found.end), secret);
      assert.notEqual(found.confidence, 'low');
      assert.deepEqual(more, []);
      const shown = found.masked.slice(0, found.masked.indexOf('…'));
      assert.ok(shown === '' || keywordsOf(id).includes(shown), shown);
      assert.ok(found.masked.endsWith(`…(${secret.length} characters)`));
    });

    it(`does not find ${id} (${index + 1}) where only its form is shown`, () => {
      for (const filler of ['x', 'X', '0', 'a']) {
        const shown = onlyForm(id, text, secret, filler);
        assert.deepEqual(ids(shown), [], `filled with ${filler}`);
      }
    });

    if (secret === text && !text.includes('-----')) {
      it(`does not find ${id} (${index + 1}) inside a longer word`, () => {
        assert.ok(!ids(`${text}abcdefghijk0123`).includes(id) || !ids(`zz${text}`).includes(id));
      });
    }
  }

  it('finds all of many, in order, without overlaps', () => {
    const text = examples.map(([, example]) => `${example}\n`).join('\n');
    const found = findProviderSecrets(text);
    for (const [index, { start, end }] of found.entries()) {
      assert.ok(start < end && start >= (found[index - 1]?.end ?? 0));
    }
    assert.ok(found.length >= examples.length - 5, `${found.length} of ${examples.length}`);
  });

  it('never throws, and gives places inside the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(...allProviders.flatMap(({ keywords }) => keywords)),
      fc.constantFrom(...examples.map(([, text]) => text)),
      fc.integer({ min: 0, max: examples.length - 1 }).chain((index) => {
        const text = examples[index]?.[1] ?? '';
        return fc.nat(text.length).map((cut) => text.slice(0, cut));
      }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        let floor = 0;
        for (const { start, end } of findProviderSecrets(text)) {
          assert.ok(floor <= start && start < end && end <= text.length);
          floor = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
