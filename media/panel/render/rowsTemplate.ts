import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOf, type PanelModel } from '../model/panelModel.ts';
import { filterWords } from '../rows/filterWords.ts';
import type { Row } from '../rows/row.ts';
import { rowTemplate } from './rowTemplate.ts';
import { type RowWindow, rowHeight } from './rowWindow.ts';

/** What the rows are drawn from. */
export interface RowsParts {
  readonly model: PanelModel;
  /** The rows on show: the model's, or those before them while some of them fade. */
  readonly rows: readonly Row[];
  /** Keys of the rows that fade. */
  readonly leaving: ReadonlySet<string>;
  readonly window: RowWindow | undefined;
}

/** The rows in sight, at their places in a box as high as all of them. A row keeps its element when it moves. */
export function rowsTemplate({ model, rows, leaving, window }: RowsParts): TemplateResult {
  const { view, active } = model;
  const words = filterWords(view.filter);
  const inSight = (window?.items ?? []).flatMap(({ index, start: top }) => {
    const row = rows[index];
    return row ? [{ row, index, top }] : [];
  });
  return html`<div class="rows" role="presentation" .style=${`height:${rows.length * rowHeight}px`}>
    ${repeat(
      inSight,
      ({ row }) => row.key,
      ({ row, index, top }) =>
        rowTemplate(row, {
          index,
          top,
          focused: row.key === view.focused,
          selected: row.key === view.selected,
          leaving: leaving.has(row.key),
          active: active !== undefined && isOf(row.item, active),
          filterWords: words,
        }),
    )}
  </div>`;
}
