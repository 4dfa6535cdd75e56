import type { PanelRequest } from '../../server/src/protocol/panel.ts';
import type { SavedView } from './state/view.ts';

/** What the page needs of VS Code. */
export interface VscodeApi {
  postMessage(message: PanelRequest): void;
  getState(): SavedView | undefined;
  setState(view: SavedView): SavedView;
}
