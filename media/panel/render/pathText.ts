import { html, type TemplateResult } from 'lit';
import { markedText } from './markedText.ts';

/** A path that is cut in its middle where it is too long: the file's name and line are what one looks for. */
export function pathText(path: string, words: readonly string[]): TemplateResult {
  const cut = path.lastIndexOf('/', path.length - 2) + 1;
  const head = markedText(path.slice(0, cut), words);
  return html`<span class="path"
    ><span class="head">${head}</span><span class="tail">${markedText(path.slice(cut), words)}</span></span
  >`;
}
