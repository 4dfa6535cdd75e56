import { commentsIn } from '../../../analysis/comments.ts';
import type { ScriptFile } from '../../../languages/script.ts';

/** One line of a comment, as code. */
export interface CommentLine {
  /** Where the comment mark stands, or for a block comment the line's first character. */
  readonly start: number;
  readonly end: number;
  /** Without the mark and one blank behind it; what stands deeper stays deeper. */
  readonly code: string;
}

/** Comment lines that stand below each other with no code beside or between them. */
export interface CommentRun {
  readonly lines: readonly CommentLine[];
  readonly kind: 'line' | 'block';
  readonly start: number;
  readonly end: number;
}

/** The runs of a file, documentation comments left out. */
export function commentRunsIn(script: ScriptFile): CommentRun[] {
  const { text } = script;
  const runs: { lines: CommentLine[]; kind: 'line' | 'block'; start: number; end: number }[] = [];
  for (const { start, end, kind } of commentsIn(script)) {
    if (!standsAlone(text, start)) continue;
    if (kind === 'block') {
      if (text[start + 2] !== '*') runs.push({ lines: linesOfBlock(text, start, end), kind, start, end });
      continue;
    }
    const line = {
      start,
      end,
      code: text
        .slice(start + 2, end)
        .replace(/^ /, '')
        .trimEnd(),
    };
    const last = runs.at(-1);
    if (last?.kind === 'line' && /^(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(last.end, start))) {
      last.lines.push(line);
      last.end = end;
    } else runs.push({ lines: [line], kind, start, end });
  }
  return runs;
}

/** Whether nothing but white space stands before an offset on its line, and the brace of a comment between elements. */
function standsAlone(text: string, offset: number): boolean {
  let at = offset - 1;
  if (text[at] === '{') at--;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

function linesOfBlock(text: string, start: number, end: number): CommentLine[] {
  const lines: CommentLine[] = [];
  const inner = text.slice(start + 2, text.endsWith('*/', end) ? end - 2 : end);
  let at = start + 2;
  for (const line of inner.split('\n')) {
    lines.push({ start: at, end: at + line.length, code: line.trimEnd() });
    at += line.length + 1;
  }
  return lines;
}
