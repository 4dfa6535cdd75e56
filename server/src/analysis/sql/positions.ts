import type * as tsMorph from 'ts-morph';
import type { Piece } from './pieces.ts';

/**
 * Where in an SQL statement a value is put: where SQL expects a value (`value`), inside a name (`name`), anywhere
 * else in its grammar (`clause`), or behind the sign of a parameter (`parameter`).
 */
export type Position = 'value' | 'name' | 'clause' | 'parameter';

/** An SQL literal in quotes, some of whose text the program puts in. */
export interface QuotedLiteral {
  readonly mark: "'" | '"';
  /** Offsets in the file of its two quotes, where they stand there as they are. */
  open: number | undefined;
  close: number | undefined;
  /** Whether something stands right before it that changes its meaning: `E'…'`, `INTERVAL '…'`. */
  readonly prefixed: boolean;
  readonly parts: (string | tsMorph.ts.Expression)[];
}

/** A value that is put into SQL, and where. */
export interface Hole {
  readonly node: tsMorph.ts.Expression;
  readonly position: Position;
  readonly literal: QuotedLiteral | undefined;
  /** The word or sign before it, or before its literal; in capitals. */
  readonly before: string;
  /** Whether it stands in the parentheses of `IN (…)`. */
  readonly inList: boolean;
  /** How many `?` stand before it. */
  readonly questionMarks: number;
}

interface Parenthesis {
  readonly word: string;
  /** Whether values stand in it: `IN (`, `VALUES (`, `= lower(`. */
  readonly values: boolean;
}

type Inside = "'" | '"' | '`' | '--' | '/*' | '$$';

interface State {
  inside: Inside | undefined;
  literal: QuotedLiteral | undefined;
  /** The last word or sign, and the one before it; in capitals. */
  before: string;
  earlier: string;
  /** The character right before. */
  last: string;
  between: boolean;
  parentheses: Parenthesis[];
  /** The parenthesis that was closed last: `VALUES (1), (`. */
  closed: Parenthesis | undefined;
  questionMarks: number;
}

const beginning = (): State => ({
  inside: undefined,
  literal: undefined,
  before: '',
  earlier: '',
  last: '',
  between: false,
  parentheses: [],
  closed: undefined,
  questionMarks: 0,
});

/** What may be found about a whole text. */
export interface SqlReading {
  readonly holes: readonly Hole[];
  readonly questionMarks: number;
}

/** Reads SQL as far as is needed to tell what stands where. Linear in the text's length. */
export function readSql(pieces: readonly Piece[]): SqlReading {
  const holes: Hole[] = [];
  const end = readPieces(pieces, beginning(), holes);
  return { holes, questionMarks: end.questionMarks };
}

function readPieces(pieces: readonly Piece[], given: State, holes: Hole[]): State {
  let state = given;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'restart') state = beginning();
    else if (piece.kind === 'text') readText(piece.text, piece.start, state);
    else if (piece.kind === 'choice') {
      const ends = piece.options.map((option) => readPieces(option, copyOf(state), holes));
      state = ends[0] ?? state;
    } else {
      const next = pieces[index + 1];
      holes.push(holeAt(piece.node, state, next?.kind === 'text' ? next.text.charAt(0) : ''));
      step(state, 'x');
      state.last = '';
    }
  }
  return state;
}

const copyOf = (state: State): State => ({ ...state, parentheses: [...state.parentheses] });

function holeAt(node: tsMorph.ts.Expression, state: State, next: string): Hole {
  const { literal, before, questionMarks } = state;
  literal?.parts.push(node);
  const inList = state.parentheses.at(-1)?.word === 'IN';
  return { node, position: positionOf(state, next), literal, before, inList, questionMarks };
}

