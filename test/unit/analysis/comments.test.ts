import assert from 'node:assert/strict';
import { commentsIn } from '../../../server/src/analysis/comments.ts';
import { loadScriptParser, parseScript } from '../../../server/src/languages/script.ts';

/** A script, and its comments as they stand there. */
const cases: readonly (readonly [code: string, ...comments: string[]])[] = [
  ['// one\nrun(); // two\n/* three */', '// one', '// two', '/* three */'],
  ['/**\n * Doc\n */\nfunction f() {}', '/**\n * Doc\n */'],
  ["const url = 'http://a'; // b", '// b'],
  ['const url = `http://${host}//${/* in */ path}//`; // b', '/* in */', '// b'],
  ['const slashes = /[/]\\/*/; // b', '// b'],
  ['const half = a / b / c; // d', '// d'],
  ['const page = <p>see http://a /* no */ {/* yes */} // no</p>; // b', '/* yes */', '// b'],
  ['const link = <a href="http://a">x</a>; // b', '// b'],
  ['#!/usr/bin/env node // no\n// yes', '// yes'],
  ['f(/* a */ x /* b */); // c\r\ng();', '/* a */', '/* b */', '// c'],
  ['run(); /* open', '/* open'],
  ['const text = "a // b'],
  [''],
];

describe('commentsIn', () => {
  before(loadScriptParser);
  for (const [code, ...comments] of cases) {
    it(`finds ${comments.length} in ${JSON.stringify(code)}`, () => {
      const found = commentsIn(parseScript('a.tsx', code));
      assert.deepEqual(
        found.map(({ start, end }) => code.slice(start, end)),
        comments,
      );
    });
  }

  it('finds them once per file', () => {
    const script = parseScript('a.ts', '// a');
    assert.equal(commentsIn(script), commentsIn(script));
  });
});
