/** What happens to files while they are looked at: ten thousand change at once, others go. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { type FolderState, methods, type WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const withSecret = `export const apiKey = '${namedSecret}';\n`;
const clean = 'export const apiKey = process.env.API_KEY;\n';

describe('while files come and go', function () {
  this.timeout(180_000);

  let server: LanguageServerProcess;
  let root: string;
  afterEach(() => server.stop());

  async function start(files: Record<string, string>): Promise<void> {
    root = projectFolder(files);
    server = await LanguageServerProcess.start({
      root,
      settings: { diagnostics: { scope: 'workspace' } },
      initializationOptions: { panel: true, commands: true },
    });
  }

  let last: FolderState | undefined;
  const state = async (): Promise<FolderState | undefined> =>
    (await server.connection.sendRequest<WorkspaceState>(methods.state)).folders[0];
  const stateWith = (wanted: (folder: FolderState) => boolean, what: string) =>
    poll(
      async () => {
        const folder = await state();
        last = folder;
        return folder && wanted(folder) && folder;
      },
      { what: () => `${what}; there is ${JSON.stringify(last).slice(0, 500)}`, timeout: 80_000 },
    );
  const scanned = () => stateWith(({ scan }) => scan.phase === 'done', 'the end of the scan');
  const tell = (files: readonly string[], type: FileChangeType) =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: files.map((file) => ({ uri: server.uriOf(file), type })),
    });

  /** An edit is answered, and rightly. */
  async function editIsAnswered(): Promise<void> {
    await server.change('src/mail.ts', withSecret);
    await server.diagnostics('src/mail.ts', 1);
    await server.change('src/mail.ts', clean);
    await server.diagnostics('src/mail.ts', 0);
  }

  it('answers the next edit after ten thousand files changed at once, and finds what they brought', async () => {
    await start({ 'src/mail.ts': clean });
    await scanned();
    await server.open('src/mail.ts', clean);
    const files = Array.from({ length: 10_000 }, (_, index) => `src/made/${index % 100}/file${index}.ts`);
    for (let folder = 0; folder < 100; folder++)
      mkdirSync(join(root, `src/made/${folder}`), { recursive: true });
    for (const [index, file] of files.entries())
      writeFileSync(join(root, file), index === 9_999 ? withSecret : `export const a${index} = ${index};\n`);
    await tell(files, FileChangeType.Created);
    await editIsAnswered();
    const folder = await stateWith(
      ({ scan, files: found }) => scan.phase === 'done' && scan.total > 10_000 && found.length > 0,
      'the scan of ten thousand files',
    );
    assert.deepEqual(
      folder.files.map(({ file }) => file),
      [files[9_999]],
    );
    await editIsAnswered();
  });

  it('ends its scan where files are deleted meanwhile, keeps none of their findings, and answers the next edit', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`src/made/file${index}.ts`, withSecret]),
    );
    await start({ 'src/mail.ts': clean, ...files });
    await stateWith(({ scan }) => scan.phase !== 'waiting', 'the start of the scan');
    rmSync(join(root, 'src/made'), { recursive: true });
    await scanned();
    await server.open('src/mail.ts', clean);
    await tell(Object.keys(files), FileChangeType.Deleted);
    await editIsAnswered();
    const folder = await stateWith(
      ({ scan, files: found, skipped }) =>
        scan.phase === 'done' && found.length === 0 && skipped.length === 0,
      'a folder in which nothing is found any more',
    );
    assert.equal(folder.scan.total, 1);
  });

  it('forgets a single file that is deleted', async () => {
    await start({ 'src/mail.ts': clean, 'src/pay.ts': withSecret });
    await stateWith(({ files }) => files.length === 1, 'one file with a finding');
    rmSync(join(root, 'src/pay.ts'));
    await tell(['src/pay.ts'], FileChangeType.Deleted);
    await stateWith(({ files }) => files.length === 0, 'no file with a finding');
  });
});
