import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentState } from '../protocol/lsp.ts';
import type { DocumentChecks } from './documentChecks.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';

/** A tracking document that is open in the editor, with its claims checked, as its text is now. */
export interface OpenTrackingDocument {
  readonly folder: Folder;
  /** Relative to the folder. */
  readonly file: string;
  readonly state: DocumentState;
  readonly text: TextDocument;
}

/** What the features of tracking documents start from. */
export class TrackingDocuments {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #folders: Folders;
  readonly #checks: DocumentChecks;

  constructor(documents: TextDocuments<TextDocument>, folders: Folders, checks: DocumentChecks) {
    this.#documents = documents;
    this.#folders = folders;
    this.#checks = checks;
  }

  /** Undefined for a document of any other kind, which costs nothing. */
  async at(uri: string): Promise<OpenTrackingDocument | undefined> {
    await this.#checks.ready;
    const place = this.#folders.locate(uri);
    if (!place?.folder.mayBeDocument(place.file)) return undefined;
    await this.#checks.findingsOf(uri);
    const state = await place.folder.documentNow(place.file);
    const text = this.#documents.get(uri);
    return state && text ? { ...place, state, text } : undefined;
  }
}
