import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import type { BlockerLocation } from '../../../server/src/model/blocker.ts';
import { shared } from './fixtures.ts';

/** What a careful reader lists of a document that lies beside the repository; facts only, none of its words. */
interface Expected {
  readonly source: string;
  readonly blockers: readonly {
    readonly id: string;
    readonly priority: string;
    readonly status: string;
    readonly locations: readonly string[];
  }[];
}

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'expected');

const place = ({ file, startLine, endLine = startLine }: BlockerLocation): string =>
  startLine === undefined ? file : `${file}:${startLine === endLine ? startLine : `${startLine}-${endLine}`}`;

describe('documents as a careful reader lists them', () => {
  for (const name of readdirSync(folder)) {
    const { source, blockers }: Expected = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    it(source, function () {
      const text = shared(source);
      if (text === undefined) return this.skip();
      const read = readTrackingDocument(text).blockers.map(({ id, priority, status, locations }) => ({
        id,
        priority,
        status,
        locations: locations.map(place),
      }));
      assert.deepEqual(read, blockers);
    });
  }
});
