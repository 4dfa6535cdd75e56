import assert from 'node:assert/strict';
import { onlyFileEndingWith } from '../../../server/src/document/elsewhere.ts';

const files = ['api/src/mail.ts', 'web/src/mail.ts', 'web/src/pay.ts', 'web/src/repay.ts'];

describe('a path that leaves out folders before it', () => {
  for (const [path, expected] of [
    ['pay.ts', 'web/src/pay.ts'],
    ['src/pay.ts', 'web/src/pay.ts'],
    ['api/src/mail.ts', undefined],
    ['src/mail.ts', undefined],
    ['gone.ts', undefined],
  ] as const) {
    it(`${path} means ${expected ?? 'no one file'}`, () =>
      assert.equal(onlyFileEndingWith(path, files), expected));
  }
});
