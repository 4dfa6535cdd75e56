import { applyEdits } from '../languages/applyEdits.ts';
import type { Effort, Priority } from '../model/index.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { countsChanged } from './countsChanged.ts';
import { type BlockerSyntax, type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { lineEndNear, written } from './newFields.ts';
import { nextId } from './nextId.ts';
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
  const model = syntax.blockers.findLast((each) => each.priority === added.priority && isModel(each));
  const entry = model?.entries.find(({ kind }) => kind === 'section');
  if (!model?.idSpan || !entry) {
    return { refused: `The document has no ${added.priority} blocker with an id to write another one like.` };
  }
  const id = nextId(syntax, model.id);
  const source = syntax.source.text;
  const lineEnd = lineEndNear(source, entry.headingEnd);
  const lines = [
    headingLike(syntax, model, entry, id, added.name),
    ...fieldsLike(syntax, entry, added, lineEnd),
  ];
  const end = Math.max(entry.headingEnd, ...entry.fields.map(({ span }) => span.end));
  const insertion = { start: end, end, newText: `${lineEnd}${lineEnd}${lines.join(lineEnd)}` };
  const edits = [insertion, ...countsChanged(syntax, added.priority, 1)].map(syntax.source.editOf);
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers;
  const isRight =
    after.length === syntax.blockers.length + 1 &&
    after.some((each) => each.id === id && each.priority === added.priority && each.status === 'open');
  return isRight
    ? edits
    : { refused: "The document stands in a form that a blocker can't be added to safely." };
}

const isModel = ({ id, idSpan, entries }: BlockerSyntax): boolean =>
  idSpan !== undefined &&
  /\d$/.test(id) &&
  entries.some(({ kind, fields }) => kind === 'section' && fields.length > 0);

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
