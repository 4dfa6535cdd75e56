import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { PanelRequest } from '../../../server/src/protocol/panel.ts';
import { activeFileSource } from './activeFile.ts';
import { answerRequest } from './answerRequest.ts';
import type { PanelHost } from './panelHost.ts';
import { panelHtml } from './panelHtml.ts';
import { PanelSession } from './panelSession.ts';

/**
 * The panel's view. Its page is thrown away whenever the view is hidden and made anew when it is shown: it keeps
 * its own view state and gets all data again.
 */
export class BlockersViewProvider implements vscode.WebviewViewProvider {
  static readonly viewId = 'productionBlockers.panel';

  readonly #dist: vscode.Uri;
  readonly #host: PanelHost;
  #session: PanelSession | undefined;

  constructor(extensionUri: vscode.Uri, host: PanelHost) {
    this.#dist = vscode.Uri.joinPath(extensionUri, 'dist');
    this.#host = host;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { webview } = view;
    const session = new PanelSession(
      this.#host,
      activeFileSource,
      (message) => void webview.postMessage(message),
    );
    this.#session = session;
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message, session));
    view.onDidChangeVisibility(() => {
      if (!view.visible) session.hidden();
    });
    view.onDidDispose(() => session.dispose());
    webview.html = this.#html(webview);
  }

  /** Closes every row. */
  collapseAll(): void {
    this.#session?.send({ type: 'collapseAll' });
  }

  async #receive(message: unknown, session: PanelSession): Promise<void> {
    const { success, data: request } = PanelRequest.safeParse(message);
    if (!success) return;
    try {
      if (request.type === 'ready') await session.ready();
      else await answerRequest(request, this.#host);
    } catch (error) {
      await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  #html(webview: vscode.Webview): string {
    const served = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#dist, name)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('hex'),
      script: served('panel.js'),
      styles: [served('codicon.css'), served('panel.css')],
    });
  }
}
