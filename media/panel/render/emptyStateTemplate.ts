import { html, nothing, type TemplateResult } from 'lit';
import type { EmptyState } from '../model/emptyStateOf.ts';
import { askButton, type OnAsk } from './askButton.ts';

/** A sentence with one button, as VS Code's own views greet. */
export const emptyStateTemplate = (
  { sentence, detail, ask, progress }: EmptyState,
  onAsk: OnAsk,
): TemplateResult =>
  html`<div class="empty">
    <p>${sentence}</p>
    ${detail ? html`<p class="detail">${detail}</p>` : nothing} ${askButton(ask, onAsk, progress !== undefined)}
  </div>`;
