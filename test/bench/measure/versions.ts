/** Reading 500 versions of a document of 55 blockers from git, as `history` does. */

import { readVersion } from '../../../server/src/document/history/version.ts';
import { committedTexts } from '../../../server/src/worker/documentVersions.ts';
import { repository } from '../../support/repository.ts';
import { blockersOf } from '../blockersOf.ts';
import { documentName } from '../trackedFolder.ts';

/** Milliseconds. */
export interface VersionTimes {
  /** Asking git for all texts. */
  readonly git: number;
  readonly read: number;
  readonly versions: number;
}

const root = repository(
  Array.from({ length: 500 }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
    const text = `${blockersOf({ count: 55, fixed: index % 55 })}\nOf ${day}.\n`;
    return { day, files: { [documentName]: text } };
  }),
);
const started = performance.now();
const committed = await committedTexts(`${root}/${documentName}`);
if ('unknown' in committed) throw new Error(committed.unknown);
const asked = performance.now();
for (const text of committed.texts.values()) readVersion(text);
const result: VersionTimes = {
  git: asked - started,
  read: performance.now() - asked,
  versions: committed.texts.size,
};
console.log(JSON.stringify(result));
