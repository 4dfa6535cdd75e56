import type { Blocker, BlockerLocation, DocumentProblem, Status } from '../model/index.ts';

/** Nobody has said yet that it is fixed, or that it is none. */
const awaitsFix: ReadonlySet<Status> = new Set(['open', 'in-progress', 'in-review']);
/** What stands there is still meant to be found, if only by whoever accepted it. */
const stands: ReadonlySet<Status> = new Set([...awaitsFix, 'accepted', 'deferred']);

/** What checking a document's claims against the code gave, where somebody has to do something about it. */
export const claimProblems = (blockers: readonly Blocker[]): DocumentProblem[] =>
  blockers.flatMap((blocker) => blocker.locations.flatMap((location) => problemOf(blocker, location) ?? []));

function problemOf(blocker: Blocker, location: BlockerLocation): DocumentProblem | undefined {
  const { id, status, rule } = blocker;
  const { range, verdict, movedTo } = location;
  const place = placeText(location);
  if (verdict === 'regressed') {
    const message = `${id} is said to be ${status}, and ${rule} finds it in ${place} again.`;
    return { code: 'location-regressed', severity: 'error', message, range };
  }
  if (verdict === 'moved' && stands.has(status)) {
    const message = `What ${id} is about is not in ${place} any more; it is in ${movedTo}.`;
    return { code: 'location-moved', severity: 'information', message, range };
  }
  if (verdict === 'missing' && stands.has(status)) {
    return { code: 'location-missing', severity: 'warning', message: `There is no ${place}.`, range };
  }
  if (verdict === 'not-reproduced' && awaitsFix.has(status)) {
    const message = `${rule} finds nothing in ${place}. If ${id} is fixed, its status can say so.`;
    return { code: 'location-not-reproduced', severity: 'information', message, range };
  }
  return undefined;
}

/** A location as people say it: `src/mail.ts, line 12`. */
export function placeText({ file, startLine, endLine }: BlockerLocation): string {
  if (startLine === undefined) return file;
  return endLine === undefined || endLine === startLine
    ? `${file}, line ${startLine}`
    : `${file}, lines ${startLine} to ${endLine}`;
}
