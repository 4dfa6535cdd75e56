import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { clientInput } from '../../../analysis/http/clientInput.ts';
import { holdsClientInput } from '../../../analysis/http/heldInput.ts';
import { isHarmless } from '../../../analysis/sql/harmless.ts';
import { injectionAt, isChecked } from '../../../analysis/sql/injection.ts';
import { type Piece, piecesOf } from '../../../analysis/sql/pieces.ts';
import { type Hole, readSql } from '../../../analysis/sql/positions.ts';
import { isStatement, sampleOf } from '../../../analysis/sql/statement.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';
import type { RawSql } from './sinks.ts';

export interface Danger {
  readonly node: tsMorph.ts.Expression;
  readonly confidence: Confidence;
  /** All values of the text, dangerous or not, with their places. */
  readonly holes: readonly Hole[];
}

/** A comparison, or another form that only SQL has. */
const condition = /[\w"`\])]\s*(?:=|<|>|!=|<>)\s*|\b(?:LIKE|ILIKE|IN|BETWEEN|IS|AND|OR|NOT|CASE|INTERVAL)\b/i;
const filterLanguage = /\.(?:eq|neq|gt|gte|lt|lte|like|ilike|is|in|cs|cd|fts|plfts|wfts|ov|not)\./;
/** `(1,2)` and `{a,b}`, the lists of that language. */
const beginsAsList = ([first]: readonly Piece[]): boolean =>
  first?.kind === 'text' && /^[({]/.test(first.text);
/** What ends an ALTER TABLE of MySQL, which takes no parameters. */
const tableOption = /,\s?(?:algorithm|lock)\s?=\s?(?:\w+\s?)?$/i;
/** What people type. */
const typed = /^(?:q|query|search\w*|term|keywords?|filter|input|text|needle)$/i;

/** The value that makes a raw text dangerous; undefined where none does, or where another rule reports it. */
export function dangerIn({ argument, kind }: RawSql): Danger | undefined {
  const node = plain(argument) as tsMorph.ts.Expression;
  if (ts.isStringLiteralLike(node) || ts.isTaggedTemplateExpression(node)) return undefined;
  const pieces = piecesOf(node);
  const made = pieces.some(({ kind: each }) => each !== 'hole');
  if (!made) return wholeText(node, kind);
  const sample = sampleOf(pieces);
  const { holes } = readSql(pieces);
  if (
    kind === 'fragment' &&
    tableOption.test(sample) &&
    !holes.some(({ node: each }) => holdsClientInput(each))
  )
    return undefined;
  if (kind === 'filter')
    return filterLanguage.test(sample) || beginsAsList(pieces) ? inFilter(pieces, holes) : undefined;
  // Complete statements are no-sql-string-concat's, but for those of Prisma.
  if (kind !== 'statement' && isStatement(sample)) return undefined;
  if (kind === 'condition' && !condition.test(sample) && !/^\w*\.?\s+x\b/.test(sample)) return undefined;
  for (const hole of holes) {
    const confidence = kind === 'statement' ? inStatement(hole, sample) : inFragment(hole, sample, kind);
    if (confidence) return { node: hole.node, confidence, holes };
  }
  return undefined;
}

/** The whole text is a value: what was sent, or, of what says "unsafe", what nobody can see. */
function wholeText(node: tsMorph.ts.Expression, kind: RawSql['kind']): Danger | undefined {
  if (kind === 'condition' || kind === 'filter') return undefined;
  if (clientInput(node)) return isChecked(node) ? undefined : { node, confidence: 'high', holes: [] };
  if (kind !== 'statement' || !ts.isIdentifier(node) || isHarmless(node)) return undefined;
  const held = heldBy(node);
  const isParameter = held !== undefined && ts.isParameter(held.declaration);
  return isParameter ? { node, confidence: 'medium', holes: [] } : undefined;
}

function inStatement(hole: Hole, sample: string): Confidence | undefined {
  const confidence = injectionAt(hole, sample);
  if (confidence || hole.position === 'value' || hole.position === 'parameter') return confidence;
  if (isHarmless(hole.node) || isChecked(hole.node) || ts.isCallExpression(plain(hole.node)))
    return undefined;
  const held = ts.isIdentifier(hole.node) ? heldBy(hole.node) : undefined;
  return held && ts.isParameter(held.declaration) ? 'medium' : undefined;
}

function inFragment(hole: Hole, sample: string, kind: RawSql['kind']): Confidence | undefined {
  const confidence = injectionAt(hole, sample);
  if (confidence || kind === 'condition' || hole.position === 'parameter') return confidence;
  if (isHarmless(hole.node) || isChecked(hole.node)) return undefined;
  return holdsClientInput(hole.node) ? 'high' : undefined;
}

function inFilter(pieces: readonly Piece[], holes: readonly Hole[]): Danger | undefined {
  for (const piece of pieces) {
    if (piece.kind !== 'hole') continue;
    const { node } = piece;
    if (isHarmless(node) || isChecked(node)) continue;
    const sent = holdsClientInput(node) !== undefined;
    const name = ts.isIdentifier(node) ? node.text : '';
    if (sent || typed.test(name)) return { node, confidence: sent ? 'high' : 'medium', holes };
  }
  return undefined;
}
