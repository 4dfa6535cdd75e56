import { applyEdits } from '../languages/applyEdits.ts';
import type { Effort, Priority } from '../model/index.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { placeFor } from './blockerPlace.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import { categoryOf } from './category.ts';
import { valuesFollowing } from './computed/index.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { lineEndNear, written } from './newFields.ts';
import { nextId } from './nextId.ts';
import { sectionInsertion } from './sectionInsertion.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';
import { newStatusText } from './statusForm.ts';

/** What is to be tracked. */
export interface NewBlocker {
  readonly priority: Priority;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly impact: string;
  readonly rule: string;
  readonly effort: Effort;
  /** Relative to the root, with forward slashes; the line from 1. */
  readonly location: { readonly file: string; readonly line: number };
  readonly verification: readonly string[];
}

/**
 * The edits that add a blocker behind the last one of its priority, written as that one is: the same heading,
 * order of fields and marks. Its id is the next that was never used. The summary's count follows.
 */
export function addBlocker(text: string, added: NewBlocker): EditResult {
  const syntax = readDocumentSyntax(text);
  if (syntax.conflict) return { refused: 'The document holds a merge conflict; resolve it first.' };
  const place = placeFor(syntax, added.priority);
  if ('refused' in place) return place;
  const { model, section } = place;
  const id = model ? nextId(syntax, model.blocker.id) : firstId;
  const source = syntax.source.text;
  const lineEnd = lineEndNear(source, model?.entry.headingEnd ?? section?.start ?? 0);
  const lines = model
    ? [
        headingLike(syntax, model.blocker, model.entry, id, added.name),
        ...fieldsLike(syntax, model.entry, added, lineEnd),
      ]
    : plainBlocker(id, added, (section?.depth ?? 2) + 1);
  const block = lines.join(lineEnd);
  const insertion = section ? sectionInsertion(syntax, section, block) : behind(model?.entry, lineEnd, block);
  const following = valuesFollowing(syntax, { blocker: undefined, to: stateOfNew(added) });
  const edits = [insertion, ...following].map(syntax.source.editOf);
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers;
  const isRight =
    after.length === syntax.blockers.length + 1 &&
    after.some((each) => each.id === id && each.priority === added.priority && each.status === 'open');
  return isRight
    ? edits
    : { refused: "The document stands in a form that a blocker can't be added to safely." };
}

/** What computed values see of it. */
const stateOfNew = ({ priority, name, title, description, impact, verification }: NewBlocker) => ({
  priority,
  category: categoryOf({ name, title, description, impact }),
  steps: verification.length,
});

/** The id of a document's first blocker. */
const firstId = 'BLOCK-001';

/** Behind the model's last field. */
function behind(entry: BlockerEntry | undefined, lineEnd: string, blocker: string): SpanEdit {
  const end = Math.max(entry?.headingEnd ?? 0, ...(entry?.fields ?? []).map(({ span }) => span.end));
  return { start: end, end, newText: `${lineEnd}${lineEnd}${blocker}` };
}

function headingLike(
  { source: { text } }: DocumentSyntax,
  { idSpan, name }: BlockerSyntax,
  { span, headingEnd }: BlockerEntry,
  id: string,
  newName: string,
): string {
  const idStart = idSpan?.start ?? span.start;
  const idEnd = idSpan?.end ?? span.start;
  const rest = text.slice(idEnd, headingEnd);
  const at = rest.indexOf(name);
  const between = at > 0 ? rest.slice(0, at) : ': ';
  return `${text.slice(span.start, idStart)}${id}${between}${newName}`;
}

/** As a new document's blockers are written, for one that has no other yet. */
function plainBlocker(id: string, added: NewBlocker, depth: number): string[] {
  const { min, max, unit } = added.effort;
  return [
    `${'#'.repeat(depth)} ${id}: ${added.name}`,
    `- **Title:** ${added.title}`,
    `- **Description:** ${added.description}`,
    `- **File Location:** \`/${added.location.file}:${added.location.line}\``,
    `- **Impact:** ${added.impact}`,
    `- **Estimated Effort:** ${min === max ? min : `${min}-${max}`} ${unit}`,
    '- **Status:** Open',
    '- **Fix Verification:**',
    ...added.verification.map((step) => `  - ${step}`),
    `- **Rule:** \`${added.rule}\``,
  ];
}

/** The model's fields in its order, with what is known of the new blocker; the rule comes last. */
function fieldsLike(
  syntax: DocumentSyntax,
  entry: BlockerEntry,
  added: NewBlocker,
  lineEnd: string,
): string[] {
  const { text } = syntax.source;
  const { min, max, unit } = added.effort;
  const values: Readonly<Record<string, string>> = {
    title: added.title,
    description: added.description,
    impact: added.impact,
    effort: `${min === max ? min : `${min}-${max}`} ${unit}`,
    status: newStatusText(syntax, 'open'),
  };
  const location = `\`/${added.location.file}:${added.location.line}\``;
  const known = entry.fields.filter(({ name }) => name !== undefined && name !== 'rule');
  const hasLocations = known.some(({ name }) => name === 'locations');
  const models = hasLocations
    ? known
    : known.flatMap((field) => (field.name === 'status' ? [undefined, field] : [field]));
  const lines = models.map((field): string | undefined => {
    const like = field ?? (known[0] as FieldSyntax);
    const key = field ? slice(text, field.keySpan) : 'File Location';
    if (!field || field.name === 'locations') {
      return field && field.items.length > 0
        ? written(text, like, { key, items: [location] }, lineEnd)
        : written(text, like, { key, value: location }, lineEnd);
    }
    if (field.name === 'verification')
      return written(text, like, { key, items: added.verification }, lineEnd);
    const value = values[field.name ?? ''];
    return value === undefined ? undefined : written(text, like, { key, value }, lineEnd);
  });
  const first = known[0] as FieldSyntax;
  return [
    ...lines.filter((line) => line !== undefined),
    written(text, first, { key: 'Rule', value: `\`${added.rule}\`` }, lineEnd),
  ];
}
