import type { Priority } from '../model/index.ts';
import type { EditResult } from './editResult.ts';
import { setEffort } from './setEffort.ts';
import { setOwner } from './setOwner.ts';
import { setPriority } from './setPriority.ts';

/** A value of a blocker that a person sets. */
export type BlockerValue =
  | { readonly what: 'priority'; readonly value: Priority }
  | { readonly what: 'owner' | 'effort'; readonly value: string };

/** The edits that write a value of a blocker down. `today` is YYYY-MM-DD. */
export function setValue(text: string, blocker: string, set: BlockerValue, today: string): EditResult {
  switch (set.what) {
    case 'priority':
      return setPriority(text, blocker, set.value, today);
    case 'owner':
      return setOwner(text, blocker, set.value);
    case 'effort':
      return setEffort(text, blocker, set.value);
  }
}
