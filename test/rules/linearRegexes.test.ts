/**
 * Every regular expression literal that looks at people's texts takes time in proportion to the text. Judging
 * one takes up to seconds, so those that were found to be linear are kept in linearRegexes.json; with
 * CHECK_ALL_REGEXES=1 all are judged again, and the file is written anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../scripts/paths.ts';
import { isUnbounded, notLinear } from '../support/linearity.ts';
import { type RegexLiteral, regexLiterals } from '../support/regexLiterals.ts';
import { exceptions } from './regexExceptions.ts';

const file = fromRoot('test', 'rules', 'linearRegexes.json');
const judgeAll = process.env.CHECK_ALL_REGEXES === '1';
const written = ({ source, flags }: RegexLiteral): string => `/${source}/${flags}`;

/** Judged at the same time. */
const atOnce = 4;

describe('regular expressions', function () {
  this.timeout(300_000);

  const literals = regexLiterals('server/src/{rules,analysis,document,languages}/**/*.ts').filter(
    (literal) => !literal.place.includes('.examples.ts') && isUnbounded(literal),
  );

  it('take linear time', async () => {
    const known = new Set<string>(judgeAll ? [] : JSON.parse(readFileSync(file, 'utf8')));
    const waiting = literals.filter((each) => !known.has(written(each)) && !exceptions.has(written(each)));
    const offenders: string[] = [];
    const judge = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const reason = await notLinear(next);
        if (reason) offenders.push(`${next.place} ${written(next)}: ${reason}`);
        else known.add(written(next));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, judge));
    if (judgeAll) writeFileSync(file, `${JSON.stringify([...known].sort(), undefined, 2)}\n`);
    assert.deepEqual(offenders.sort(), []);
  });
});
