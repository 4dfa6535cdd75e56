import type { SqlToken } from '../../languages/sqlTokens.ts';

const end: SqlToken = { kind: 'punctuation', value: '', start: 0, end: 0 };

/** Goes through the tokens of a statement, or of a part of one. */
export class SqlReader {
  readonly tokens: readonly SqlToken[];
  at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.tokens = tokens;
  }

  /** What comes next; an empty token at the end. */
  get next(): SqlToken {
    return this.tokens[this.at] ?? end;
  }

  /** Whether the next tokens read so; a name in quotes is no keyword. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, index) => {
      const token = this.tokens[this.at + index];
      return token?.value === word && token.kind !== 'quoted' && token.kind !== 'string';
    });
  }

  /** Goes past these words, if they come next. */
  take(...words: readonly string[]): boolean {
    const seen = this.sees(...words);
    if (seen) this.at += words.length;
    return seen;
  }

  /** Goes past all of these words that come next, in any order; gives those that did. */
  takeAny(words: ReadonlySet<string>): readonly string[] {
    const taken: string[] = [];
    for (; this.next.kind === 'word' && words.has(this.next.value); this.at++) taken.push(this.next.value);
    return taken;
  }

  /** A name with its schema, where that is not the default one, in lower case; '' where none comes next. */
  name(): string {
    if (!isName(this.next)) return '';
    const parts = [this.next.value];
    this.at++;
    while (this.sees('.') && this.tokens[this.at + 1]) {
      parts.push((this.tokens[this.at + 1] as SqlToken).value);
      this.at += 2;
    }
    return parts
      .map((part) => part.toLowerCase())
      .filter((part, index) => index > 0 || parts.length === 1 || (part !== 'public' && part !== 'dbo'))
      .join('.');
  }

  /** The names behind each `word`, such as all tables behind `from`. */
  namesBehind(...words: readonly string[]): readonly string[] {
    const names: string[] = [];
    for (const [index, token] of this.tokens.entries()) {
      if (token.kind !== 'word' || !words.includes(token.value)) continue;
      const name = new SqlReader(this.tokens.slice(index + 1, index + 8)).name();
      if (name !== '') names.push(name);
    }
    return names;
  }

  /** What is left, cut at the commas that stand in no parentheses. */
  parts(): readonly (readonly SqlToken[])[] {
    const parts: SqlToken[][] = [[]];
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { value, kind } = this.next;
      const isMark = kind === 'punctuation';
      if (isMark && value === '(') depth++;
      if (isMark && value === ')') depth--;
      if (isMark && value === ',' && depth === 0) parts.push([]);
      else parts.at(-1)?.push(this.next);
    }
    return parts.filter((part) => part.length > 0);
  }

  /** What stands between the parenthesis that comes next and its own end; goes past it. */
  inner(): SqlReader | undefined {
    if (!this.sees('(')) return undefined;
    const start = this.at + 1;
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      if (this.sees('(')) depth++;
      if (this.sees(')') && --depth === 0) break;
    }
    this.at++;
    return new SqlReader(this.tokens.slice(start, this.at - 1));
  }
}

const isName = ({ kind }: SqlToken): boolean => kind === 'word' || kind === 'quoted';
