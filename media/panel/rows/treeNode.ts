import type { Item } from './item.ts';

/** The tree before it is laid flat: everything there is, whether open or not. */
export interface TreeNode {
  /** Stays the same while the thing itself does, wherever it moves. */
  readonly key: string;
  readonly item: Item;
  readonly children: readonly TreeNode[];
  /** Whether it is open until a person says otherwise. */
  readonly open: boolean;
}

export const leaf = (key: string, item: Item): TreeNode => ({ key, item, children: [], open: false });
