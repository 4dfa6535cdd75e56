import assert from 'node:assert/strict';
import { type OpenPanel, type PanelHarness, startHarness } from './harness/openPanel.ts';
import { sampleFiles, sampleFolder, sampleState } from './sampleState.ts';

describe('the panel, keyed', function () {
  this.timeout(60_000);
  let harness: PanelHarness;
  let panel: OpenPanel;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  beforeEach(async () => {
    panel = await harness.open({ still: true });
    const state = sampleState(sampleFolder({ files: sampleFiles(500) }));
    await panel.send({ type: 'state', state, environment: { trusted: true } });
    await panel.page.locator('#tree').focus();
  });
  afterEach(() => panel.page.close());

  /** Presses keys one after the other, each drawn before the next. */
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await panel.page.keyboard.press(key);
      await panel.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  /** What the tree says is focused, by the id that it names: the element has to be there. */
  const focused = () =>
    panel.page.evaluate(() => {
      const id = document.getElementById('tree')?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('.unseen')?.textContent ?? `no element ${id}`;
    });

  it('is reached by Tab, after the filter', async () => {
    await panel.page.locator('#filter').focus();
    await press('Tab');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'tree');
    assert.match(await focused(), /^P0 Critical/);
  });

  it('walks, opens and closes by arrows', async () => {
    await press('ArrowDown', 'ArrowRight', 'ArrowRight');
    assert.match(await focused(), /^src\/server.ts:15/);
    await press('ArrowLeft');
    assert.match(await focused(), /^BLOCK-001/);
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowDown');
    assert.match(await focused(), /^P1 High/);
  });

  it('opens with Enter, and to the side with Alt+Enter', async () => {
    await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter', 'Alt+Enter');
    const opened = (await panel.posted()).flatMap((request) => (request.type === 'open' ? request : []));
    assert.deepEqual(
      opened.map(({ file, toSide, preserveFocus }) => ({ file, toSide, preserveFocus })),
      [
        { file: 'src/server.ts', toSide: false, preserveFocus: false },
        { file: 'src/server.ts', toSide: true, preserveFocus: false },
      ],
    );
  });

  it('ticks a step with Space', async () => {
    await press('ArrowDown', 'ArrowRight', 't', 'Space');
    assert.match(await focused(), /^Tests pass/);
    assert.equal((await panel.posted()).at(-1)?.type, 'tickStep');
  });

  it('finds rows by the letters typed', async () => {
    await panel.page.keyboard.type('block-01');
    await press('1');
    assert.match(await focused(), /^BLOCK-011/);
  });

  it('opens all siblings by *', async () => {
    await press('*');
    const open = await panel.page.locator('[aria-level="1"][aria-expanded="false"]').count();
    assert.equal(open, 0);
  });

  it('opens the menu at the row', async () => {
    await press('ArrowDown', 'ContextMenu', 'Shift+F10');
    const menus = await panel.menus();
    assert.deepEqual(
      menus.map(({ context }) => context?.blocker),
      ['BLOCK-001', 'BLOCK-001'],
    );
    const box = await panel.page.getByRole('treeitem', { name: 'BLOCK-001' }).boundingBox();
    assert.ok(box && menus.every(({ y }) => y >= box.y && y <= box.y + box.height));
  });

  it('keeps its focus in the page while the row is out of sight', async () => {
    await press('ArrowDown', '*', 'Home', 'ArrowDown');
    await panel.page.mouse.move(150, 400);
    await panel.page.mouse.wheel(0, 5_000);
    const far = panel.page.locator('#tree');
    await panel.page.waitForFunction(() => (document.getElementById('tree')?.scrollTop ?? 0) > 1_000);
    assert.match(await focused(), /^BLOCK-001/);
    await press('ArrowDown');
    assert.ok((await far.evaluate((tree) => tree.scrollTop)) < 1_000, 'the focused row comes into sight');
  });

  it('goes from the filter to the rows and back', async () => {
    await press('Control+f');
    await panel.page.keyboard.type('sql');
    await press('ArrowDown');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'tree');
    await press('Control+f', 'Escape');
    assert.equal(await panel.page.locator('#filter input').inputValue(), '');
  });
});
