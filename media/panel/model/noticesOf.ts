import type { PanelEnvironment } from '../../../server/src/protocol/panel.ts';
import type { PanelState } from '../state/panelState.ts';
import { type Ask, asks } from './ask.ts';
import { troubleText } from './emptyStateOf.ts';
import { overallScan } from './overallScan.ts';

/** Something above the tree that says how far the tree can be relied on. */
export interface Notice {
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: string;
  readonly ask: Ask;
}

/** @param hasRows whether there is anything to be relied on; else the empty state says it */
export function noticesOf(
  state: PanelState | undefined,
  { trusted, stoppedSince }: PanelEnvironment,
  hasRows: boolean,
): Notice[] {
  const notices: Notice[] = [];
  if (!trusted) notices.push(restricted);
  if (!hasRows || !state) return notices;
  if (stoppedSince !== undefined) {
    const text = `The language server stopped. What is shown is from ${stoppedSince}.`;
    return [...notices, { icon: 'debug-disconnect', text, ask: asks.restart }];
  }
  const scan = overallScan(state);
  if (scan.phase !== 'cancelled' && scan.phase !== 'failed') return notices;
  const text = `${troubleText(scan)} What is shown may not be all.`;
  return [...notices, { icon: 'warning', text, ask: asks.scanAgain }];
}

const restricted: Notice = {
  icon: 'workspace-untrusted',
  text: 'Restricted mode: code is scanned and the tracking document is read, but no command is run.',
  ask: asks.manageTrust,
};
