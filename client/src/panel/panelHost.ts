import type { Event } from 'vscode';
import type {
  ChangeResult,
  FolderChange,
  SetStatusParams,
  TickStepParams,
  WorkspaceState,
} from '../../../server/src/protocol/lsp.ts';
import type { PanelEnvironment } from '../../../server/src/protocol/panel.ts';

/** What the panel needs of the rest of the extension. */
export interface PanelHost {
  /** Everything there is to show; rejects while the language server doesn't answer. */
  state(): Promise<WorkspaceState>;
  environment(): PanelEnvironment;
  /** What changed since `state` was asked for. */
  readonly onChange: Event<FolderChange>;
  readonly onEnvironment: Event<PanelEnvironment>;
  /** What was shown no longer holds, so that the state has to be asked for again: folders came or went, the server started. */
  readonly onReset: Event<void>;
  setStatus(params: SetStatusParams): Promise<ChangeResult>;
  tickStep(params: TickStepParams): Promise<ChangeResult>;
  rescan(): Promise<void>;
  cancelScan(): Promise<void>;
  restart(): Promise<void>;
}
