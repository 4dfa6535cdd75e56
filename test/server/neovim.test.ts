/** A language client that nobody here wrote: Neovim's own, which does not pull diagnostics but is pushed them. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { isRunning } from '../support/isRunning.ts';
import { startNeovim } from '../support/neovim.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

describe('Neovim on `production-blockers lsp --stdio`', function () {
  // Where Neovim is missing it is installed first.
  this.timeout(180_000);

  const start = (stays: boolean) =>
    startNeovim({
      root: projectFolder({ 'src/mail.ts': `import 'mail';\nexport const apiKey = '${namedSecret}';\n` }),
      file: 'src/mail.ts',
      server: [process.execPath, fromRoot('dist', 'cli.js'), 'lsp', '--stdio'],
      stays,
    });
  const ended = (server: number) =>
    poll(() => !isRunning(server), { what: 'the end of the language server that Neovim started' });

  it('lists the diagnostics of a file, and the server ends with it', async () => {
    const neovim = await start(false);
    const { diagnostics, server } = await neovim.answer;
    assert.deepEqual(
      diagnostics.map(({ code, line, column, severity, source }) => [code, line, column, severity, source]),
      [['no-hardcoded-secret', 1, 22, 1, 'production-blockers']],
    );
    assert.ok(!JSON.stringify(diagnostics).includes(namedSecret.slice(0, 6)));
    await ended(server);
  });

  it('leaves no server behind when it is killed', async () => {
    const neovim = await start(true);
    const { server } = await neovim.answer;
    assert.ok(isRunning(server));
    const killed = once(neovim.process, 'exit');
    neovim.process.kill('SIGKILL');
    await killed;
    await ended(server);
  });
});
