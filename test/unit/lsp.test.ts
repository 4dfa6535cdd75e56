import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { Settling } from '../../server/src/lsp/settling.ts';

const problem = (fingerprint: string): Diagnostic => ({
  message: 'a problem',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  data: { fingerprint },
});
const names = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ data }) => (data as { fingerprint: string }).fingerprint);

describe('a problem in an open document', () => {
  it('that is there when it is opened is shown at once', () => {
    const { diagnostics, again } = new Settling().settle('a', [problem('1')], 1_000);
    assert.deepEqual([names(diagnostics), again], [['1'], undefined]);
  });

  it('that is new waits 200 ms, however often it is asked for', () => {
    const settling = new Settling();
    settling.settle('a', [], 1_000);
    assert.deepEqual(settling.settle('a', [problem('1')], 2_000), { diagnostics: [], again: 200 });
    assert.deepEqual(settling.settle('a', [problem('1')], 2_150), { diagnostics: [], again: 50 });
    assert.deepEqual(names(settling.settle('a', [problem('1')], 2_200).diagnostics), ['1']);
  });

  it('that is fixed goes at once, and comes back as a new one', () => {
    const settling = new Settling();
    settling.settle('a', [problem('1')], 1_000);
    assert.deepEqual(settling.settle('a', [], 1_010), { diagnostics: [], again: undefined });
    assert.equal(settling.settle('a', [problem('1')], 1_020).again, 200);
  });

  it('does not hold back those that are shown already', () => {
    const settling = new Settling();
    settling.settle('a', [problem('1')], 1_000);
    const { diagnostics, again } = settling.settle('a', [problem('1'), problem('2')], 1_010);
    assert.deepEqual([names(diagnostics), again], [['1'], 200]);
  });
});
