import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';

/** An attribute as the browser reads it: its name in lower case, entities in its value decoded. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  /** Where name and value stand, quotes included. Offsets count from 0. */
  readonly start: number;
  readonly end: number;
}

/** An opening tag. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly start: number;
  readonly end: number;
}

/** HTML as rules see it: its tags in their order, and the programs that stand between them. */
export interface HtmlFile {
  readonly tags: readonly HtmlTag[];
  /**
   * The programs in its `<script>`s, everything else blank, so that offsets stay what they are; undefined where
   * there is none.
   */
  readonly program: string | undefined;
  /** Whether an offset lies in one of these programs. */
  isInProgram(offset: number): boolean;
}

/** Elements whose content is text up to their closing tag, and how the tokenizer is told. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** Types of scripts that browsers run; others hold data and templates. */
const programs = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** Reads HTML by its tokens: what is not well formed is read as browsers do. Never fails. */
export function readHtml(text: string): HtmlFile {
  const tags: HtmlTag[] = [];
  const spans: { readonly start: number; end: number }[] = [];
  let open: (typeof spans)[number] | undefined;
  const close = (end: number) => {
    if (open) open.end = end;
    open = undefined;
  };
  const nothing = () => {};
  const handler: TokenHandler = {
    onStartTag: (token) => {
      const tag = tagOf(token);
      tags.push(tag);
      const mode = modes[token.tagName];
      if (mode === undefined) return;
      tokenizer.state = mode;
      if (token.tagName !== 'script' || !isProgram(tag)) return;
      open = { start: tag.end, end: text.length };
      spans.push(open);
    },
    onEndTag: (token) => close(token.location?.startOffset ?? text.length),
    onEof: () => close(text.length),
    onComment: nothing,
    onDoctype: nothing,
    onCharacter: nothing,
    onNullCharacter: nothing,
    onWhitespaceCharacter: nothing,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(text, true);
  return {
    tags,
    program: spans.some(({ start, end }) => end > start) ? programIn(text, spans) : undefined,
    isInProgram: (offset) => spans.some(({ start, end }) => start <= offset && offset < end),
  };
}

function tagOf({ tagName, attrs, location }: Token.TagToken): HtmlTag {
  return {
    name: tagName,
    start: location?.startOffset ?? 0,
    end: location?.endOffset ?? 0,
    attributes: attrs.map(({ name, value }) => {
      const place = location?.attrs?.[name];
      return { name, value, start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 };
    }),
  };
}

const isProgram = ({ attributes }: HtmlTag): boolean =>
  !attributes.some(({ name }) => name === 'src') &&
  programs.test(attributes.find(({ name }) => name === 'type')?.value.trim() ?? '');

/** One program after the other, a semicolon where the next tag begins, so that none runs into the next. */
function programIn(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let program = '';
  for (const { start, end } of spans) {
    program += blank(text.slice(program.length, start)) + text.slice(start, end);
    if (end < text.length) program += ';';
  }
  return program + blank(text.slice(program.length));
}

const blank = (text: string): string => text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
