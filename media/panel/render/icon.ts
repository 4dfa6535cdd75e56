import { html, type TemplateResult } from 'lit';
import type { Sign } from '../words/statuses.ts';

/** A codicon; a word beside it says the same. */
export const icon = (name: string, classes = ''): TemplateResult =>
  html`<span class="codicon codicon-${name} ${classes}" aria-hidden="true"></span>`;

export const signIcon = ({ icon: name, tone }: Sign): TemplateResult => icon(name, `sign tone-${tone}`);
