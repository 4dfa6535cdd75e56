import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../words/plain.ts';
import { icon } from './icon.ts';

/** What the filter field tells of. */
export interface FilterEvents {
  readonly onFilter: (text: string) => void;
  /** Down or Enter: on to the rows. */
  readonly onLeave: () => void;
}

/** The field that narrows the tree while one types. */
export function filterTemplate(
  text: string,
  matches: { readonly matching: number; readonly all: number } | undefined,
  { onFilter, onLeave }: FilterEvents,
): TemplateResult {
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && text !== '') onFilter('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
    else return;
    event.preventDefault();
  };
  return html`<vscode-textfield
    id="filter"
    class="filter"
    placeholder="Filter blockers"
    .label=${'Filter blockers'}
    .value=${text}
    @input=${(event: Event) => onFilter((event.target as HTMLInputElement).value)}
    @keydown=${onKeydown}
  >
    <span slot="content-before" class="search">${icon('search')}</span>
    ${
      matches
        ? html`<span slot="content-after" class="matches" aria-live="polite"
              >${figure(matches.matching)} of ${figure(matches.all)}</span
            ><button slot="content-after" class="action" title="Clear Filter" aria-label="Clear Filter"
              @click=${() => onFilter('')}>${icon('close')}</button>`
        : nothing
    }
  </vscode-textfield>`;
}