function positionOf(state: State, next: string): Position {
  if (state.inside === "'") return 'value';
  if (state.inside === '"') return expectsValue(state) ? 'value' : 'name';
  if (state.inside !== undefined) return state.inside === '`' ? 'name' : 'clause';
  if (/[$:@?]/.test(state.last) && state.last !== '') return 'parameter';
  if (/[\w.]/.test(state.last) || /[\w.(]/.test(next)) return 'name';
  return expectsValue(state) ? 'value' : 'clause';
}

const comparing = /^(?:[=<>]=?|<>|!=|==|<=>|!?~\*?|LIKE|ILIKE|REGEXP|RLIKE|GLOB|BETWEEN|\|\||[+-])$/;

function expectsValue({ before, parentheses }: State): boolean {
  if (comparing.test(before)) return true;
  return (before === '(' || before === ',') && (parentheses.at(-1)?.values ?? false);
}

function readText(text: string, start: number | undefined, state: State): void {
  for (let at = 0; at < text.length; ) {
    const from = at;
    at = state.inside === undefined ? readCode(text, at, start, state) : readInside(text, at, start, state);
    state.last = text.charAt(at - 1);
    if (at <= from) return;
  }
}

const offset = (start: number | undefined, at: number): number | undefined =>
  start === undefined ? undefined : start + at;

/** Reads one word, sign or opening outside quotes and comments; gives where the next begins. */
function readCode(text: string, at: number, start: number | undefined, state: State): number {
  const char = text.charAt(at);
  const two = text.slice(at, at + 2);
  if (/\s/.test(char)) return at + 1;
  if (two === '--' || two === '/*' || two === '$$') {
    state.inside = two;
    return at + 2;
  }
  if (char === "'" || char === '"' || char === '`') {
    state.inside = char;
    const glued = at > 0 ? /\w/.test(text.charAt(at - 1)) : /\w/.test(state.last);
    const prefixed = glued || /^(?:INTERVAL|DATE|TIME|TIMESTAMP|TIMESTAMPTZ|ZONE)$/.test(state.before);
    state.literal =
      char === '`'
        ? undefined
        : { mark: char, open: offset(start, at), close: undefined, prefixed, parts: [] };
    return at + 1;
  }
  if (/[\w$]/.test(char)) {
    let end = at + 1;
    while (end < text.length && /[\w$]/.test(text.charAt(end))) end++;
    step(state, text.slice(at, end).toUpperCase());
    return end;
  }
  if (char === '?') state.questionMarks++;
  if (char === '(') open(state);
  else if (char === ')') {
    state.closed = state.parentheses.pop();
    step(state, ')');
  } else {
    const operator =
      /^(?:<=>|<>|<=|>=|!=|==|\|\||!~\*|!~|~\*|->>|->|::)/.exec(text.slice(at, at + 3))?.[0] ?? char;
    step(state, operator);
    return at + operator.length;
  }
  return at + 1;
}

function open(state: State): void {
  const { before, earlier, closed } = state;
  const again = before === ',' && closed?.word === 'VALUES' && state.parentheses.length === 0;
  const word = again ? 'VALUES' : before;
  const isFunction = /^[A-Z_]\w*$/.test(before) && (comparing.test(earlier) || inValues(earlier, state));
  const values = /^(?:IN|VALUES|VALUE)$/.test(word) || comparing.test(before) || isFunction;
  state.parentheses.push({ word, values });
  step(state, '(');
}

const inValues = (earlier: string, { parentheses }: State): boolean =>
  (earlier === ',' || earlier === '(') && (parentheses.at(-1)?.values ?? false);

function step(state: State, token: string): void {
  if (state.inside !== undefined) return;
  if (token === 'BETWEEN') state.between = true;
  const second = token === 'AND' && state.between;
  if (second) state.between = false;
  state.earlier = state.before;
  state.before = second ? 'BETWEEN' : token;
}

/** Reads one character inside quotes or a comment. */
function readInside(text: string, at: number, start: number | undefined, state: State): number {
  const { inside, literal } = state;
  const char = text.charAt(at);
  if (inside === '--') {
    if (char === '\n') state.inside = undefined;
    return at + 1;
  }
  if (inside === '/*' || inside === '$$') {
    const ends = text.startsWith(inside === '/*' ? '*/' : '$$', at);
    if (ends) state.inside = undefined;
    return at + (ends ? 2 : 1);
  }
  const escaped = char === '\\' || (char === inside && text.charAt(at + 1) === inside);
  if (!escaped && char === inside) {
    if (literal) literal.close = offset(start, at);
    state.inside = undefined;
    state.literal = undefined;
    if (inside !== '`') step(state, inside === "'" ? "''" : '""');
    return at + 1;
  }
  const end = at + (escaped ? 2 : 1);
  literal?.parts.push(text.slice(at, end));
  return end;
}
