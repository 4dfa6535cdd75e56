import assert from 'node:assert/strict';
import { closeBrowser } from '../harness/browser.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

describe('the editor in a browser', () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench({ workspace: { 'notes.txt': 'Nothing to find here.\n' } });
  });
  afterEach(() => workbench.errors.expectNone());
  after(async () => {
    await workbench?.close();
    await closeBrowser();
  });

  it('shows a file', async () => {
    await workbench.openFile('notes.txt');
    assert.match(await workbench.visibleText(), /Nothing to find here/);
  });

  it('has the extension among the installed ones', async () => {
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page
      .getByRole('listitem', { name: /Production Blockers/ })
      .first()
      .waitFor();
  });

  it('switches its colours', async () => {
    await workbench.switchTheme('Dark High Contrast');
    await workbench.switchTheme('Light Modern');
    await workbench.screenshot('installed-light');
  });
});
