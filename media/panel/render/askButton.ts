import { html, type TemplateResult } from 'lit';
import type { Ask } from '../model/ask.ts';

export type OnAsk = (ask: Ask) => void;

/** A button of VS Code's own look. */
export const askButton = (ask: Ask, onAsk: OnAsk, secondary = false): TemplateResult =>
  html`<vscode-button ?secondary=${secondary} @click=${() => onAsk(ask)}>${ask.label}</vscode-button>`;

/** A button that looks like a link, for the middle of a text. */
export const askLink = (ask: Ask, onAsk: OnAsk): TemplateResult =>
  html`<button class="link" @click=${() => onAsk(ask)}>${ask.label}</button>`;
