import type { Span } from '../span.ts';
import type { MarkdownNode, NodeType } from './node.ts';

/** A node while it is read. */
interface Piece {
  type: NodeType;
  start: number;
  end: number;
  content: Span;
  children: Piece[];
  value?: string;
  url?: string;
  /** Of a run of `*`, `_` or `~` that may yet become emphasis. */
  run?: Run;
  /** Of a bracket that may yet become a link. */
  bracket?: { image: boolean; active: boolean };
}

interface Run {
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** How long it was when it was read. */
  readonly length: number;
}

/** Text beyond this is left as it stands; no paragraph that a person writes is as long. */
const longest = 8_000;
const special = /[\\`*_~[\]!<&\n]/g;
const tags =
  /<(?:!--[\s\S]*?-->|\/[A-Za-z][A-Za-z0-9-]*\s*>|[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)/y;
const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>/y;
const target =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*\)/y;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: '\u00a0',
};
const entity = /&([A-Za-z]+|#39);/y;
const punctuation = /[\p{P}\p{S}]/u;

const at = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

const piece = (type: NodeType, start: number, end: number, value?: string): Piece => ({
  type,
  start,
  end,
  content: { start, end },
  children: [],
  ...(value !== undefined && { value }),
});

/** Whether a run of marks can open and close emphasis, after CommonMark's rule of flanking. */
function runAt(text: string, start: number, end: number, span: Span): Run {
  const mark = text.charAt(start);
  const before = start > span.start ? text.charAt(start - 1) : ' ';
  const behind = end < span.end ? text.charAt(end) : ' ';
  const spaceBefore = /\s/.test(before);
  const spaceBehind = /\s/.test(behind);
  const markBefore = punctuation.test(before);
  const markBehind = punctuation.test(behind);
  const left = !spaceBehind && (!markBehind || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceBehind || markBehind);
  const inWord = mark === '_';
  return {
    mark,
    opens: left && (!inWord || !right || markBefore),
    closes: right && (!inWord || !left || markBehind),
    length: end - start,
  };
}

/**
 * Reads what stands inside a block's text: emphasis, code, links, escapes.
 * @param quoted whether lines after the first start with the marks of a block quote
 * @param inCell whether the text is a table's cell, where code has its pipes escaped
 */
export function parseInline(
  text: string,
  span: Span,
  quoted: boolean,
  inCell: boolean,
): readonly MarkdownNode[] {
  const end = Math.min(span.end, span.start + longest);
  const pieces: Piece[] = [];
  let from = span.start;
  let offset = span.start;
  const flush = (to: number): void => {
    if (to > from) pieces.push(piece('text', from, to, text.slice(from, to)));
  };
  const add = (node: Piece): void => {
    flush(node.start);
    pieces.push(node);
    from = node.end;
    offset = node.end;
  };

  for (;;) {
    special.lastIndex = offset;
    const found = special.exec(text);
    if (!found || found.index >= end) break;
    offset = found.index;
    switch (found[0]) {
      case '\\': {
        const next = text.charAt(offset + 1);
        if (next === '\n') add(piece('break', offset, offset + 1));
        else if (offset + 1 < end && /[!-/:-@[-`{-~]/.test(next))
          add(piece('text', offset, offset + 2, next));
        else offset += 1;
        break;
      }
      case '`': {
        const length = runLength(text, offset, '`', end);
        const close = closingTicks(text, offset + length, length, end);
        if (close < 0) offset += length;
        else add(codeAt(text, offset, length, close, inCell));
        break;
      }
      case '*':
      case '_':
      case '~': {
        const length = runLength(text, offset, found[0], end);
        const run = runAt(text, offset, offset + length, { start: span.start, end });
        if ((found[0] === '~' && length > 2) || (!run.opens && !run.closes)) offset += length;
        else add({ ...piece('text', offset, offset + length, text.slice(offset, offset + length)), run });
        break;
      }
      case '!':
      case '[': {
        const image = found[0] === '!';
        if (image && text.charAt(offset + 1) !== '[') {
          offset += 1;
          break;
        }
        const length = image ? 2 : 1;
        const bracket = { image, active: true };
        add({ ...piece('text', offset, offset + length, text.slice(offset, offset + length)), bracket });
        break;
      }
      case ']': {
        flush(offset);
        from = offset;
        const after = closeBracket(text, offset, end, pieces);
        if (after > 0) from = after;
        offset = after > 0 ? after : offset + 1;
        break;
      }
      case '<': {
        const link = at(autolink, text, offset);
        const tag = link ?? at(tags, text, offset);
        if (!tag || offset + tag[0].length > end) {
          offset += 1;
          break;
        }
        const node = piece(link ? 'link' : 'inlineHtml', offset, offset + tag[0].length);
        if (link?.[1] !== undefined) {
          node.url = link[1];
          node.children = [piece('text', offset + 1, node.end - 1, link[1])];
        }
        add(node);
        break;
      }
      case '&': {
        const name = at(entity, text, offset);
        const value = name?.[1] === undefined ? undefined : entities[name[1]];
        if (name && value !== undefined) add(piece('text', offset, offset + name[0].length, value));
        else offset += 1;
        break;
      }
      default: {
        const prefix = quoted ? /[ \t]*(?:>[ \t]?)*/y : /[ \t]*/y;
        const length = at(prefix, text, offset + 1)?.[0].length ?? 0;
        add(piece('text', offset, Math.min(offset + 1 + length, end), '\n'));
      }
    }
  }
  flush(end);
  if (span.end > end) pieces.push(piece('text', end, span.end, text.slice(end, span.end)));
  return withEmphasis(pieces);
}

