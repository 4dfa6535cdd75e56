import { html, type TemplateResult } from 'lit';
import { marked } from '../rows/filterWords.ts';

/** A text with the filter's words highlighted. */
export function markedText(text: string, words: readonly string[]): string | TemplateResult[] {
  if (words.length === 0) return text;
  return marked(text, words).map((piece) =>
    piece.hit ? html`<span class="hit">${piece.text}</span>` : html`${piece.text}`,
  );
}
