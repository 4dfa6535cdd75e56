import * as vscode from 'vscode';
import { saveFiles } from './commands/saveFiles.ts';
import { suppress } from './commands/suppress.ts';
import { LanguageServer } from './languageClient.ts';
import { BlockersViewProvider } from './panel/blockersViewProvider.ts';
import { registerPanelCommands } from './panel/menuCommands.ts';

/** Wires the parts, and nothing else. What takes time happens in the language server's own process. */
export function activate(context: vscode.ExtensionContext): void {
  const server = new LanguageServer(context);
  const panel = new BlockersViewProvider(context.extensionUri, server);
  const command = (name: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(`productionBlockers.${name}`, run);

  context.subscriptions.push(
    server,
    vscode.window.registerWebviewViewProvider(BlockersViewProvider.viewId, panel),
    registerPanelCommands(server),
    command('suppress', (finding: Parameters<typeof suppress>[1]) => suppress(server, finding)),
    command('saveFiles', saveFiles),
    command('rescan', () => server.rescan()),
    command('restartServer', () => server.restart()),
    command('collapseAll', () => panel.collapseAll()),
    command('showPanel', () => vscode.commands.executeCommand(`${BlockersViewProvider.viewId}.focus`)),
  );
  void server.start();
}
