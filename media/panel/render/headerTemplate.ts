import { html, nothing, type TemplateResult } from 'lit';
import { priorities } from '../../../server/src/model/vocabulary.ts';
import { type Summary, summaryText } from '../model/summaryOf.ts';
import { groupMeanings } from '../words/groups.ts';
import { counted, figure } from '../words/plain.ts';

/** The counts on top. The verdict and what follows from it will stand above them. */
export function headerTemplate(summary: Summary): TemplateResult | typeof nothing {
  const text = summaryText(summary);
  if (text === '') return nothing;
  const shown = summary.tracked
    ? priorities.filter((priority) => priority !== 'P3' || summary.open.P3 > 0)
    : [];
  const parts = shown.map((priority) => {
    const open = summary.open[priority];
    const title = `${counted(open, 'open blocker')} at ${priority}: ${groupMeanings[priority].toLowerCase()}`;
    return html`<span class="part ${open > 0 ? priority : 'none'}" title=${title}
      ><b>${figure(open)}</b> <span class="tag">${priority}</span></span
    >`;
  });
  if (summary.untracked > 0) {
    const title = groupMeanings.untracked;
    parts.push(
      html`<span class="part" title=${title}><b>${figure(summary.untracked)}</b> not tracked</span>`,
    );
  }
  return html`<div class="summary">${parts}</div>`;
}
