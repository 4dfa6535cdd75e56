import type { PanelRequest } from '../../../server/src/protocol/panel.ts';

/** What a button asks for: mostly of the extension; the filter is the page's own. */
export interface Ask {
  readonly label: string;
  readonly request: PanelRequest | { readonly type: 'clearFilter' };
}

export const asks = {
  openFolder: { label: 'Open Folder', request: { type: 'openFolder' } },
  cancel: { label: 'Cancel', request: { type: 'cancelScan' } },
  scanAgain: { label: 'Scan Again', request: { type: 'rescan' } },
  restart: { label: 'Restart', request: { type: 'restartServer' } },
  manageTrust: { label: 'Manage Trust', request: { type: 'manageTrust' } },
  clearFilter: { label: 'Clear Filter', request: { type: 'clearFilter' } },
} as const satisfies Record<string, Ask>;
