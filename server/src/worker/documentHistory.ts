import { type DatedVersion, historyOf, historyOfOne } from '../document/history/historyOf.ts';
import { type KnownVersions, VersionsInMemory } from '../document/history/knownVersions.ts';
import { readVersion } from '../document/history/version.ts';
import type { DocumentHistory } from '../model/index.ts';
import { type CommittedTexts, committedTexts } from './documentVersions.ts';

/** Kept while the process goes on: in an editor, a history is asked for with every refresh. */
const inMemory = new VersionsInMemory();

/** A document's past, and where it is known from. */
export interface KnownHistory extends DocumentHistory {
  /** `document` where only the days are known that it names itself. */
  readonly source: 'git' | 'document';
  /** Why git was not asked, or had no answer. */
  readonly reason?: string;
}

/**
 * How a document's blockers came and went up to the text that it has now. Starts git; where git knows nothing, only
 * the days are known that the document names itself. Undefined for a text with a merge conflict in it.
 * @param path absolute
 * @param today YYYY-MM-DD
 * @param known what was read before; each text is read once
 */
export async function historyUpTo(
  path: string,
  text: string,
  today: string,
  known: KnownVersions = inMemory,
): Promise<KnownHistory | undefined> {
  const now = readVersion(text);
  if (!now) return undefined;
  const committed = await committedTexts(path, (blob) => known.get(blob) !== undefined);
  if ('unknown' in committed) {
    const reason = `${committed.unknown}, so only the days that the document names itself are known.`;
    return { source: 'document', reason, ...historyOfOne(now, today) };
  }
  const versions = versionsOf(committed, known);
  const last = committed.commits.at(-1);
  const saved = last && committed.texts.get(last.blob);
  if (saved?.replaceAll('\r\n', '\n') !== text.replaceAll('\r\n', '\n'))
    versions.push({ version: now, at: today });
  return { source: 'git', ...historyOf(versions, today) };
}

/** The committed versions; a text that several commits have is read once. */
function versionsOf({ commits, texts }: CommittedTexts, known: KnownVersions): DatedVersion[] {
  return commits.flatMap(({ commit, at, blob }): DatedVersion[] => {
    const text = texts.get(blob);
    if (known.get(blob) === undefined && text !== undefined) known.set(blob, readVersion(text) ?? null);
    const version = known.get(blob);
    return version ? [{ version, at, commit }] : [];
  });
}
