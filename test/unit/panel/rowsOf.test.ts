import assert from 'node:assert/strict';
import { rowsOf } from '../../../media/panel/rows/rowsOf.ts';
import { spokenText } from '../../../media/panel/rows/spokenText.ts';
import { treeOf } from '../../../media/panel/rows/treeOf.ts';
import { panelStateOf } from '../../../media/panel/state/panelState.ts';
import { emptyView, withFilter, withToggled } from '../../../media/panel/state/view.ts';
import type { WorkspaceState } from '../../../server/src/protocol/lsp.ts';
import {
  documentUri,
  folderUri,
  mixedState,
  sampleBlocker,
  sampleFinding,
  sampleFolder,
  sampleState,
} from '../../page/panel/sampleState.ts';

const treeFor = (state: WorkspaceState) => treeOf(panelStateOf(state), {});
const spoken = (state: WorkspaceState, view = emptyView) =>
  rowsOf(treeFor(state), view).map(({ item }) => spokenText(item));

describe('rowsOf', () => {
  it('groups blockers by priority, the critical ones open, and findings that no blocker covers by rule', () => {
    const rows = spoken(sampleState());
    assert.equal(rows[0], 'P0 Critical, 12 open, 0 of 12 done');
    assert.equal(rows[1], 'BLOCK-001 API keys in the source code, open, 1 of 4 steps done');
    assert.deepEqual(rows.slice(13), [
      'P1 High, 18 open, 0 of 18 done',
      'P2 Medium, 25 open, 0 of 25 done',
      'Not tracked, 17',
      'P0 no-hardcoded-secret, 4 places',
      'P0 no-sql-string-concat, 4 places',
      'P1 cors-allow-all, 3 places',
      'P1 session-memory-store, 3 places',
      'P2 no-insecure-transport, 3 places',
    ]);
  });

  it('lists what was verified apart, and a regressed blocker where it was', () => {
    const rows = spoken(mixedState());
    assert.equal(rows[0], 'P0 Critical, 13 open, 3 of 17 done');
    assert.ok(rows.some((row) => /^BLOCK-056 .*, regressed, /.test(row)));
    assert.deepEqual(rows.slice(-2), ['Recently fixed, 2', 'Not scanned, 1']);
  });

  it('knows the place of every row in the tree', () => {
    const view = withToggled(emptyView, [`${documentUri}#BLOCK-002`], true);
    const rows = rowsOf(treeFor(sampleState()), view);
    const index = rows.findIndex(({ item }) => item.kind === 'location');
    const { level, setSize, posInSet, parent, expanded } = rows[index] ?? assert.fail();
    assert.deepEqual(
      { level, setSize, posInSet, expanded },
      { level: 3, setSize: 6, posInSet: 1, expanded: undefined },
    );
    assert.equal(rows[parent]?.key, `${documentUri}#BLOCK-002`);
    assert.equal(rows[0]?.parent, -1);
  });

  it('names the folders only where there are several', () => {
    const second = sampleFolder({ uri: 'file:///projects/other', name: 'other' });
    const rows = spoken(sampleState(sampleFolder(), second));
    assert.deepEqual(
      rows.filter((row) => /^(shop|other)/.test(row)),
      ['shop, 55 open blockers', 'other, 55 open blockers'],
    );
  });

  it('puts findings under the blocker that covers them, unless its document names the place', () => {
    const blocker = { ...sampleBlocker(1, 'P0'), verification: [] };
    const [location = assert.fail()] = blocker.locations;
    const found = { ...sampleFinding(40, location.file), blocker: blocker.id };
    const named = {
      ...found,
      fingerprint: 'named',
      range: { ...found.range, start: { line: 15, column: 1 } },
    };
    const document = { uri: documentUri, path: 'BLOCKERS.md', blockers: [blocker], problems: [] };
    const files = [{ file: location.file, findings: [found, { ...named, file: location.file }] }];
    const view = withToggled(emptyView, [`${documentUri}#${blocker.id}`], true);
    const rows = rowsOf(treeFor(sampleState(sampleFolder({ documents: [document], files }))), view);
    assert.deepEqual(
      rows.map(({ item }) => item.kind),
      ['group', 'blocker', 'location', 'location', 'finding'],
    );
  });

  it('leaves out what is suppressed', () => {
    const findings = [{ ...sampleFinding(1), suppressed: { kind: 'comment' as const, reason: 'a test' } }];
    const folder = sampleFolder({ documents: [], files: [{ file: 'src/a.ts', findings }] });
    assert.deepEqual(spoken(sampleState(folder)), []);
  });

  it('keeps rows apart that a document gives the same id', () => {
    const blockers = [sampleBlocker(1, 'P0'), sampleBlocker(1, 'P0')];
    const document = { uri: documentUri, path: 'BLOCKERS.md', blockers, problems: [] };
    const rows = rowsOf(treeFor(sampleState(sampleFolder({ documents: [document], files: [] }))), emptyView);
    assert.equal(new Set(rows.map(({ key }) => key)).size, 3);
  });

  it('opens the way to what the filter finds', () => {
    const rows = spoken(sampleState(), withFilter(emptyView, 'payment METHOD'));
    assert.equal(rows[0], 'P0 Critical, 12 open, 0 of 12 done');
    assert.ok(rows.slice(1).every((row) => /^(P\d|BLOCK|ui\/src.*PaymentMethodSelector)/.test(row)));
    assert.ok(rows.some((row) => row.startsWith('ui/src')));
  });

  it('shows a blocker that the filter finds with all that is under it', () => {
    const filtered = withFilter(emptyView, 'block-004');
    const view = withToggled(filtered, [`${documentUri}#BLOCK-004`], true);
    assert.equal(spoken(sampleState(), view).length, 2 + 1 + 3);
  });

  it('remembers what was opened while filtering only as long as the filter', () => {
    const view = withToggled(withFilter(emptyView, 'sql'), [`${folderUri}|P0`], false);
    assert.equal(withFilter(view, '').toggled.size, 0);
    assert.equal(withFilter(view, '').filterToggled.size, 0);
  });
});
