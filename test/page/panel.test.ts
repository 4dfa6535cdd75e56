import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { accessibilityViolations } from '../harness/accessibility.ts';
import { closeBrowser } from '../harness/browser.ts';
import type { WebviewFrame } from '../harness/webviewFrame.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';
import { namedSecret } from '../support/secrets.ts';

const trackingDocument = fromRoot('..', 'shared', 'inputs', 'tracking-document.md');

describe('the panel in the editor, over the document that the product started from', () => {
  let workbench: Workbench;
  let panel: WebviewFrame;

  const row = (text: string): Locator => panel.getByRole('treeitem').filter({ hasText: text }).first();
  const blockers = () => workbench.fileText('BLOCKERS.md');

  /** By the keyboard, as in any menu of the editor. */
  async function chooseFromMenu(name: string): Promise<void> {
    const item = workbench.page.getByRole('menuitem', { name });
    await item.waitFor();
    await poll(
      async () => {
        if (
          await item.evaluate(
            (each) => each.ownerDocument.activeElement === each || each.matches('.focused *'),
          )
        ) {
          return true;
        }
        await workbench.page.keyboard.press('ArrowDown');
        return false;
      },
      { what: `the menu's ${name} to be focused` },
    );
    await workbench.page.keyboard.press('Enter');
  }

  before(async function () {
    if (!existsSync(trackingDocument)) return this.skip();
    this.timeout(120_000);
    workbench = await openWorkbench({
      workspace: {
        'BLOCKERS.md': readFileSync(trackingDocument, 'utf8'),
        'src/mail.ts': `export const apiKey = '${namedSecret}';\n`,
        'src/services/ollama_service.ts': '// nothing here\n',
      },
      size: { width: 1400, height: 1000 },
    });
    await workbench.runCommand('Production Blockers: Show Panel');
    panel = await workbench.webview('side bar');
    await row('BLOCK-001').waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench?.screenshot('failed-panel');
    workbench?.errors.expectNone();
  });
  after(async () => {
    await workbench?.close();
    await closeBrowser();
  });

  it('counts 12 P0, 18 P1 and 25 P2', async () => {
    const text = await poll(
      async () => {
        const summary = ((await panel.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
        return /12 P0 · 18 P1 · 25 P2/.test(summary) && summary;
      },
      { what: 'the counts' },
    );
    assert.match(text, /12 P0 · 18 P1 · 25 P2 · 1 not tracked/);
  });

  it('has no accessibility violation', async () => {
    assert.deepEqual(await accessibilityViolations(panel), []);
  });

  it('opens a blocker, and a location at its lines', async () => {
    await row('BLOCK-001').click();
    await row('ollama_service.ts').click();
    await workbench.page.locator('.tab.active[data-resource-name="ollama_service.ts"]').waitFor();
  });

  it('changes that one word in the file when BLOCK-001 is set to In Progress', async () => {
    const before = blockers();
    await row('BLOCK-001').click({ button: 'right' });
    await chooseFromMenu('Change Status…');
    const pick = workbench.page.locator('.quick-input-widget');
    await pick.getByRole('option', { name: /^In Progress/ }).click();
    await poll(() => blockers() !== before, { what: 'a changed BLOCKERS.md' });
    const [start, end] = [before.indexOf('### BLOCK-001'), before.indexOf('### BLOCK-002')];
    const entry = before.slice(start, end).replace('- **Status:** Blocked', '- **Status:** In Progress');
    assert.equal(blockers(), before.slice(0, start) + entry + before.slice(end));
    await panel
      .getByRole('treeitem', { name: /BLOCK-001.*in progress/i })
      .first()
      .waitFor();
  });

  it('ticks a step with the keyboard, and says who and when in the document', async () => {
    const before = blockers();
    await row('BLOCK-002').click();
    await row('Test each service initialization').click();
    await workbench.page.keyboard.press('Space');
    await poll(() => blockers() !== before, { what: 'a ticked step' });
    const changed = blockers()
      .split('\n')
      .filter((line) => !before.includes(line));
    assert.equal(changed.length, 1);
    assert.match(
      changed[0] ?? '',
      /^ {2}- \[x\] Test each service initialization \(\S.*, \d{4}-\d\d-\d\d\)$/,
    );
  });

  it('takes up what is typed in the document', async () => {
    await workbench.openFile('BLOCKERS.md');
    const { page } = workbench;
    await page.keyboard.press('Control+End');
    await page.keyboard.type(
      '\n\n## Low Priority Blockers (P3)\n\n### BLOCK-056: A new one\n- **Status:** Open\n',
    );
    await row('P3').waitFor();
  });

  it('lists a finding that nobody tracks, and opens it', async () => {
    await row('Not tracked').waitFor();
    await row('Hardcoded secret').click();
    await row('mail.ts').click();
    await workbench.page.locator('.tab.active[data-resource-name="mail.ts"]').waitFor();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'] as const) {
    it(`looks right in ${theme}`, async () => {
      await workbench.switchTheme(theme);
      panel = await workbench.webview('side bar');
      await row('BLOCK-003').waitFor();
      // The page lets the side bar shine through; axe can't see through it.
      await panel.evaluate(() => {
        document.documentElement.style.background = 'var(--vscode-sideBar-background)';
      });
      assert.deepEqual(await accessibilityViolations(panel), []);
      await workbench.screenshot(`panel-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
});
