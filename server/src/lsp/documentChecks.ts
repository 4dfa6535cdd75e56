import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/index.ts';
import type { Folders } from './folders.ts';

/**
 * Keeps the findings of open documents in step with their text: each version is checked once, however many
 * features ask for it.
 */
export class DocumentChecks {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #folders: Folders;
  readonly #connection: Connection;
  #lastChecked: string | undefined;
  /** Through when it is known which folders there are: no answer is given before. */
  readonly ready: Promise<void>;
  readonly #checks = new Map<
    string,
    { readonly version: number; readonly findings: Promise<readonly Finding[]> }
  >();

  constructor(
    documents: TextDocuments<TextDocument>,
    folders: Folders,
    connection: Connection,
    ready: Promise<void>,
  ) {
    this.ready = ready;
    this.#documents = documents;
    this.#folders = folders;
    this.#connection = connection;
  }

  /**
   * The open document that is to be looked at again because something changed elsewhere. The one that is typed in
   * is asked for anyway, but what a tracking document claims may be judged later than its text.
   */
  affected(uri: string | undefined): TextDocument | undefined {
    const document = uri === undefined ? undefined : this.#documents.get(uri);
    if (!document || document.uri !== this.#lastChecked) return document;
    const place = this.#folders.locate(document.uri);
    return place?.folder.mayBeDocument(place.file) ? document : undefined;
  }

  /** The findings in an open document's present text; none for one outside every folder. */
  async findingsOf(uri: string): Promise<readonly Finding[]> {
    await this.ready;
    const document = this.#documents.get(uri);
    const place = this.#folders.locate(uri);
    if (!document || !place) return [];
    const known = this.#checks.get(uri);
    if (known?.version === document.version) return known.findings;
    this.#lastChecked = uri;
    const findings = place.folder.check(place.file, document.getText());
    findings.catch((error) => this.#connection.console.error(`${place.file} could not be checked: ${error}`));
    this.#checks.set(uri, { version: document.version, findings });
    // Whether it fails is told where it is waited for.
    if (place.folder.mayBeDocument(place.file)) place.folder.readDocument(place.file).catch(() => {});
    return findings;
  }

  /** Gives a closed document back to the disk. */
  async close(uri: string): Promise<void> {
    this.#checks.delete(uri);
    const place = this.#folders.locate(uri);
    if (!place) return;
    await place.folder.check(place.file, null);
    if (place.folder.mayBeDocument(place.file)) await place.folder.readDocument(place.file);
  }

  /** Forgets every answer; the worker that gave them is gone. */
  async reset(): Promise<void> {
    this.#checks.clear();
    await Promise.all(this.#documents.all().map((document) => this.findingsOf(document.uri)));
  }
}