function runLength(text: string, start: number, mark: string, end: number): number {
  let offset = start + 1;
  while (offset < end && text.charAt(offset) === mark) offset += 1;
  return offset - start;
}

/** Where a run of exactly so many back-ticks begins; -1 where there is none. */
function closingTicks(text: string, start: number, length: number, end: number): number {
  let offset = text.indexOf('`', start);
  while (offset >= 0 && offset < end) {
    const found = runLength(text, offset, '`', end);
    if (found === length) return offset;
    offset = text.indexOf('`', offset + found);
  }
  return -1;
}

function codeAt(text: string, start: number, length: number, close: number, inCell: boolean): Piece {
  const inside = text.slice(start + length, close);
  const written = inside.includes('\n')
    ? inside
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    : inside;
  const raw = inCell ? written.replaceAll('\\|', '|') : written;
  const padded = raw.length > 2 && raw.startsWith(' ') && raw.endsWith(' ') && raw.trim() !== '';
  return piece('inlineCode', start, close + length, padded ? raw.slice(1, -1) : raw);
}

/** Makes a link of what stands since the last open bracket; gives where it ends, 0 where it is none. */
function closeBracket(text: string, offset: number, end: number, pieces: Piece[]): number {
  const opener = pieces.findLastIndex(({ bracket }) => bracket !== undefined);
  const open = pieces[opener];
  if (!open?.bracket) return 0;
  const { image, active } = open.bracket;
  const link = active && text.charAt(offset + 1) === '(' ? at(target, text, offset + 1) : null;
  if (!link || offset + 1 + link[0].length > end) {
    delete open.bracket;
    return 0;
  }
  const node = piece(image ? 'image' : 'link', open.start, offset + 1 + link[0].length);
  node.url = (link[1] ?? link[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const inside = pieces.splice(opener);
  node.children = withEmphasis(inside.slice(1));
  node.content = { start: open.end, end: offset };
  pieces.push(node);
  if (!image) {
    for (const { bracket } of pieces) if (bracket && !bracket.image) bracket.active = false;
  }
  return node.end;
}

/** Pairs the runs of marks, inner ones first, and puts what stands between them into a node. */
function withEmphasis(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  /** Places in `out` of runs that may open; below `floor`, none fits a closer of that kind. */
  const openers: number[] = [];
  const floor = new Map<string, number>();
  for (const current of pieces) {
    if (!current.run) {
      out.push(current);
      continue;
    }
    const { run } = current;
    let rest: Piece | undefined = current;
    while (run.closes && rest) {
      const kind = `${run.mark}${run.opens}${run.length % 3}`;
      const found = openerOf(out, openers, run, rest, floor.get(kind) ?? 0);
      if (found < 0) {
        floor.set(kind, openers.length);
        break;
      }
      rest = joined(out, openers, found, rest);
      for (const [key, value] of floor) floor.set(key, Math.min(value, openers.length));
    }
    if (!rest) continue;
    if (run.opens) openers.push(out.length);
    out.push(rest);
  }
  return out;
}

const width = ({ start, end }: Span): number => end - start;

/** The place among `openers` of the run that a closing one ends; -1 where there is none. */
function openerOf(
  out: readonly Piece[],
  openers: readonly number[],
  run: Run,
  closer: Piece,
  floor: number,
): number {
  for (let index = openers.length - 1; index >= floor; index -= 1) {
    const open = out[openers[index] ?? 0];
    if (!open?.run || open.run.mark !== run.mark) continue;
    if (run.mark === '~' && width(open) !== width(closer)) continue;
    const both = (open.run.closes || run.opens) && (open.run.length + run.length) % 3 === 0;
    if (both && (open.run.length % 3 !== 0 || run.length % 3 !== 0) && run.mark !== '~') continue;
    return index;
  }
  return -1;
}

/** Joins an opening run with a closing one; gives what is left of the closing one. */
function joined(out: Piece[], openers: number[], index: number, closer: Piece): Piece | undefined {
  const place = openers[index] ?? 0;
  const open = out[place] as Piece;
  const mark = closer.run?.mark;
  const length = mark === '~' ? width(open) : width(open) >= 2 && width(closer) >= 2 ? 2 : 1;
  const inside = out.splice(place + 1);
  const node = piece(
    mark === '~' ? 'delete' : length === 2 ? 'strong' : 'emphasis',
    open.end - length,
    closer.start + length,
  );
  node.content = { start: open.end, end: closer.start };
  node.children = inside;
  openers.length = index + 1;
  if (width(open) === length) {
    out.pop();
    openers.pop();
  } else {
    open.end -= length;
    open.value = open.value?.slice(length) ?? '';
  }
  out.push(node);
  if (width(closer) === length) return undefined;
  return { ...closer, start: closer.start + length, value: closer.value?.slice(length) ?? '' };
}
