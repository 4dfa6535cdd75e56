import { html, nothing, type TemplateResult } from 'lit';
import type { ScanProgress } from '../../../server/src/protocol/lsp.ts';
import { asks } from '../model/ask.ts';
import { filesText, isRunning } from '../model/overallScan.ts';
import { askLink, type OnAsk } from './askButton.ts';

/** VS Code's thin line at the top edge of a view; it takes no room. Without a scan: the first state is awaited. */
export function progressTemplate(scan: ScanProgress | undefined): TemplateResult | typeof nothing {
  if (scan && !isRunning(scan)) return nothing;
  const known = scan !== undefined && scan.total > 0;
  return html`<vscode-progress-bar
    class="progress"
    .ariaLabel=${scan ? 'Scanning' : 'Loading'}
    .value=${known ? scan.done : undefined}
    .max=${known ? scan.total : 100}
  ></vscode-progress-bar>`;
}

/** The line under the rows while a scan runs: nothing above it moves when it comes and goes. */
export const scanLine = (scan: ScanProgress, onAsk: OnAsk): TemplateResult =>
  html`<div class="scan">
    <span class="text">${scan.total === 0 ? 'Counting files…' : `Scanning ${filesText(scan)}`}</span>
    ${askLink(asks.cancel, onAsk)}
  </div>`;
