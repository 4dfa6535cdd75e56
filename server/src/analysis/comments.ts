import { type ScriptFile, type ScriptNode, ts } from '../languages/script.ts';

/** A comment in a script. Offsets count from 0; `end` is behind its last character, the line's end excluded. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly kind: 'line' | 'block';
}

const known = new WeakMap<ScriptFile, readonly Comment[]>();

/**
 * All comments of a script, in their order; found once per file. What looks like one inside a string, template,
 * regular expression or the text of a JSX element is none.
 */
export function commentsIn(script: ScriptFile): readonly Comment[] {
  let comments = known.get(script);
  if (!comments) {
    comments = findComments(script);
    known.set(script, comments);
  }
  return comments;
}

function findComments(script: ScriptFile): Comment[] {
  const { text } = script;
  const literals = literalsIn(script);
  const comments: Comment[] = [];
  let next = 0;
  let at = text.startsWith('#!') ? lineEnd(text, 0) : 0;
  for (;;) {
    at = text.indexOf('/', at);
    if (at < 0 || at === text.length - 1) return comments;
    while (next < literals.length && (literals[next] as Span).end <= at) next++;
    const literal = literals[next];
    const following = text[at + 1];
    if (literal && literal.start <= at) at = literal.end;
    else if (following === '/') {
      const end = lineEnd(text, at);
      comments.push({ start: at, end, kind: 'line' });
      at = end;
    } else if (following === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? text.length : close + 2;
      comments.push({ start: at, end, kind: 'block' });
      at = end;
    } else at++;
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return at;
  }
  return text.length;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where slashes mean something else, in the order of their places. */
function literalsIn(script: ScriptFile): Span[] {
  const spans: Span[] = [];
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    // A JSX text has no trivia before it: all of it is shown.
    if (ts.isJsxText(node)) spans.push({ start: node.pos, end: node.end });
    else if (
      ts.isStringLiteral(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      spans.push({ start: node.getStart(script), end: node.end });
    } else ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return spans.sort((a, b) => a.start - b.start);
}
