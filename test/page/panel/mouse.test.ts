import assert from 'node:assert/strict';
import { PanelMenuContext } from '../../../server/src/protocol/panel.ts';
import { type OpenPanel, type PanelHarness, startHarness } from './harness/openPanel.ts';
import { documentUri, folderUri, sampleState } from './sampleState.ts';

describe('the panel, clicked', function () {
  this.timeout(60_000);
  let harness: PanelHarness;
  let panel: OpenPanel;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  beforeEach(async () => {
    panel = await harness.open({ still: true });
    await panel.send({ type: 'state', state: sampleState(), environment: { trusted: true } });
  });
  afterEach(() => panel.page.close());

  const row = (name: string) => panel.page.getByRole('treeitem', { name });
  /** The first place of BLOCK-001, which is opened for it. */
  const place = async () => {
    await row('BLOCK-001').click();
    return row('src/server.ts:15');
  };
  const expected = (parts: object) => ({
    type: 'open',
    folder: folderUri,
    file: 'src/server.ts',
    range: { start: { line: 15, column: 1 }, end: { line: 15, column: 1 } },
    toSide: false,
    preserveFocus: true,
    ...parts,
  });

  it('opens a place and keeps the focus', async () => {
    const location = await place();
    await location.click();
    assert.deepEqual((await panel.posted()).at(-1), expected({}));
    await location.and(panel.page.locator('[aria-selected=true]')).waitFor();
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'tree');
  });

  it('gives the focus to what is clicked twice', async () => {
    await (await place()).dblclick();
    assert.deepEqual((await panel.posted()).at(-1), expected({ preserveFocus: false }));
  });

  it('opens to the side with Alt', async () => {
    await (await place()).click({ modifiers: ['Alt'] });
    assert.deepEqual((await panel.posted()).at(-1), expected({ toSide: true }));
  });

  it('opens to the side by the button', async () => {
    const location = await place();
    await location.hover();
    await location.locator('[data-action=side]').click();
    assert.deepEqual((await panel.posted()).at(-1), expected({ toSide: true, preserveFocus: false }));
  });

  it('opens and closes a blocker, and asks for nothing', async () => {
    const blocker = row('BLOCK-002');
    for (const expanded of ['true', 'false']) {
      await blocker.click();
      await blocker.and(panel.page.locator(`[aria-expanded=${expanded}]`)).waitFor();
    }
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
  });

  it('asks for a status by the button', async () => {
    const blocker = row('BLOCK-003');
    await blocker.hover();
    await blocker.locator('[data-action=status]').click();
    const request = {
      type: 'setStatus',
      document: documentUri,
      blocker: 'BLOCK-003',
      current: 'in-progress',
    };
    assert.deepEqual((await panel.posted()).at(-1), request);
  });

  it('ticks a step by its box, and never one that the code decides', async () => {
    await row('BLOCK-001').click();
    await row('Tests pass').locator('.box').click();
    const request = { type: 'tickStep', document: documentUri, blocker: 'BLOCK-001', step: 1, done: true };
    assert.deepEqual((await panel.posted()).at(-1), request);
    await row('Read the values').locator('.box').click();
    assert.equal((await panel.posted()).filter(({ type }) => type === 'tickStep').length, 1);
  });

  it('gives every row the context of its menu', async () => {
    await row('BLOCK-001').click();
    await row('no-hardcoded-secret').click();
    const names = [
      'BLOCK-001',
      'src/server.ts:15',
      'Tests pass',
      'no-hardcoded-secret',
      'src/part0/file1.ts:4',
    ];
    for (const name of names) await row(name).click({ button: 'right' });
    const contexts = (await panel.menus()).map(({ context }) => PanelMenuContext.parse(context));
    const sections = contexts.map(({ webviewSection }) => webviewSection);
    assert.deepEqual(sections, ['blocker', 'location', 'step', 'rule', 'finding']);
  });

  it('sends what the buttons of notices and empty states ask for', async () => {
    await panel.send({ type: 'environment', environment: { trusted: false, stoppedSince: '10:42' } });
    await panel.page.getByRole('button', { name: 'Manage Trust' }).click();
    await panel.page.getByRole('button', { name: 'Restart' }).click();
    await panel.send({ type: 'state', state: { folders: [] }, environment: { trusted: true } });
    await panel.page.getByRole('button', { name: 'Open Folder' }).click();
    const asked = (await panel.posted()).map(({ type }) => type);
    assert.deepEqual(asked, ['ready', 'manageTrust', 'restartServer', 'openFolder']);
  });
});
