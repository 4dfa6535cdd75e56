import type { PanelMenuContext } from '../../../server/src/protocol/panel.ts';
import { isDoneStep } from '../words/steps.ts';
import type { Item } from './item.ts';
import { placeOf } from './placeOf.ts';

/** What a row tells its context menu. Rows without one have no menu. */
export function menuContext(item: Item): PanelMenuContext | undefined {
  const preventDefaultContextMenuItems = true;
  if (item.kind === 'rule') {
    const { folder, rule, priority } = item;
    return { webviewSection: 'rule', preventDefaultContextMenuItems, folder, rule, priority };
  }
  const place = placeOf(item);
  if (!place) return undefined;
  const common = { preventDefaultContextMenuItems, ...place } as const;
  switch (item.kind) {
    case 'blocker':
      return { webviewSection: 'blocker', ...common, ...tracked(item), status: item.blocker.status };
    case 'location':
      return { webviewSection: 'location', ...common, ...tracked(item) };
    case 'step': {
      const { kind: stepKind } = item.step;
      const done = isDoneStep(item.step);
      return { webviewSection: 'step', ...common, ...tracked(item), step: item.index, stepKind, done };
    }
    case 'finding': {
      const { ruleId: rule, fingerprint, blocker } = item.finding;
      return { webviewSection: 'finding', ...common, rule, fingerprint, blocker };
    }
    default:
      return undefined;
  }
}

const tracked = (item: Extract<Item, { document: unknown }>) => ({
  document: item.document.uri,
  blocker: item.blocker.id,
});
