import * as vscode from 'vscode';
import type { VerifyParams } from '../../server/src/protocol/lsp.ts';
import { acceptRisk } from './commands/acceptRisk.ts';
import { changeStatus, type StatusTarget } from './commands/changeStatus.ts';
import { createDocument } from './commands/createDocument.ts';
import { refreshDocument } from './commands/refreshDocument.ts';
import { saveFiles } from './commands/saveFiles.ts';
import { changePriority, endAcceptance, setEffort, setOwner } from './commands/setValue.ts';
import { showRule } from './commands/showRule.ts';
import { suppress } from './commands/suppress.ts';
import { verify } from './commands/verify.ts';
import { LanguageServer } from './languageClient.ts';
import { BlockersViewProvider } from './panel/blockersViewProvider.ts';
import { registerPanelCommands } from './panel/menuCommands.ts';
import { showResult } from './panel/showResult.ts';

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
    command('acceptRisk', (finding: Parameters<typeof acceptRisk>[1]) => acceptRisk(server, finding)),
    command('showRule', (rule: Parameters<typeof showRule>[1]) => showRule(context.extensionUri, rule)),
    command('setStatus', (target: StatusTarget) =>
      changeStatus(target, (params) => server.setStatus(params)),
    ),
    command('changePriority', (target?: VerifyParams) => changePriority(server, target)),
    command('setOwner', (target?: VerifyParams) => setOwner(server, target)),
    command('setEffort', (target?: VerifyParams) => setEffort(server, target)),
    command('endAcceptance', (target?: VerifyParams) => endAcceptance(server, target)),
    command('verify', (target?: VerifyParams) => verify(server, target)),
    command('startFromToday', () => showResult(server.takeBaseline())),
    command('createDocument', () => createDocument((params) => server.createDocument(params))),
    command('refreshDocument', () => refreshDocument(server)),
    command('saveFiles', saveFiles),
    command('rescan', () => server.rescan()),
    command('restartServer', () => server.restart()),
    command('collapseAll', () => panel.collapseAll()),
    command('showPanel', () => vscode.commands.executeCommand(`${BlockersViewProvider.viewId}.focus`)),
  );
  void server.start();
}
