import { html, nothing, type TemplateResult } from 'lit';
import { emptyStateOf } from '../model/emptyStateOf.ts';
import { noticesOf } from '../model/noticesOf.ts';
import { isRunning, overallScan } from '../model/overallScan.ts';
import type { OnAsk } from '../render/askButton.ts';
import { emptyStateTemplate } from '../render/emptyStateTemplate.ts';
import { type FilterEvents, filterTemplate } from '../render/filterTemplate.ts';
import { headerTemplate } from '../render/headerTemplate.ts';
import { noticeTemplate } from '../render/noticeTemplate.ts';
import { type RowsParts, rowsTemplate } from '../render/rowsTemplate.ts';
import { rowId } from '../render/rowTemplate.ts';
import { progressTemplate, scanLine } from '../render/scanTemplates.ts';
import { announcement } from './announcement.ts';
import type { TreeHandler } from './treeHandler.ts';

/** What the page is drawn from. */
export interface PageParts extends RowsParts, FilterEvents {
  readonly handler: TreeHandler;
  readonly onAsk: OnAsk;
  readonly onScroll: () => void;
}

/** The whole page, from the counts on top to the progress of the scan. */
export function pageTemplate(parts: PageParts): TemplateResult {
  const { model, rows, handler, onAsk } = parts;
  const { state, environment, view, summary } = model;
  const hasTree = model.tree.length > 0;
  const hasRows = rows.length > 0;
  const empty = hasRows ? undefined : emptyStateOf(state, environment, hasTree ? view.filter : undefined);
  const scan = state && overallScan(state);
  const focused = rows.find(({ key }) => key === view.focused);
  return html`
    <h1 class="unseen">Production Blockers</h1>
    ${environment.stoppedSince === undefined && state?.folders.length !== 0 ? progressTemplate(scan) : nothing}
    <div class="top">
      ${noticesOf(state, environment, hasTree).map((notice) => noticeTemplate(notice, onAsk))}
      ${summary ? headerTemplate(summary) : nothing}
      ${hasTree ? filterTemplate(view.filter, model.matches, parts) : nothing}
    </div>
    ${empty ? emptyStateTemplate(empty, onAsk) : nothing}
    <div
      id="tree"
      class="tree"
      role="tree"
      tabindex="0"
      aria-label="Blockers"
      aria-activedescendant=${focused ? rowId(focused.key) : nothing}
      data-vscode-context='{"preventDefaultContextMenuItems":true}'
      ?hidden=${!hasRows}
      @mousedown=${handler.mousedown}
      @click=${handler.click}
      @dblclick=${handler.dblclick}
      @contextmenu=${handler.contextmenu}
      @keydown=${handler.keydown}
      @keyup=${handler.keyup}
      @scroll=${parts.onScroll}
    >
      ${rowsTemplate(parts)}
    </div>
    ${hasTree && scan && isRunning(scan) && environment.stoppedSince === undefined ? scanLine(scan, onAsk) : nothing}
    <div class="unseen" role="status">${scan && summary ? announcement(scan, summary) : ''}</div>
  `;
}
