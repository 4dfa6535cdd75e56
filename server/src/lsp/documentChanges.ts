import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as z from 'zod/mini';
import type { ChangeResult } from '../protocol/lsp.ts';
import type * as requests from '../worker/requests.ts';
import { changeFiles, stale } from './changeFiles.ts';
import type { Client } from './client.ts';
import type { FolderFile, Folders } from './folders.ts';

/** A change whose text became another meanwhile is computed again this often. */
const mostAttempts = 3;

export const refused = (reason: string) => ({ applied: false, reason }) as const;

/** Makes the changes that the extension asks for beyond LSP. */
export class DocumentChanges {
  readonly #connection: Connection;
  readonly #client: () => Client;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #folders: Folders;
  /** The last change of each file, by URI. */
  readonly #changing = new Map<string, Promise<void>>();

  constructor(
    connection: Connection,
    client: () => Client,
    documents: TextDocuments<TextDocument>,
    folders: Folders,
  ) {
    this.#connection = connection;
    this.#client = client;
    this.#documents = documents;
    this.#folders = folders;
  }

  /** Serves a request that changes files: checks what came, computes the edits, makes them, says whether they were made. */
  serve<Params>(
    method: string,
    schema: z.ZodMiniType<Params>,
    uriOf: (params: Params) => string,
    compute: (place: FolderFile, params: Params) => Promise<requests.Edits>,
  ): void {
    this.#connection.onRequest(method, async (sent: unknown): Promise<ChangeResult> => {
      const params = schema.safeParse(sent);
      if (!params.success) return refused(`This request can't be read: ${z.prettifyError(params.error)}`);
      const uri = uriOf(params.data);
      const place = this.#folders.locate(uri);
      if (!place) return refused(`The file ${uri} is in none of the open folders.`);
      return this.#afterOthers(uri, () => this.#make(place, () => compute(place, params.data)));
    });
  }

  /** Each change of a file starts from what the one before has left. */
  #afterOthers(uri: string, change: () => Promise<ChangeResult>): Promise<ChangeResult> {
    const before = this.#changing.get(uri) ?? Promise.resolve();
    const result = before.then(change);
    const over = result.then(
      () => {},
      () => {},
    );
    this.#changing.set(uri, over);
    return result;
  }

  async #make(place: FolderFile, compute: () => Promise<requests.Edits>): Promise<ChangeResult> {
    const { folder, file } = place;
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const edits = await compute();
      if ('refused' in edits) return refused(edits.refused);
      const result = await changeFiles(
        edits,
        folder,
        this.#connection,
        this.#documents,
        this.#client().edits,
      );
      for (const { path } of folder.documents) {
        if (edits.some((edit) => edit.file === path)) await folder.readDocument(path);
      }
      if (result !== stale) return result;
    }
    return refused(`${file} is being changed by somebody else; try again.`);
  }
}
