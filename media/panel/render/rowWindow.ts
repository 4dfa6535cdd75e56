import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';

/** Of every row, in pixels; the style sheet knows it too. */
export const rowHeight = 22;

/** Which rows are drawn: those in sight, a few around them, and the focused one, which assistive tools point at. */
export class RowWindow {
  readonly #scroller: HTMLElement;
  readonly #onChange: () => void;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #count = 0;
  #focused = -1;

  constructor(scroller: HTMLElement, onChange: () => void) {
    this.#scroller = scroller;
    this.#onChange = onChange;
    this.#virtualizer = new Virtualizer(this.#options());
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** @param focused index of the focused row, -1 for none */
  update(count: number, focused: number): void {
    if (count === this.#count && focused === this.#focused) return;
    this.#count = count;
    this.#focused = focused;
    this.#virtualizer.setOptions(this.#options());
  }

  get items(): readonly VirtualItem[] {
    return this.#virtualizer.getVirtualItems();
  }

  /** How many whole rows are in sight, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.#scroller.clientHeight / rowHeight));
  }

  get top(): number {
    return this.#scroller.scrollTop;
  }

  scrollTo(top: number): void {
    this.#scroller.scrollTop = top;
  }

  /** Scrolls as little as it takes; a row far away comes to the middle if so wanted. */
  reveal(index: number, center = false): void {
    const height = this.#scroller.clientHeight;
    const start = index * rowHeight;
    const above = start < this.top;
    if (!above && start + rowHeight <= this.top + height) return;
    if (center) this.scrollTo(start - (height - rowHeight) / 2);
    else this.scrollTo(above ? start : start + rowHeight - height);
  }

  #options() {
    const focused = this.#focused;
    return {
      count: this.#count,
      getScrollElement: () => this.#scroller,
      estimateSize: () => rowHeight,
      overscan: 8,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: this.#onChange,
      rangeExtractor: (range: Range) => withFocused(defaultRangeExtractor(range), focused, range.count),
    };
  }
}

function withFocused(indices: number[], focused: number, count: number): number[] {
  if (focused < 0 || focused >= count || indices.includes(focused)) return indices;
  return [...indices, focused].sort((a, b) => a - b);
}
