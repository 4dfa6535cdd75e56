import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../../scripts/lib/poll.ts';
import { methods, type WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';

/** A file that is edited: relative to the folder, and how a line that says nothing is written in it. */
export interface EditedFile {
  readonly file: string;
  readonly language: 'javascript' | 'markdown';
  remark(edit: number): string;
}

export const script = (file: string): EditedFile => ({
  file,
  language: 'javascript',
  remark: (edit) => `// ${edit}`,
});

export const markdown = (file: string): EditedFile => ({
  file,
  language: 'markdown',
  remark: (edit) => `Edited ${edit} times.`,
});

/**
 * Edits a file `times` times in a folder that the language server has scanned, and measures each from
 * `didChange` to the diagnostics. Milliseconds.
 */
export async function edits(
  folder: string,
  { file, language, remark }: EditedFile,
  times: number,
): Promise<readonly number[]> {
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
    await server.open(file, text, language);
    await server.pull(file);
    const taken: number[] = [];
    for (let edit = 0; edit < times; edit++) {
      const started = performance.now();
      await server.change(file, `${text}\n${remark(edit)}\n`);
      await server.pull(file);
      taken.push(performance.now() - started);
    }
    return taken;
  } finally {
    await server.stop();
  }
}
