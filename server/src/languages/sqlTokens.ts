/** A piece of SQL that is neither white space nor comment. Offsets count from 0. */
export interface SqlToken {
  /** `quoted` is a name in quotes, `string` a text, a dollar-quoted body included. */
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'punctuation';
  /** Words in lower case, quoted names without quotes, everything else as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const space = /\s+/y;
const lineComment = /--[^\r\n]*/y;
const word = /[\p{L}_](?:[\p{L}\p{N}_]|\$(?!\$))*/uy;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const bracketed = /\[[\p{L}_][\p{L}\p{N}_ $]*\]/uy;
const mysql = /`|\bENGINE\s?=|\bAUTO_INCREMENT\b|^DELIMITER\b/im;

/**
 * Cuts SQL of any vendor into tokens, one at a time and in linear time. Never fails: what never ends, ends with
 * the text.
 */
export class SqlTokens {
  readonly #text: string;
  /** MySQL lets a backslash escape a quotation mark; to the others it is a character like any. */
  readonly #backslashes: boolean;
  #nestedComments = true;
  /** Tags of dollar quotes that are known to have no end, so that nobody looks for it twice. */
  readonly #endless = new Set<string>();
  at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#backslashes = mysql.test(text);
  }

  /** The next token, or undefined at the end. `delimiter` is never taken for a dollar quote. */
  next(delimiter: string): SqlToken | undefined {
    this.#skip();
    const start = this.at;
    if (start >= this.#text.length) return undefined;
    const kind = this.#take(delimiter);
    const raw = this.#text.slice(start, this.at);
    return { kind, value: read(kind, raw), start, end: this.at };
  }

  /** Goes to the end of the line, and gives what stood there. */
  restOfLine(): string {
    const rest = /[^\r\n]*/y;
    rest.lastIndex = this.at;
    const found = rest.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  #take(delimiter: string): SqlToken['kind'] {
    const first = this.#text[this.at] as string;
    if (first === "'") return this.#quoted("'", this.#backslashes, 'string');
    if (first === '"' || first === '`') return this.#quoted(first, false, 'quoted');
    if ((first === 'E' || first === 'e') && this.#text[this.at + 1] === "'") {
      this.at += 1;
      return this.#quoted("'", true, 'string');
    }
    if (first === '$' && !this.#text.startsWith(delimiter, this.at) && this.#dollarQuoted()) return 'string';
    if (first === '[' && !/[\w\])"]/.test(this.#text[this.at - 1] ?? '') && this.#matches(bracketed))
      return 'quoted';
    if (this.#matches(word)) return 'word';
    if (this.#matches(number)) return 'number';
    this.at += this.#text.startsWith(delimiter, this.at) ? delimiter.length : 1;
    return 'punctuation';
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at += found[0].length;
    return found !== null;
  }

  #quoted(mark: string, backslashes: boolean, kind: SqlToken['kind']): SqlToken['kind'] {
    const text = this.#text;
    for (let index = this.at + 1; index < text.length; index++) {
      if (backslashes && text[index] === '\\') index++;
      else if (text[index] === mark && text[index + 1] === mark) index++;
      else if (text[index] === mark) {
        this.at = index + 1;
        return kind;
      }
    }
    this.at = text.length;
    return kind;
  }

  /** `$$ … $$`, `$body$ … $body$`: what stands between is a text, whatever it looks like. */
  #dollarQuoted(): boolean {
    dollarTag.lastIndex = this.at;
    const tag = dollarTag.exec(this.#text)?.[0];
    if (!tag || this.#endless.has(tag)) return false;
    const end = this.#text.indexOf(tag, this.at + tag.length);
    if (end < 0) this.#endless.add(tag);
    else this.at = end + tag.length;
    return end >= 0;
  }

  #skip(): void {
    for (;;) {
      const before = this.at;
      this.#matches(space);
      if (this.#text.startsWith('--', this.at)) this.#matches(lineComment);
      else if (this.#text.startsWith('/*', this.at)) this.at = this.#endOfComment();
      else if (this.#text[this.at] === '#' && this.#isHashComment()) this.restOfLine();
      if (this.at === before) return;
    }
  }

  /** MySQL's comment; `#>` and `#-` are operators of Postgres. */
  #isHashComment(): boolean {
    return (
      this.#backslashes || (!/[>-]/.test(this.#text[this.at + 1] ?? '') && beginsLine(this.#text, this.at))
    );
  }

  /** Comments nest in Postgres only. Where one that nests would never end, none in this file does. */
  #endOfComment(): number {
    const text = this.#text;
    const first = text.indexOf('*/', this.at + 2);
    if (first < 0) return text.length;
    let depth = this.#nestedComments ? 0 : -1;
    const edge = /\/\*|\*\//g;
    edge.lastIndex = this.at;
    for (let match = depth < 0 ? null : edge.exec(text); match; match = edge.exec(text)) {
      depth += match[0] === '/*' ? 1 : -1;
      if (depth === 0) return edge.lastIndex;
    }
    this.#nestedComments = false;
    return first + 2;
  }
}

function read(kind: SqlToken['kind'], raw: string): string {
  if (kind === 'word') return raw.toLowerCase();
  if (kind !== 'quoted') return raw;
  const mark = raw[0] as string;
  const inner = raw.slice(1, raw.endsWith(mark === '[' ? ']' : mark) && raw.length > 1 ? -1 : undefined);
  return mark === '[' ? inner : inner.replaceAll(mark + mark, mark);
}

/** Whether nothing but blanks stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
