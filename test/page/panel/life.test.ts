import assert from 'node:assert/strict';
import { type OpenPanel, type PanelHarness, startHarness } from './harness/openPanel.ts';
import { folderUri, sampleFiles, sampleFinding, sampleFolder, sampleState } from './sampleState.ts';

const trusted = { trusted: true };

describe("the panel's life", function () {
  this.timeout(60_000);
  let harness: PanelHarness;
  let panel: OpenPanel;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  beforeEach(async () => {
    panel = await harness.open();
    await panel.send({ type: 'state', state: sampleState(), environment: trusted });
  });
  afterEach(() => panel.page.close());

  const row = (name: string) => panel.page.getByRole('treeitem', { name });
  const scrolled = () => panel.page.locator('#tree').evaluate((tree) => tree.scrollTop);

  it('looks as it did when it is shown again', async () => {
    await row('P1 High').click();
    await row('BLOCK-001').click();
    await row('src/server.ts:15').click();
    await panel.page.locator('#tree').evaluate((tree) => tree.scrollTo(0, 110));
    await panel.page.waitForFunction(
      () => JSON.parse(sessionStorage.getItem('state') ?? '{}').scroll === 110,
    );
    await panel.page.reload();
    await panel.send({ type: 'state', state: sampleState(), environment: trusted });
    assert.equal(await scrolled(), 110);
    assert.equal(await row('P1 High').getAttribute('aria-expanded'), 'true');
    assert.equal(await row('src/server.ts:15').getAttribute('aria-selected'), 'true');
  });

  it('keeps its filter', async () => {
    await panel.page.locator('#filter input').fill('sql');
    await panel.page.waitForFunction(
      () => JSON.parse(sessionStorage.getItem('state') ?? '{}').filter === 'sql',
    );
    await panel.page.reload();
    await panel.send({ type: 'state', state: sampleState(), environment: trusted });
    assert.equal(await panel.page.locator('#filter input').inputValue(), 'sql');
    assert.equal(await row('BLOCK-001').count(), 0);
  });

  it('updates a row in its place', async () => {
    await row('no-sql-string-concat').evaluate((element) => {
      element.dataset.seen = 'before';
    });
    const finding = { ...sampleFinding(1000, 'src/new.ts'), ruleId: 'no-sql-string-concat' };
    const change = { folder: folderUri, files: [{ file: 'src/new.ts', findings: [finding] }] };
    await panel.send({ type: 'change', change });
    assert.equal(await row('no-sql-string-concat').getAttribute('data-seen'), 'before');
    assert.equal(await row('no-sql-string-concat').locator('.count').textContent(), '5');
  });

  it('lets a finding that was fixed fade', async () => {
    await row('no-sql-string-concat').click();
    const first = row('src/part0/file0.ts:3');
    await panel.send({
      type: 'change',
      change: { folder: folderUri, files: [{ file: 'src/part0/file0.ts', findings: [] }] },
    });
    assert.match((await first.getAttribute('class')) ?? '', /leaving/);
    await first.waitFor({ state: 'detached' });
  });

  it('does not fade where motion is not wanted', async () => {
    await panel.page.emulateMedia({ reducedMotion: 'reduce' });
    await row('no-sql-string-concat').click();
    await panel.send({
      type: 'change',
      change: { folder: folderUri, files: [{ file: 'src/part0/file0.ts', findings: [] }] },
    });
    assert.equal(await row('src/part0/file0.ts:3').count(), 0);
  });

  it('does not move what is read when rows come above it', async () => {
    await panel.send({
      type: 'state',
      state: sampleState(sampleFolder({ files: sampleFiles(600) })),
      environment: trusted,
    });
    await row('Not tracked').press('*');
    await row('no-hardcoded-secret').click();
    await panel.page.locator('#tree').evaluate((tree) => tree.scrollTo(0, 1_100));
    const place = () => panel.page.locator('.row').filter({ hasText: 'file' }).nth(20);
    await panel.page.waitForFunction(() => document.querySelector('.row[data-index="60"]'));
    const name = (await place().locator('.unseen').textContent()) ?? '';
    const before = await row(name).boundingBox();
    const finding = { ...sampleFinding(9_001, 'src/aaa.ts'), ruleId: 'no-hardcoded-secret' };
    await panel.send({
      type: 'change',
      change: { folder: folderUri, files: [{ file: 'src/aaa.ts', findings: [finding] }] },
    });
    assert.equal((await row(name).boundingBox())?.y, before?.y);
    assert.equal(await scrolled(), 1_122);
  });

  it('follows the active editor without taking the focus', async () => {
    await panel.page.locator('#filter').focus();
    await panel.send({ type: 'active', folder: folderUri, file: 'src/part0/file5.ts' });
    const found = row('src/part0/file5.ts').first();
    assert.equal(await found.getAttribute('aria-selected'), 'true');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.id), 'filter');
  });

  it('closes all rows when asked to', async () => {
    await panel.send({ type: 'collapseAll' });
    assert.equal(await panel.page.locator('[aria-expanded=true]').count(), 0);
  });

  it('draws few of ten thousand findings', async () => {
    const files = sampleFiles(10_000);
    await panel.send({ type: 'state', state: sampleState(sampleFolder({ files })), environment: trusted });
    await row('no-sql-string-concat').click();
    await panel.page.locator('#tree').evaluate((tree) => tree.scrollTo(0, 20_000));
    await panel.page.waitForFunction(() => document.querySelector('.row[data-index="910"]'));
    assert.ok((await panel.page.locator('.row').count()) < 70);
  });
});
