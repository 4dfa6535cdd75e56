import assert from 'node:assert/strict';
import { accessibilityViolations } from '../../harness/accessibility.ts';
import { type PanelHarness, startHarness } from './harness/openPanel.ts';
import { themeNames } from './harness/themes.ts';
import { mixedState, sampleFolder, sampleState } from './sampleState.ts';

const trusted = { trusted: true };

describe('the panel, seen', function () {
  this.timeout(60_000);
  let harness: PanelHarness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const theme of themeNames) {
    it(`has nothing for axe to object to in ${theme}, and breaks no security policy`, async () => {
      const { page, send, complaints } = await harness.open({ theme, height: 1500 });
      await send({ type: 'state', state: mixedState(), environment: { ...trusted, trusted: false } });
      for (const row of ['.blocker', '.rule']) await page.locator(row).first().click();
      await page.getByRole('treeitem', { name: 'Recently fixed' }).click();
      await page.locator('.row.blocker').nth(2).hover();
      assert.deepEqual(await accessibilityViolations(page.mainFrame()), []);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  for (const theme of themeNames) {
    it(`has nothing for axe to object to while it is empty in ${theme}`, async () => {
      const { page, send } = await harness.open({ theme });
      const scan = { phase: 'scanning', done: 120, total: 1017 } as const;
      const folder = sampleFolder({ documents: [], files: [], scan });
      await send({ type: 'state', state: sampleState(folder), environment: trusted });
      assert.deepEqual(await accessibilityViolations(page.mainFrame()), []);
      await page.close();
    });
  }

  it('counts on top what is open', async () => {
    const { page, send } = await harness.open();
    await send({ type: 'state', state: sampleState(), environment: trusted });
    assert.deepEqual(await page.locator('.part').allTextContents(), [
      '12 P0',
      '18 P1',
      '25 P2',
      '17 not tracked',
    ]);
    await page.close();
  });

  it('keeps the end of a path that is too long', async () => {
    const { page, send } = await harness.open({ width: 440 });
    await send({ type: 'state', state: sampleState(), environment: trusted });
    await page.getByRole('treeitem', { name: 'BLOCK-004' }).click();
    const widths = await page
      .locator('.row.location .path', { hasText: 'PaymentMethodSelector' })
      .evaluateAll((paths) =>
        paths.map((path) => {
          const [head, tail] = [...path.children] as HTMLElement[];
          const cut = (element: HTMLElement | undefined) =>
            element !== undefined && element.scrollWidth > element.offsetWidth;
          return { head: cut(head), tail: cut(tail) };
        }),
      );
    assert.deepEqual(widths, [{ head: true, tail: false }]);
    await page.close();
  });

  it('shows nothing but progress before it knows anything', async () => {
    const { page, posted } = await harness.open();
    assert.deepEqual(await posted(), [{ type: 'ready' }]);
    assert.equal(await page.locator('vscode-progress-bar').count(), 1);
    assert.equal(await page.locator('.empty, .row').count(), 0);
    await page.close();
  });
});
