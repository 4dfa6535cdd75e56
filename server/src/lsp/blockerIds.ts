import type { Range as LspRange, Position, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isTelling, mentionAt } from '../document/mentions.ts';
import type { Blocker } from '../model/index.ts';
import type { DocumentState } from '../protocol/lsp.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { TrackingDocuments } from './trackingDocuments.ts';

/** A place in an open file that names a blocker. */
export interface NamedBlocker {
  readonly folder: Folder;
  /** The document that the blocker stands in. */
  readonly document: DocumentState;
  readonly blocker: Blocker;
  /** Of the id in the open file. */
  readonly range: LspRange;
}

/** Finds the blocker whose id stands under the cursor, in a tracking document or in any other open file. */
export class BlockerIds {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #folders: Folders;
  readonly #tracking: TrackingDocuments;

  constructor(documents: TextDocuments<TextDocument>, folders: Folders, tracking: TrackingDocuments) {
    this.#documents = documents;
    this.#folders = folders;
    this.#tracking = tracking;
  }

  async at(uri: string, { line, character }: Position): Promise<NamedBlocker | undefined> {
    const own = await this.#tracking.at(uri);
    const folder = own?.folder ?? this.#folders.locate(uri)?.folder;
    const text = this.#documents.get(uri);
    if (!folder || !text) return undefined;
    const documents = own ? [own.state] : await folder.documentsNow();
    const find = (id: string) => {
      if (!own && !isTelling(id)) return undefined;
      for (const document of documents) {
        const blocker = document.blockers.find((each) => each.id === id);
        if (blocker) return { document, blocker };
      }
      return undefined;
    };
    const content = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    const mention = mentionAt(content, character, (word) => find(word) !== undefined);
    const found = mention && find(mention.id);
    if (!found) return undefined;
    const range = { start: { line, character: mention.start }, end: { line, character: mention.end } };
    return { folder, ...found, range };
  }
}
