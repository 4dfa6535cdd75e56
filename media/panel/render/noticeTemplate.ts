import { html, type TemplateResult } from 'lit';
import type { Notice } from '../model/noticesOf.ts';
import { askLink, type OnAsk } from './askButton.ts';
import { icon } from './icon.ts';

export const noticeTemplate = (notice: Notice, onAsk: OnAsk): TemplateResult =>
  html`<div class="notice">
    ${icon(notice.icon)}
    <span>${notice.text} ${askLink(notice.ask, onAsk)}</span>
  </div>`;
