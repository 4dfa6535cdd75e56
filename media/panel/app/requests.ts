import type { PanelRequest } from '../../../server/src/protocol/panel.ts';
import type { Item } from '../rows/item.ts';
import { placeOf } from '../rows/placeOf.ts';
import { canTick, isDoneStep } from '../words/steps.ts';

/** Opens what a row stands for, where it stands for a place. */
export function openRequest(item: Item, toSide: boolean, preserveFocus: boolean): PanelRequest | undefined {
  const place = placeOf(item);
  return place && { type: 'open', ...place, toSide, preserveFocus };
}

/** Asks for another status of a blocker. */
export function statusRequest(item: Item): PanelRequest | undefined {
  if (item.kind !== 'blocker') return undefined;
  const { document, blocker } = item;
  return { type: 'setStatus', document: document.uri, blocker: blocker.id, current: blocker.status };
}

/** Turns a step's tick, unless only the code can. */
export function tickRequest(item: Item): PanelRequest | undefined {
  if (item.kind !== 'step' || !canTick(item.step)) return undefined;
  const { document, blocker, index, step } = item;
  return {
    type: 'tickStep',
    document: document.uri,
    blocker: blocker.id,
    step: index,
    done: !isDoneStep(step),
  };
}
