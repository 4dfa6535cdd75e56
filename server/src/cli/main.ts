#!/usr/bin/env node
/** The command line: one file a command, wired here. */
import { Command, CommanderError } from 'commander';
import { historyCommand } from './history.ts';
import { lspCommand } from './lsp.ts';
import { exitCodes, UserError } from './output.ts';
import { rulesCommand } from './rules.ts';
import { scanCommand } from './scan.ts';
import { statusCommand } from './status.ts';

const program = new Command('production-blockers')
  .description('What stands between this code and production.')
  .showHelpAfterError('(--help shows what there is)')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });
const worker = new URL('./worker.js', import.meta.url);
const commands = [
  scanCommand(worker),
  statusCommand(worker),
  historyCommand(worker),
  rulesCommand(),
  lspCommand(worker),
];
for (const command of commands) {
  program.addCommand(command.exitOverride());
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.wrongUse;
  } else if (error instanceof UserError) {
    console.error(error.message);
    process.exitCode = exitCodes.wrongUse;
  } else {
    console.error(`Something went wrong: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = exitCodes.wrongUse;
  }
}
