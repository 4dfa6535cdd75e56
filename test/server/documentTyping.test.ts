import assert from 'node:assert/strict';
import type { CodeLens, CompletionItem } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { trackedProject } from '../support/trackedProject.ts';

const text = trackedProject['BLOCKERS.md'] as string;

describe('writing a tracking document', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());

  async function start(initializationOptions: object = {}): Promise<void> {
    const root = projectFolder(trackedProject);
    server = await LanguageServerProcess.start({ root, initializationOptions });
    await server.open('BLOCKERS.md', text, 'markdown');
  }
  const lenses = (file = 'BLOCKERS.md') =>
    server.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', {
      textDocument: { uri: server.uriOf(file) },
    });
  const complete = (line: number, character: number) =>
    server.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: server.uriOf('BLOCKERS.md') },
      position: { line, character },
    });

  it('completes statuses and paths', async () => {
    await start();
    const lines = text.split('\n');
    const status = lines.indexOf('- **Status:** Blocked');
    const [first] = await complete(status, '- **Status:** Bl'.length);
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: status, character: 14 }, end: { line: status, character: 21 } },
      newText: 'Blocked',
    });
    const place = lines.indexOf('  - `/src/gone.ts`');
    const names = await poll(
      async () => {
        const found = (await complete(place, '  - `/src/'.length)).map(({ label }) => label);
        return found.length === 3 && found;
      },
      { what: 'three files', timeout: 8_000 },
    );
    assert.deepEqual(names, ['clean.ts', 'mail.ts', 'pay.ts']);
  });

  it('offers what to do next above each blocker', async () => {
    await start({ commands: true });
    const found = (await lenses()) ?? [];
    assert.deepEqual(
      found.map(({ range, command }) => [text.split('\n')[range.start.line], command?.title]),
      [
        ['### BLOCK-001: Hardcoded keys', 'Verify'],
        ['### BLOCK-001: Hardcoded keys', 'Start work'],
        ['### BLOCK-001: Hardcoded keys', 'Accept risk…'],
        ['### BLOCK-002: Nobody has tried the restore', 'Verify'],
        ['### BLOCK-002: Nobody has tried the restore', 'Mark as fixed'],
        ['### BLOCK-002: Nobody has tried the restore', 'Accept risk…'],
        ['### BLOCK-003: Keys once more', 'Verify'],
        ['### BLOCK-003: Keys once more', 'Mark as verified'],
        ['### BLOCK-003: Keys once more', 'Reopen'],
      ],
    );
    assert.deepEqual(found[0]?.command?.arguments, [
      { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' },
    ]);
    assert.deepEqual(found[1]?.command?.arguments, [
      { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001', status: 'in-progress', current: 'open' },
    ]);
    await server.open('src/mail.ts', trackedProject['src/mail.ts'] as string);
    assert.equal(await lenses('src/mail.ts'), null);
  });

  it('offers nothing that the client has no command for', async () => {
    await start();
    assert.equal(server.initialized?.capabilities.codeLensProvider, undefined);
  });
});
