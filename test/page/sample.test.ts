import assert from 'node:assert/strict';
import { poll } from '../../scripts/lib/poll.ts';
import { closeBrowser } from '../harness/browser.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

describe('the sample in the editor, as a person meets it', () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench({
      workspace: 'shop',
      size: { width: 1280, height: 760 },
      settings: { 'editor.fontSize': 14, 'workbench.startupEditor': 'none' },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench?.screenshot('failed-sample');
    workbench?.errors.expectNone();
  });
  after(async () => {
    await workbench?.close();
    await closeBrowser();
  });

  it('underlines the planted key, and says why at it', async () => {
    await workbench.openFile('src/routes/payments.ts');
    const { page } = workbench;
    await page.locator('.squiggly-error').first().waitFor();
    await page.getByText('9fK2vX7qLm4RtZ8wBn3YcH6sJd5G').first().hover();
    await page.locator('.monaco-hover').getByText('holds a hardcoded secret').first().waitFor();
  });

  it("shows the rule's page from the code of the problem", async () => {
    const { page } = workbench;
    await page.locator('.monaco-hover a', { hasText: 'no-hardcoded-secret' }).first().click();
    await page.locator('.tab.active', { hasText: 'no-hardcoded-secret' }).waitFor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('src/routes/payments.ts');
  });

  it('offers the fix from the keyboard', async () => {
    const { page } = workbench;
    const menu = page.locator('.action-widget').first();
    const fix = menu.getByText('Move to an environment variable').first();
    // The rule's page takes the focus once more when it is loaded, and closes a menu that is open by then.
    await poll(
      async () => {
        await page.keyboard.press('Escape');
        await page.getByText('9fK2vX7qLm4RtZ8wBn3YcH6sJd5G').first().click();
        await page.keyboard.press('Control+.');
        return fix.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      { what: 'the menu with the fix' },
    );
    await menu.getByText('Suppress no-hardcoded-secret here with a reason…').first().waitFor();
    await page.keyboard.press('Escape');
  });

  for (const [theme, name] of [
    ['Dark Modern', 'dark'],
    ['Light Modern', 'light'],
  ] as const) {
    it(`is fit to be shown, ${name}`, async () => {
      await workbench.switchTheme(theme);
      await workbench.runCommand('Production Blockers: Show Panel');
      const panel = await workbench.webview('side bar');
      const first = panel.getByRole('treeitem').filter({ hasText: 'BLOCK-001' }).first();
      await first.waitFor();
      if ((await first.getAttribute('aria-expanded')) === 'false') await first.click();
      await panel.getByRole('treeitem').filter({ hasText: 'payments.ts' }).first().waitFor();
      await workbench.openFile('src/routes/payments.ts');
      const { page } = workbench;
      await page.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+Home');
      // Another hover, such as a tab's, may stand in the way until the mouse has left it.
      await poll(
        async () => {
          await page.mouse.move(640, 600);
          await page.getByText('9fK2vX7qLm4RtZ8wBn3YcH6sJd5G').first().hover();
          const said = page.locator('.monaco-hover').getByText('holds a hardcoded secret').first();
          return said.waitFor({ timeout: 2_000 }).then(
            () => true,
            () => false,
          );
        },
        { what: 'the hover over the key' },
      );
      assert.ok(await workbench.screenshot(`editor-${name}`));
      await page.keyboard.press('Escape');
    });
  }
});
