import { html, type TemplateResult } from 'lit';
import type { Item } from '../rows/item.ts';
import { icon } from './icon.ts';

/** What a hover button asks for; the tree handles it, as it does clicks. */
export type RowAction = 'status' | 'open' | 'side' | 'tick';

const button = (action: RowAction, name: string, label: string): TemplateResult =>
  html`<button class="action" tabindex="-1" data-action=${action} title=${label} aria-label=${label}>
    ${icon(name)}
  </button>`;

const actions: Partial<Record<Item['kind'], TemplateResult>> = {
  blocker: html`${button('status', 'edit', 'Change Status…')}${button('open', 'go-to-file', 'Open in Document')}`,
  location: button('side', 'split-horizontal', 'Open to the Side'),
  finding: button('side', 'split-horizontal', 'Open to the Side'),
};

/** The buttons that appear while a row is hovered or chosen: at most two, the menu has the rest. */
export const rowActions = ({ kind }: Item): TemplateResult | undefined =>
  actions[kind] && html`<span class="actions">${actions[kind]}</span>`;
