import { commentFinder } from '../analysis/inComment.ts';
import { isTrackingDocumentName } from '../document/discovery.ts';
import { isTelling, mentionsIn } from '../document/mentions.ts';
import type { Engine } from '../engine/engine.ts';
import { neverCancelled, type Workspace } from '../engine/ports.ts';
import { LineIndex } from '../languages/lineIndex.ts';
import type { Range } from '../model/index.ts';

/** A file with the text that the mentions in it speak of. */
export interface MentioningFile {
  readonly file: string;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** The files below the root, other than tracking documents, whose comments name an id. */
export async function filesMentioning(
  id: string,
  { engine, workspace }: { readonly engine: Engine; readonly workspace: Workspace },
): Promise<readonly MentioningFile[]> {
  if (!isTelling(id)) return [];
  const found: MentioningFile[] = [];
  for await (const file of workspace.list(neverCancelled, () => {})) {
    if (isTrackingDocumentName(file)) continue;
    const read = await engine.read(file);
    if (!('text' in read) || !read.text.includes(id)) continue;
    const { text } = read;
    const mentions = mentionsIn(text, (word) => word === id);
    if (mentions.length === 0) continue;
    const isComment = await commentFinder(file, text);
    const lines = new LineIndex(text);
    const ranges = mentions
      .filter(({ start }) => isComment(start))
      .map(({ start, end }) => lines.rangeOf(start, end));
    if (ranges.length > 0) found.push({ file, text, ranges });
  }
  return found;
}
