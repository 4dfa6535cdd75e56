import { Command } from 'commander';

/** `lsp --stdio`: the language server, for any editor that speaks LSP. `worker` is the worker's entry point. */
export function lspCommand(worker: URL): Command {
  return new Command('lsp')
    .description('serve an editor that speaks the Language Server Protocol')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      const { startServer } = await import('../lsp/server.ts');
      startServer(worker);
    });
}
