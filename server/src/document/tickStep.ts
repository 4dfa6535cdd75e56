import { applyEdits } from '../languages/applyEdits.ts';
import { valuesFollowing } from './computed/index.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import type { SpanEdit } from './source.ts';

/** Whether a step is done, who says so and on which day. */
export interface Tick {
  readonly done: boolean;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly at: string;
}

/**
 * The edits that tick a verification step with who and when, or take the tick and its stamp off again.
 * A plain bullet becomes a checkbox; no other item changes.
 * @param stepIndex among the blocker's steps, from 0
 */
export function tickStep(
  text: string,
  blockerId: string,
  stepIndex: number,
  { done, by, at }: Tick,
): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const step = blocker.steps[stepIndex];
  if (!step) return { refused: `${blockerId} has no verification step ${stepIndex + 1}.` };
  if (!step.item)
    return { refused: `The verification of ${blockerId} is no list, so nothing in it can be ticked.` };
  const { box, content } = step.item;
  const checked = box?.checked ?? false;
  if (done === checked) return [];

  const edits: SpanEdit[] = [];
  if (box) edits.push({ start: box.start, end: box.end, newText: done ? '[x]' : '[ ]' });
  else edits.push({ start: content.start, end: content.start, newText: '[x] ' });

  // The stamp is read back by its commas and parentheses, so a name can't have any.
  const name = by.replace(/[\s,()]+/g, ' ').trim();
  if (done) {
    if (name === '') return { refused: 'Ticking a step needs the name of who saw it done.' };
    if (!/^\d{4}-\d{2}-\d{2}$/.test(at))
      return { refused: 'Ticking a step needs a date such as 2026-01-20.' };
    const stamp = step.stamp?.span ?? { start: content.end, end: content.end };
    edits.push({ ...stamp, newText: ` (${name}, ${at})` });
  } else if (step.stamp) {
    edits.push({ ...step.stamp.span, newText: '' });
  }
  const passed = blocker.steps.filter((one, index) =>
    index === stepIndex ? done : one.state === 'passed',
  ).length;
  edits.push(...valuesFollowing(syntax, { blocker, to: { passed } }, at));
  const result = edits.map(syntax.source.editOf);
  const after = readDocumentSyntax(applyEdits(text, result)).blockers.find(({ id }) => id === blockerId);
  const asIntended =
    after?.steps.length === blocker.steps.length &&
    after.steps.every((one, index) =>
      index === stepIndex ? (one.state === 'passed') === done : one.text === blocker.steps[index]?.text,
    );
  return asIntended
    ? result
    : { refused: `Step ${stepIndex + 1} of ${blockerId} stands in a form that can't be ticked safely.` };
}
