import * as vscode from 'vscode';
import type { PanelRequest } from '../../../server/src/protocol/panel.ts';
import { changeStatus } from '../commands/changeStatus.ts';
import { openPlace } from './openPlace.ts';
import type { PanelHost } from './panelHost.ts';
import { showResult } from './showResult.ts';

/** Does what the page asks for. `ready` is the session's. */
export async function answerRequest(
  request: Exclude<PanelRequest, { type: 'ready' }>,
  host: PanelHost,
): Promise<void> {
  switch (request.type) {
    case 'open':
      return openPlace(request, request);
    case 'setStatus': {
      const { document, blocker, status, current } = request;
      if (status === undefined)
        return changeStatus({ document, blocker, current }, (params) => host.setStatus(params));
      return showResult(host.setStatus({ document, blocker, status }));
    }
    case 'tickStep': {
      const { document, blocker, step, done } = request;
      return showResult(host.tickStep({ document, blocker, step, done }));
    }
    case 'rescan':
      return host.rescan();
    case 'cancelScan':
      return host.cancelScan();
    case 'restartServer':
      return host.restart();
    case 'openFolder':
      await vscode.commands.executeCommand('workbench.action.files.openFolder');
      return;
    case 'manageTrust':
      await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
