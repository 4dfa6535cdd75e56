import type { Connection } from 'vscode-languageserver';
import { inBackground } from './background.ts';
import type { Client } from './client.ts';
import type { Folder } from './folder.ts';

/** Reads a folder's tracking documents and scans it, showing the progress where the client can, with a way to cancel. */
export const scanFolder = (connection: Connection, client: Client, folder: Folder): void =>
  inBackground(connection, `The scan of ${folder.root}`, scan(connection, client, folder));

async function scan(connection: Connection, client: Client, folder: Folder): Promise<void> {
  await folder.findDocuments();
  const shown = client.showsProgress ? await connection.window.createWorkDoneProgress() : undefined;
  shown?.begin('Looking for production blockers', 0, undefined, true);
  const cancelling = shown?.token.onCancellationRequested(() => folder.cancelScan());
  await folder.scan(({ phase, done, total, message }) => {
    if (phase === 'scanning' && total > 0)
      shown?.report(Math.floor((done / total) * 100), `${done} of ${total} files`);
    if (phase === 'failed') connection.console.error(`The scan of ${folder.root} failed: ${message}`);
  });
  cancelling?.dispose();
  shown?.done();
}
