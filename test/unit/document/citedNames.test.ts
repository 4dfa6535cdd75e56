import assert from 'node:assert/strict';
import { citedNames, isCloseName } from '../../../server/src/document/citedNames.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { findSymbol } from '../../../server/src/worker/symbols.ts';

describe('what a blocker speaks of by name', () => {
  it('is what looks like a name in code', () => {
    const [blocker] = readTrackingDocument(
      '### BLOCK-001: Extension checks\n- **Title:** `checkExtensionCompatibility()` always returns true in `login()`, see max_age\n- **Status:** Open\n',
    ).blockers;
    assert.ok(blocker);
    assert.deepEqual(citedNames(blocker), ['checkExtensionCompatibility', 'login', 'max_age']);
  });

  for (const [a, b, expected] of [
    ['checkExtensionCompatibility', 'isExtensionCompatible', true],
    ['validateUserToken', 'verifyUserTokens', true],
    ['checkToken', 'isToken', false],
    ['getUserName', 'getUserMail', false],
    ['checkExtension', 'checkExtensionCompatibility', false],
  ] as const) {
    it(`${a} and ${b} are ${expected ? 'one thing' : 'two'}`, () =>
      assert.equal(isCloseName(a, b), expected));
  }

  it('is found in a script, the very name before a close one', async () => {
    const text =
      'export const isExtensionCompatible = () => true;\nclass A {\n  run() {\n    isExtensionCompatible();\n  }\n}\n';
    const find = (path: string, ...names: string[]) => findSymbol(path, text, names);
    assert.deepEqual(await find('a.ts', 'checkExtensionCompatibility'), {
      name: 'isExtensionCompatible',
      startLine: 1,
      endLine: 1,
      namedOn: [1, 4],
    });
    assert.equal((await find('a.ts', 'checkExtensionCompatibility', 'run'))?.name, 'run');
    assert.equal(await find('a.ts', 'startExtension'), undefined);
    assert.equal(await find('a.py', 'run'), undefined);
  });
});
