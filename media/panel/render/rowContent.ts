import { html, nothing, type TemplateResult } from 'lit';
import type { Priority } from '../../../server/src/model/vocabulary.ts';
import type { BlockerItem, GroupItem, Item, StepItem } from '../rows/item.ts';
import { groupNames, isPriority } from '../words/groups.ts';
import { figure, findingPlace, placeText } from '../words/plain.ts';
import { statusSign } from '../words/statuses.ts';
import { canTick, isDoneStep, stepNote, stepsDone } from '../words/steps.ts';
import { verdictSigns } from '../words/verdicts.ts';
import { icon, signIcon } from './icon.ts';
import { markedText } from './markedText.ts';
import { pathText } from './pathText.ts';

/** What stands in a row, from its icon to the note at its end. */
export function rowContent(item: Item, words: readonly string[]): TemplateResult {
  switch (item.kind) {
    case 'folder':
      return html`<span class="name strong">${item.name}</span>${count(item.open)}`;
    case 'group':
      return groupContent(item);
    case 'blocker':
      return blockerContent(item, words);
    case 'location': {
      const { file, startLine, verdict } = item.location;
      const sign = verdictSigns[verdict];
      return html`${signIcon(sign)}${pathText(placeText(file, startLine), words)}${note(sign.word)}`;
    }
    case 'step':
      return stepContent(item, words);
    case 'rule':
      return html`${tag(item.priority)}<span class="name">${markedText(item.title, words)}</span>${count(item.count)}`;
    case 'finding':
      return html`${icon('circle-filled', 'sign tone-priority')}${pathText(findingPlace(item.finding), words)}<span
          class="description"
          >${markedText(item.finding.message, words)}</span
        >`;
    case 'skipped':
      return html`${icon('file', 'sign tone-quiet')}${pathText(item.skipped.file, words)}<span class="description"
          >${markedText(item.skipped.reason, words)}</span
        >`;
  }
}

const tag = (priority: Priority): TemplateResult => html`<span class="tag">${priority}</span>`;
const note = (text: string): TemplateResult => html`<span class="note">${text}</span>`;
const count = (value: number): TemplateResult => html`<span class="count">${figure(value)}</span>`;

function groupContent({ group, done, open, total }: GroupItem): TemplateResult {
  if (!isPriority(group)) return html`<span class="name strong">${groupNames[group]}</span>${count(total)}`;
  const name = groupNames[group].replace(group, '').trim();
  return html`${tag(group)}<span class="name strong">${name}</span>${note(`${done}/${total}`)}${open > 0 ? count(open) : icon('pass-filled', 'sign end tone-good')}`;
}

function blockerContent(item: BlockerItem, words: readonly string[]): TemplateResult {
  const { id, name, verification } = item.blocker;
  return html`${signIcon(statusSign(item.blocker))}<span class="name"
      ><span class="id">${markedText(id, words)}</span> ${markedText(name, words)}</span
    >${verification.length > 0 ? note(stepsDone(verification)) : nothing}`;
}

const boxes = { passed: 'check', failed: 'close', skipped: 'dash', unknown: 'blank' } as const;

function stepContent({ step }: StepItem, words: readonly string[]): TemplateResult {
  const state = canTick(step) ? 'tickable' : 'locked';
  return html`<span class="box ${state}" data-action=${canTick(step) ? 'tick' : nothing}
      >${icon(boxes[step.state])}</span
    ><span class="name ${isDoneStep(step) ? 'done' : ''}">${markedText(step.text, words)}</span>${note(stepNote(step))}`;
}
