import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Hit, KeywordFinder } from '../../../server/src/analysis/keywordFinder.ts';

/** The same by trying each keyword at each place. */
function slowNext(keywords: readonly string[], text: string, from: number): Hit | undefined {
  const longestFirst = [...keywords].sort((a, b) => b.length - a.length);
  for (let index = from; index < text.length; index++) {
    const keyword = longestFirst.find((candidate) => text.startsWith(candidate, index));
    if (keyword !== undefined) return { keyword, index };
  }
  return undefined;
}

describe('KeywordFinder', () => {
  it('finds what trying each keyword at each place finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 3, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 1, maxLength: 6 }),
        text,
        fc.nat(10),
        (keywords, text, from) => {
          assert.deepEqual(new KeywordFinder(keywords).next(text, from), slowNext(keywords, text, from));
        },
      ),
    );
  });

  it('says which keywords a text holds, also those within others', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), text, (keywords, searched) => {
        const present = new KeywordFinder(keywords).present(searched);
        assert.deepEqual([...present].sort(), keywords.filter((each) => searched.includes(each)).sort());
      }),
    );
  });
});
