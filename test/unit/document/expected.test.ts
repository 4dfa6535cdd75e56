import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import type { BlockerLocation } from '../../../server/src/model/blocker.ts';
import { shared } from './fixtures.ts';

/** What a careful reader lists of a document: facts only, none of its words. */
interface Expected {
  /** Of a document that lies beside the repository. */
  readonly source?: string;
  readonly blockers: readonly {
    readonly id: string;
    readonly priority: string;
    readonly status: string;
    readonly locations: readonly string[];
  }[];
}

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'documents');
const expectedIn = (folder: string, name: string): Expected =>
  JSON.parse(readFileSync(join(fixtures, folder, name), 'utf8'));

const place = ({ file, startLine, endLine = startLine }: BlockerLocation): string =>
  startLine === undefined ? file : `${file}:${startLine === endLine ? startLine : `${startLine}-${endLine}`}`;

const factsOf = (text: string) =>
  readTrackingDocument(text).blockers.map(({ id, priority, status, locations }) => ({
    id,
    priority,
    status,
    locations: locations.map(place),
  }));

describe('documents as a careful reader lists them', () => {
  for (const name of readdirSync(join(fixtures, 'expected'))) {
    const { source = '', blockers } = expectedIn('expected', name);
    it(source, function () {
      const text = shared(source);
      if (text === undefined) return this.skip();
      assert.deepEqual(factsOf(text), blockers);
    });
  }

  for (const name of readdirSync(join(fixtures, 'shapes')).filter((file) => file.endsWith('.md'))) {
    it(name, () => {
      const text = readFileSync(join(fixtures, 'shapes', name), 'utf8');
      assert.deepEqual(factsOf(text), expectedIn('shapes', name.replace(/md$/, 'json')).blockers);
    });
  }
});
