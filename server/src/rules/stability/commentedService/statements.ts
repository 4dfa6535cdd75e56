import { firstSyntaxError, parseScript, type ScriptNode } from '../../../languages/script.ts';
import { guardDecorator, listedPart, wrappingElement } from './effects.ts';
import type { CommentLine } from './runs.ts';

/** A piece of code in a comment: a statement, or a line that has a meaning inside a list, a class or an element only. */
export interface Piece {
  /** Its lines, from the first to the last, both included. */
  readonly from: number;
  readonly to: number;
  /** Undefined where the line is no statement. */
  readonly node: ScriptNode | undefined;
  readonly line: string;
}

/** Where such a piece can begin; what follows decides. */
const call = String.raw`(?:(?:const|let|var) [\w{}, ]{1,60} = )?(?:await |void |return )?(?:new [\w.]{1,60}|[\w$][\w.$?!]{1,90}) ?\(`;
const opening = new RegExp(
  String.raw`^[ \t]*(?:${call}|@[A-Z]\w{2,30}\(|<[A-Z]\w{3,}|\{ ?provide:|[A-Z]\w{3,60}(?:,|$|\.))`,
);
const openingInLine = new RegExp(`^[ \\t]*//${opening.source.slice(1)}`, 'm');
const openingInBlock = new RegExp(`^(?:[ \\t{]*/\\*)?${opening.source.slice(1)}`, 'm');

/** Whether a text may hold such a comment: asked before anything is parsed. */
export function mayHoldPiece(text: string): boolean {
  if (openingInLine.test(text)) return true;
  for (let at = text.indexOf('/*'); at >= 0; at = text.indexOf('/*', at)) {
    const close = text.indexOf('*/', at + 2);
    const end = close < 0 ? text.length : close;
    if (text[at + 2] !== '*' && openingInBlock.test(text.slice(at, end))) return true;
    at = end + 2;
  }
  return false;
}

/** No statement is looked for over more lines. */
const longest = 30;

/** The outermost pieces of code in a run of comment lines. */
export function* piecesIn(lines: readonly CommentLine[]): Generator<Piece> {
  let outermost = Number.POSITIVE_INFINITY;
  for (let index = 0; index < lines.length; index++) {
    const code = lines[index]?.code ?? '';
    const depth = code.length - code.trimStart().length;
    const isInside = depth > outermost;
    // Only lines of code say how deep the others are: prose may stand anywhere.
    if (/[;{}()[\],]\s*$/.test(code)) outermost = Math.min(outermost, depth);
    if (isInside || !opening.test(code)) continue;
    if (guardDecorator.test(code) || listedPart.test(code) || wrappingElement.test(code)) {
      yield { from: index, to: index, node: undefined, line: code };
      continue;
    }
    const statement = statementFrom(lines, index);
    if (!statement) continue;
    yield { from: index, ...statement, line: code };
    index = statement.to;
  }
}

/** The one statement that begins on a line and ends where its brackets are closed. */
function statementFrom(
  lines: readonly CommentLine[],
  from: number,
): { node: ScriptNode; to: number } | undefined {
  let code = '';
  let open = 0;
  for (let to = from; to < Math.min(from + longest, lines.length); to++) {
    const line = lines[to]?.code ?? '';
    code += `${line}\n`;
    for (const character of line) {
      if ('([{'.includes(character)) open++;
      else if (')]}'.includes(character)) open--;
    }
    if (open > 0) continue;
    const script = parseScript('comment.tsx', code);
    const [node, ...more] = script.statements;
    return node && more.length === 0 && !firstSyntaxError(script) ? { node, to } : undefined;
  }
  return undefined;
}
