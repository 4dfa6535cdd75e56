import assert from 'node:assert/strict';
import { emptyStateOf } from '../../../media/panel/model/emptyStateOf.ts';
import { noticesOf } from '../../../media/panel/model/noticesOf.ts';
import { summaryOf, summaryText } from '../../../media/panel/model/summaryOf.ts';
import { panelStateOf } from '../../../media/panel/state/panelState.ts';
import type { ScanProgress } from '../../../server/src/protocol/lsp.ts';
import { mixedState, sampleFolder, sampleState } from '../../page/panel/sampleState.ts';

const trusted = { trusted: true };
const done: ScanProgress = { phase: 'done', done: 40, total: 40 };
const bare = (...scans: readonly ScanProgress[]) =>
  panelStateOf(sampleState(...scans.map((scan) => sampleFolder({ documents: [], files: [], scan }))));
const said = (...scans: readonly ScanProgress[]) => {
  const empty = emptyStateOf(bare(...scans), trusted, undefined);
  return [empty?.sentence, empty?.detail, empty?.ask.label];
};

describe('emptyStateOf', () => {
  it('asks for a folder where there is none', () => {
    assert.equal(emptyStateOf({ folders: [] }, trusted, undefined)?.ask.label, 'Open Folder');
  });

  it('says how far the scan has come', () => {
    const [, detail, button] = said({ phase: 'scanning', done: 120, total: 1017 });
    assert.deepEqual([detail, button], ['120 of 1,017 files', 'Cancel']);
  });

  it('says that files are still being counted', () => {
    assert.equal(said(done, { phase: 'waiting', done: 0, total: 0 })[1], 'Counting files.');
  });

  it('does not take a scan that was cancelled or failed for a clean one', () => {
    const [cancelled] = said(done, { phase: 'cancelled', done: 2, total: 9 });
    assert.match(cancelled ?? '', /cancelled after 42 of 49 files/);
    const [failed] = said({ phase: 'failed', done: 2, total: 9, message: 'the disk is gone' });
    assert.equal(failed, 'The scan failed: the disk is gone');
  });

  it('says who looked when nothing was found', () => {
    const rules = { one: 'One', two: 'Two' };
    const empty = emptyStateOf(bare(done), { ...trusted, rules }, undefined);
    assert.equal(empty?.sentence, 'Nothing stands between this code and production.');
    assert.equal(empty?.detail, '2 rules looked at 40 files.');
  });

  it('says that the server stopped', () => {
    const empty = emptyStateOf(undefined, { ...trusted, stoppedSince: '10:42' }, undefined);
    assert.equal(empty?.ask.label, 'Restart');
  });

  it('says that the filter matches nothing', () => {
    assert.equal(emptyStateOf(bare(done), trusted, 'quantum')?.sentence, 'Nothing matches “quantum”.');
  });

  it('says nothing while nothing is known', () => {
    assert.equal(emptyStateOf(undefined, trusted, undefined), undefined);
  });
});

describe('noticesOf', () => {
  const texts = (environment: Parameters<typeof noticesOf>[1], scan = done) =>
    noticesOf(bare(scan), environment, true).map(({ text }) => text);

  it('says nothing where all is well', () => assert.deepEqual(texts(trusted), []));
  it('says since when the server is silent', () => {
    const [text] = texts({ ...trusted, stoppedSince: '10:42' });
    assert.equal(text, 'The language server stopped. What is shown is from 10:42.');
  });
  it('says that a workspace is not trusted', () =>
    assert.match(texts({ trusted: false })[0] ?? '', /^Restricted mode/));
  it('says that a scan did not end', () => {
    assert.match(texts(trusted, { phase: 'cancelled', done: 1, total: 2 })[0] ?? '', /may not be all/);
  });
});

describe('summaryOf', () => {
  it('counts open blockers, among them those that are back', () => {
    assert.equal(
      summaryText(summaryOf(panelStateOf(mixedState()))),
      '13 P0 · 18 P1 · 25 P2 · 17 not tracked',
    );
  });
  it('has no counts of blockers where nothing tracks them', () => {
    const state = panelStateOf(sampleState(sampleFolder({ documents: [] })));
    assert.equal(summaryText(summaryOf(state)), '17 not tracked');
  });
});
