import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { KnownVersions } from '../document/history/knownVersions.ts';
import type { DocumentVersion, VersionBlocker } from '../document/history/version.ts';
import { priorities, statuses } from '../model/index.ts';

const Kept = z.object({
  /** What read them: another build may read them in another way. */
  build: z.string(),
  /** Each is in many versions, and written once. */
  blockers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      priority: z.enum(priorities),
      status: z.enum(statuses),
      stated: z.partialRecord(z.enum(['opened', 'fixed', 'verified']), z.string()),
    }),
  ),
  /** By blob id: counts of open blockers by priority, and indexes into the blockers; null for a merge conflict. */
  versions: z.record(
    z.string(),
    z
      .object({ open: z.array(z.number()).length(priorities.length), blockers: z.array(z.number()) })
      .nullable(),
  ),
});

/**
 * Keeps what was read of a document's committed versions in the user's cache folder, so that each text is read once. It
 * holds ids, names, states and days, with secrets masked, and is readable for the user alone. Whatever is wrong with it,
 * it is only read anew.
 */
export class VersionCache implements KnownVersions {
  readonly #file: string;
  readonly #build: string;
  readonly #known: ReadonlyMap<string, DocumentVersion | null>;
  /** What this run asked for or learned: the rest is of commits that are gone. */
  readonly #used = new Map<string, DocumentVersion | null>();
  #isNew = false;

  private constructor(file: string, build: string, known: ReadonlyMap<string, DocumentVersion | null>) {
    this.#file = file;
    this.#build = build;
    this.#known = known;
  }

  /** @param document absolute path */
  static async open(document: string): Promise<VersionCache> {
    const name = createHash('sha256').update(document).digest('hex').slice(0, 32);
    const file = join(cacheFolder(), 'history', `${name}.json`);
    // Names the files that it imports by what is in them.
    const build = createHash('sha256')
      .update(await readFile(fileURLToPath(import.meta.url)))
      .digest('hex');
    const kept = await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined);
    const { success, data } = Kept.safeParse(kept);
    return new VersionCache(file, build, success && data.build === build ? versionsIn(data) : new Map());
  }

  get(blob: string): DocumentVersion | null | undefined {
    const version = this.#used.get(blob) ?? this.#known.get(blob);
    if (version !== undefined) this.#used.set(blob, version);
    return version;
  }

  set(blob: string, version: DocumentVersion | null): void {
    this.#used.set(blob, version);
    this.#isNew = true;
  }

  /** Where it can't be written, nothing is kept. */
  async save(): Promise<void> {
    if (!this.#isNew) return;
    const beside = `${this.#file}.${randomUUID()}.tmp`;
    try {
      await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
      await writeFile(beside, JSON.stringify(keptOf(this.#build, this.#used)), { mode: 0o600 });
      await rename(beside, this.#file);
    } catch {
      await rm(beside, { force: true }).catch(() => {});
    }
  }
}

/** Where this system's programs keep what they can do without. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const own =
    XDG_CACHE_HOME ||
    (process.platform === 'win32' && LOCALAPPDATA) ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  return join(own, 'production-blockers');
}

function keptOf(build: string, versions: ReadonlyMap<string, DocumentVersion | null>): z.infer<typeof Kept> {
  const indexes = new Map<string, number>();
  const blockers: VersionBlocker[] = [];
  const indexOf = (blocker: VersionBlocker): number => {
    const key = JSON.stringify(blocker);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, blockers.length);
    return blockers.push(blocker) - 1;
  };
  const entries = [...versions].map(([blob, version]) => [
    blob,
    version && {
      open: priorities.map((priority) => version.open[priority]),
      blockers: [...version.blockers.values()].map(indexOf),
    },
  ]);
  return { build, versions: Object.fromEntries(entries), blockers };
}

function versionsIn({ blockers, versions }: z.infer<typeof Kept>): Map<string, DocumentVersion | null> {
  return new Map(
    Object.entries(versions).map(([blob, kept]) => {
      if (!kept) return [blob, null];
      const [P0 = 0, P1 = 0, P2 = 0, P3 = 0] = kept.open;
      const own = kept.blockers.flatMap((index) => blockers[index] ?? []) as VersionBlocker[];
      return [blob, { open: { P0, P1, P2, P3 }, blockers: new Map(own.map((each) => [each.id, each])) }];
    }),
  );
}
