import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../../scripts/lib/poll.ts';
import { methods, type WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';

/**
 * Edits a file `times` times in a folder that the language server has scanned, and measures each from
 * `didChange` to the diagnostics. Milliseconds; `file` is relative to the folder.
 */
export async function edits(folder: string, file: string, times: number): Promise<readonly number[]> {
  const server = await LanguageServerProcess.start({
    root: folder,
    initializationOptions: { panel: true, commands: true },
  });
  try {
    await poll(
      async () => {
        const state = await server.connection.sendRequest<WorkspaceState>(methods.state);
        return state.folders[0]?.scan.phase === 'done';
      },
      { what: 'the end of the scan', timeout: 120_000 },
    );
    const text = readFileSync(join(folder, file), 'utf8');
    await server.open(file, text, 'javascript');
    await server.pull(file);
    const taken: number[] = [];
    for (let edit = 0; edit < times; edit++) {
      const started = performance.now();
      await server.change(file, `${text}\n// ${edit}\n`);
      await server.pull(file);
      taken.push(performance.now() - started);
    }
    return taken;
  } finally {
    await server.stop();
  }
}
