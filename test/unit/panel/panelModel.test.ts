import assert from 'node:assert/strict';
import { PanelModel } from '../../../media/panel/model/panelModel.ts';
import { emptyView, withFilter, withToggled } from '../../../media/panel/state/view.ts';
import { folderUri, sampleFiles, sampleFinding, sampleState } from '../../page/panel/sampleState.ts';

const environment = { trusted: true };

function modelOf(view = emptyView): PanelModel {
  const model = new PanelModel(view);
  model.receive({ type: 'state', state: sampleState(), environment });
  return model;
}

const untracked = (model: PanelModel) => model.summary?.untracked;

describe('PanelModel', () => {
  it('takes the findings of one file for those it had', () => {
    const model = modelOf();
    const files = [{ file: 'src/part0/file0.ts', findings: [sampleFinding(0), sampleFinding(5)] }];
    assert.equal(untracked(model), 17);
    model.receive({ type: 'change', change: { folder: folderUri, files } });
    assert.equal(untracked(model), 17);
    model.receive({
      type: 'change',
      change: { folder: folderUri, files: [{ file: 'src/part0/file0.ts', findings: [] }] },
    });
    assert.equal(untracked(model), 15);
  });

  it('passes over changes of folders that it does not know, and before it knows any', () => {
    const change = { folder: 'file:///elsewhere', files: sampleFiles(3) };
    const model = new PanelModel(emptyView);
    model.receive({ type: 'change', change });
    assert.deepEqual(model.rows, []);
    model.receive({ type: 'state', state: sampleState(), environment });
    model.receive({ type: 'change', change });
    assert.equal(untracked(model), 17);
  });

  it('makes no new rows where nothing changed', () => {
    const model = modelOf();
    const { rows } = model;
    model.receive({ type: 'environment', environment });
    model.view = { ...model.view, scroll: 22 };
    assert.equal(model.rows, rows);
  });

  it('counts what the filter leaves over', () => {
    const model = modelOf(withFilter(emptyView, 'block-01'));
    assert.deepEqual(model.matches, { matching: 10, all: 72 });
  });

  it('opens the way to the active file and chooses it, once', () => {
    const model = modelOf();
    model.receive({ type: 'active', folder: folderUri, file: 'src/part0/file6.ts' });
    assert.equal(model.follow(), true);
    const row = model.rows[model.indexOf(model.view.selected)];
    assert.equal(row?.item.kind === 'finding' && row.item.finding.file, 'src/part0/file6.ts');
    assert.equal(model.follow(), false);
  });

  it('stays where it is when the active file has nothing', () => {
    const model = modelOf({ ...emptyView, selected: 'something' });
    model.receive({ type: 'active', folder: folderUri, file: 'src/clean.ts' });
    assert.equal(model.follow(), false);
    assert.equal(model.view.selected, 'something');
  });

  it('hands the focus to the row that closes over it', () => {
    const model = modelOf();
    const [group, blocker] = model.rows;
    model.view = { ...model.view, focused: blocker?.key };
    assert.ok(model.rows);
    model.view = withToggled(model.view, [group?.key ?? ''], false);
    assert.equal(model.rows.length > 0 && model.view.focused, group?.key);
  });

  it('hands the focus to the row in the place of one that is gone', () => {
    const model = modelOf();
    const rule = model.rows.find(({ item }) => item.kind === 'rule');
    model.view = withToggled(model.view, [rule?.key ?? ''], true);
    const at = model.indexOf(rule?.key) + 1;
    const [gone, next] = model.rows.slice(at);
    const file = gone?.item.kind === 'finding' ? gone.item.finding.file : '';
    model.view = { ...model.view, focused: gone?.key };
    model.receive({ type: 'change', change: { folder: folderUri, files: [{ file, findings: [] }] } });
    assert.equal(model.rows.length > 0 && model.view.focused, next?.key);
  });

  it('closes all rows', () => {
    const model = modelOf();
    model.receive({ type: 'collapseAll' });
    assert.ok(model.rows.every(({ expanded }) => !expanded));
  });
});
