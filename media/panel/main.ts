import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './styles/page.css';
import './styles/row.css';
import './styles/top.css';
import type { PanelMessage } from '../../server/src/protocol/panel.ts';
import { PanelApp } from './app/panelApp.ts';
import type { VscodeApi } from './vscodeApi.ts';

const vscode: VscodeApi = acquireVsCodeApi();
const root = document.body.appendChild(document.createElement('main'));
const app = new PanelApp(root, vscode);
addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => app.receive(data));
vscode.postMessage({ type: 'ready' });
