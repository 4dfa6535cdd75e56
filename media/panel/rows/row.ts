import type { Item } from './item.ts';

/** One line of the panel, with all that the tree pattern wants to know of its place in the tree. */
export interface Row {
  readonly key: string;
  readonly item: Item;
  /** From 1. */
  readonly level: number;
  /** How many rows share its parent, itself included. */
  readonly setSize: number;
  /** Its place among them, from 1. */
  readonly posInSet: number;
  /** Absent where nothing can be opened. */
  readonly expanded?: boolean;
  /** Index of the row above it in the tree, -1 at the top. */
  readonly parent: number;
}
