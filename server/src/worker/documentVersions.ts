import { basename, dirname } from 'node:path';
import { git } from './git.ts';
import { whyUnknown } from './knownHistory.ts';

/** A text of the document as some commit left it. */
export interface CommittedText {
  readonly commit: string;
  /** When it was committed, ISO 8601 with its own time zone. */
  readonly at: string;
  readonly blob: string;
}

/** All commits of a document, the oldest first. */
export interface CommittedTexts {
  readonly commits: readonly CommittedText[];
  /** By blob: those that were not known, and the last; each different one once. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * What git knows of a document, along the line of commits that its branch went, through renames; else why
 * it knows nothing, as the first half of a sentence.
 * @param isKnown whether a blob's text need not be fetched
 */
export async function committedTexts(
  path: string,
  isKnown: (blob: string) => boolean = () => false,
): Promise<CommittedTexts | { readonly unknown: string }> {
  const folder = dirname(path);
  const unknown = await whyUnknown(folder, 'The document');
  if (unknown !== undefined) return { unknown };
  const log = await git(folder, [
    ...['log', '--first-parent', '-m', '--follow', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv'],
    ...['-z', '--format=tformat:%x01%H %cI', '--', basename(path)],
  ]);
  const commits = 'failed' in log ? [] : readLog(log.toString());
  if (commits.length === 0) return { unknown: 'The document was never committed' };
  const last = commits.at(-1)?.blob;
  const blobs = [...new Set(commits.map(({ blob }) => blob))].filter(
    (blob) => blob === last || !isKnown(blob),
  );
  const contents = await git(folder, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  if ('failed' in contents) return { unknown: `Git could not read its history (${contents.message})` };
  return { commits, texts: readBlobs(contents) };
}

/** Each commit stands behind a character 1; a commit that took the document away has no text. */
function readLog(log: string): CommittedText[] {
  const commits = log.split('\u0001').flatMap((part): CommittedText[] => {
    const [, commit, at] = /^([0-9a-f]{40,64}) (\S+?)(?=[\0\n]|$)/.exec(part) ?? [];
    const blob = /:\d{6} \d{6} [0-9a-f]{40,64} ([0-9a-f]{40,64}) [A-Z]/.exec(part)?.[1];
    if (!commit || !at || !blob || /^0+$/.test(blob)) return [];
    return [{ commit, at, blob }];
  });
  return commits.reverse();
}

/** `<id> blob <size>`, a line end, so many bytes, a line end; `<id> missing` for what is not there. */
function readBlobs(contents: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < contents.length; ) {
    const lineEnd = contents.indexOf(10, at);
    if (lineEnd < 0) break;
    const [id = '', kind, size] = contents.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (kind !== 'blob') continue;
    const end = at + Number(size);
    texts.set(id, contents.toString('utf8', at, end));
    at = end + 1;
  }
  return texts;
}
