import { LineIndex } from '../../../languages/lineIndex.ts';
import type { Range } from '../../../model/index.ts';
import type { ReadinessPlan } from '../../../model/readinessPlan.ts';
import type { DocumentSyntax } from '../../documentSyntax.ts';
import type { Problem } from '../check.ts';

/** Looks for one way in which a plan contradicts itself. */
export type PlanCheck = (plan: ReadinessPlan, places: Places, syntax: DocumentSyntax) => readonly Problem[];

/** Finds the words in a document that a part of its plan was read from. */
export class Places {
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  /** The first match in a range; the whole range where there is none. */
  narrow(range: Range, pattern: RegExp): { readonly range: Range; readonly match: RegExpExecArray | null } {
    const start = this.#lines.offsetAt(range.start);
    const match = pattern.exec(this.#text.slice(start, this.#lines.offsetAt(range.end)));
    if (!match) return { range, match };
    const from = start + match.index;
    return { range: this.#lines.rangeOf(from, from + match[0].length), match };
  }

  /** A text's place in a range. */
  find(range: Range, words: string): Range {
    return this.narrow(range, new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).range;
  }
}

/** Words that tell what something is about, in one form for singular and plural. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(
    words.map((word) => word.replace(/(?<=\p{L}{3})s$/u, '')).filter((word) => !filler.has(word)),
  );
}

const filler: ReadonlySet<string> = new Set(
  'the and for with from not non are was has have its this that issue problem blocker temporarily again all any'.split(
    ' ',
  ),
);
