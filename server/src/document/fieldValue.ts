import type { Refusal } from '../model/textEdit.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { keysInUse } from './keysInUse.ts';
import { fieldInsertion, lineEndNear } from './newFields.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';

/** A field of a blocker that is to say something else. */
export interface NewValue {
  readonly name: 'owner' | 'effort' | 'priority';
  /** Its key where no blocker of the document has such a field yet. */
  readonly key: string;
  /** As it is written where nothing stands yet. */
  readonly value: string;
  /** What is written in the place of what stands there; a refusal where that is for its author to change. */
  change(said: string, field: FieldSyntax): string | Refusal;
}

/** Words for "nothing yet", and a choice that nobody has made. */
const nothingYet =
  /^(?:[-–—?…]+|tbd|tba|n\/?a|none|unknown|unassigned|nobody|to be (?:determined|defined)|\[.*\])$/i;

const isTelling = ({ value, items }: FieldSyntax): boolean => value.end > value.start || items.length > 0;

/** The edits by which a blocker's field says something else: wherever it stands, else as a new one. */
export function valueEdits(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  wanted: NewValue,
): readonly SpanEdit[] | Refusal {
  const { text } = syntax.source;
  const telling = blocker.entries.flatMap(
    ({ fields }) => fields.find((field) => field.name === wanted.name && isTelling(field)) ?? [],
  );
  const edits: SpanEdit[] = [];
  for (const field of telling) {
    const edit = changed(text, blocker.id, field, wanted);
    if ('refused' in edit) return edit;
    edits.push(edit);
  }
  if (telling.length > 0) return edits;
  const empty = fieldOf(blocker, wanted.name);
  if (empty) return [filled(text, empty, wanted.value)];
  const key = keysInUse(syntax).get(wanted.name) || wanted.key;
  const insertion = fieldInsertion(syntax, blocker, [{ key, value: wanted.value }]);
  return insertion
    ? [insertion]
    : { refused: `${blocker.id} is a table's row, which has no column for its ${wanted.name}.` };
}

function changed(text: string, id: string, field: FieldSyntax, wanted: NewValue): SpanEdit | Refusal {
  const said = slice(text, field.value);
  if (said === '') return { refused: `The ${field.key} of ${id} is a list; change it there.` };
  if (field.items.length > 0 || /[\r\n]/.test(said))
    return { refused: `The ${field.key} of ${id} has more than one line; change it there.` };
  const { start, end } = withoutEmphasis(said);
  const core = said.slice(start, end);
  const newText = nothingYet.test(core) ? wanted.value : wanted.change(core, field);
  return typeof newText === 'string'
    ? { start: field.value.start + start, end: field.value.start + end, newText }
    : newText;
}

/** What stands inside the marks around a value; the marks stay: `**dana**`, and `dana**` where the key began them. */
function withoutEmphasis(said: string): { start: number; end: number } {
  const lead = /^[*_`]*/.exec(said)?.[0] ?? '';
  const trail = /(?<![*_`])[*_`]*$/.exec(said)?.[0] ?? '';
  const around = [...lead].reverse().join('') === trail || (lead === '' && /^(?:\*{2,3}|__)$/.test(trail));
  return around && lead.length + trail.length < said.length
    ? { start: lead.length, end: said.length - trail.length }
    : { start: 0, end: said.length };
}

/** The value of a field that has none. */
function filled(text: string, { style, value }: FieldSyntax, newText: string): SpanEdit {
  if (style === 'cell') {
    const before = /[ \t]*$/.exec(text.slice(Math.max(value.start - 200, 0), value.start))?.[0].length ?? 0;
    const behind = /^[ \t]*/.exec(text.slice(value.end, value.end + 200))?.[0].length ?? 0;
    return { start: value.start - before, end: value.end + behind, newText: ` ${newText} ` };
  }
  if (style === 'heading') {
    const lineEnd = lineEndNear(text, value.start);
    return { ...value, newText: `${lineEnd}${lineEnd}${newText}` };
  }
  return { ...value, newText: /\s/.test(text.charAt(value.start - 1)) ? newText : ` ${newText}` };
}
