import { type Effort, effortUnits, type Position, priorities, type Range, statuses } from '../model/index.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { fieldName } from './fieldSyntax.ts';
import { nextId } from './nextId.ts';
import { newStatusText } from './statusForm.ts';
import type { FieldName } from './vocabulary/fields.ts';

/** Something that could stand at a place in a tracking document. */
export interface Completion {
  readonly kind: 'status' | 'priority' | 'rule' | 'id' | 'file' | 'folder' | 'effort';
  /** What people read and type. */
  readonly label: string;
  readonly detail?: string;
  /** What it replaces: what is typed of it already. */
  readonly range: Range;
  readonly newText: string;
}

/** What a document can name. */
export interface CompletionFacts {
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  /** What lies in a folder, which ends in a slash, or in the root, which is empty. */
  entriesOf(folder: string): Iterable<{ readonly name: string; readonly kind: 'file' | 'folder' }>;
}

/** A key and the start of its value: `- **Status:** Op`, up to the cursor. */
const field = /^[\s*+-]*([^\s*:`|+-][^*:`|]{0,40})\*{0,3}:[\s*]*/;
const efforts = ['1 hour', '2-4 hours', '1 day', '1-2 days', '1 week'];
/** How far up the field is looked for that a list's item belongs to. */
const linesUp = 60;

/** What can stand at a place, from the document as it is: words in its own vocabulary, ids, rules, paths. */
export function completionsAt(syntax: DocumentSyntax, at: Position, facts: CompletionFacts): Completion[] {
  const lines = syntax.source.original.split(/\r\n|\n|\r/);
  const line = lines[at.line - 1] ?? '';
  const before = line.slice(0, at.column - 1);
  const after = line.slice(at.column - 1);
  /** From some characters before the cursor to the end of the word that it is in. */
  const typed = (length: number, rest = /^[\p{L}\p{N}_'.-]*/u): Range => ({
    start: { line: at.line, column: at.column - length },
    end: { line: at.line, column: at.column + (rest.exec(after)?.[0].length ?? 0) },
  });

  const path = pathBefore(before);
  if (path !== undefined) {
    const names = fieldAround(lines, at.line - 1) === 'locations' || path.startsWith('/');
    return names ? pathCompletions(path, typed, facts) : [];
  }
  const key = field.exec(before);
  const name = key?.[1] === undefined ? undefined : fieldName(key[1]);
  const value = key ? before.slice(key[0].length) : '';
  if (name === 'status' && /^[\p{L}' -]*$/u.test(value)) {
    return statuses.map((status) => {
      const label = newStatusText(syntax, status);
      return { kind: 'status', label, detail: status, range: typed(value.length), newText: label };
    });
  }
  if (name === 'priority' && /^\w*$/.test(value)) {
    return priorities.map((label) => ({
      kind: 'priority',
      label,
      range: typed(value.length),
      newText: label,
    }));
  }
  if (name === 'rule' && /^`?[\w-]*$/.test(value)) {
    const opened = value.startsWith('`');
    const closed = after.includes('`');
    return facts.rules.map(({ id, title }) => ({
      kind: 'rule',
      label: id,
      detail: title,
      range: typed(value.length - (opened ? 1 : 0)),
      newText: `${opened ? '' : '`'}${id}${closed ? '' : '`'}`,
    }));
  }
  if (name === 'effort') return effortCompletions(value, typed);
  return idCompletions(syntax, before, typed);
}

type Typed = (length: number, rest?: RegExp) => Range;

/** What is typed of a path behind an open back-tick. */
function pathBefore(before: string): string | undefined {
  const open = before.lastIndexOf('`');
  const isOpen = before.split('`').length % 2 === 0;
  const path = before.slice(open + 1);
  const key = field.exec(before.slice(0, open))?.[1];
  if (!isOpen || (key !== undefined && fieldName(key) === 'rule')) return undefined;
  return /^[\w.@()[\]/-]*$/.test(path) ? path : undefined;
}

/** The field that a line is in: its own key's, or that of the list it stands in. */
function fieldAround(lines: readonly string[], index: number): FieldName | undefined {
  for (let at = index; at >= 0 && at > index - linesUp; at -= 1) {
    const line = lines[at] ?? '';
    if (/^#{1,6}\s/.test(line)) return undefined;
    const key = field.exec(line)?.[1];
    const name = key === undefined ? undefined : fieldName(key);
    if (name !== undefined) return name;
  }
  return undefined;
}

function pathCompletions(path: string, typed: Typed, { entriesOf }: CompletionFacts): Completion[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash).replace(/^\//, '');
  const range = typed(path.length - slash);
  // A path that is yet to be begun begins at the root.
  const lead = path.includes('/') ? '' : '/';
  return [...entriesOf(folder)].map(({ name, kind }) => ({
    kind,
    label: name,
    range,
    newText: `${lead}${name}`,
  }));
}

function effortCompletions(value: string, typed: Typed): Completion[] {
  const started = /^(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?\s?(\p{L}*)$/u.exec(value);
  if (!started) {
    if (value !== '') return [];
    return efforts.map((label) => ({ kind: 'effort', label, range: typed(0), newText: label }));
  }
  const [, min, max = min, unit = ''] = started;
  const space = /\s\p{L}*$/u.test(value) ? '' : ' ';
  return effortUnits.map((each: Effort['unit']) => {
    const label = max === '1' ? each.slice(0, -1) : each;
    return { kind: 'effort', label, range: typed(unit.length), newText: `${space}${label}` };
  });
}

function idCompletions(syntax: DocumentSyntax, before: string, typed: Typed): Completion[] {
  const word = /(?<![\w-])[A-Z][\w-]*$/.exec(before)?.[0] ?? '';
  const written = syntax.blockers.filter(({ idSpan }) => idSpan);
  if (/^#{2,4}\s+$/.test(before.slice(0, before.length - word.length))) {
    const like = written.findLast(({ id }) => /\d$/.test(id));
    if (!like) return [];
    const id = nextId(syntax, like.id);
    const detail = 'The next id that is free';
    return [{ kind: 'id', label: id, detail, range: typed(word.length), newText: id }];
  }
  if (word === '') return [];
  return written
    .filter(({ id }) => id.startsWith(word) && id !== word)
    .map(({ id, name }) => ({ kind: 'id', label: id, detail: name, range: typed(word.length), newText: id }));
}
