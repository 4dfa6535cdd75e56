import type { Row } from '../rows/row.ts';
import { typedTexts } from '../rows/typedTexts.ts';

/** Letters typed within this time belong together, in milliseconds. */
const pause = 700;

/** Finds rows by their first letters, as lists everywhere do. */
export class TypeAhead {
  #typed = '';
  #last = 0;

  /** Whether a space belongs to what is being typed: it does where it leads to a row; else it is a key of its own. */
  takesSpace(rows: readonly Row[], now: number): boolean {
    const typing = this.#typed !== '' && now - this.#last < pause;
    return typing && rows.some((row) => begins(row, `${this.#typed} `));
  }

  /** @returns the index of the next row that begins with what was typed, from the focused one on; -1 if none does */
  find(letter: string, rows: readonly Row[], focused: number, now: number): number {
    const typed = (now - this.#last < pause ? this.#typed : '') + letter.toLowerCase();
    this.#typed = typed;
    this.#last = now;
    const isRepeated = [...typed].every((other) => other === typed[0]);
    const prefix = isRepeated ? typed.slice(0, 1) : typed;
    // A letter typed again goes on to the next row; a longer word may still mean the row it has led to.
    const start = isRepeated ? focused + 1 : focused;
    const order = [...rows.keys()].map((step) => (start + step) % rows.length);
    return order.find((index) => begins(rows[index], prefix)) ?? -1;
  }
}

const begins = (row: Row | undefined, prefix: string): boolean =>
  row !== undefined && typedTexts(row.item).some((text) => text.toLowerCase().startsWith(prefix));
