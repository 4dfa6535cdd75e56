import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { KnownBlockers } from '../../../server/src/document/knownBlockers.ts';
import { blockersOf } from '../../../server/src/document/readTrackingDocument.ts';
import { fixture, fixtureNames } from './fixtures.ts';

const shapes = readdirSync(new URL('../../fixtures/documents/shapes', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `shapes/${name}`);

/** A document as somebody types in it: one line changed, doubled, taken away, a line put before it. */
function* edited(text: string): Iterable<string> {
  const lines = text.split('\n');
  const step = Math.max(1, Math.floor(lines.length / 12));
  for (let at = 0; at < lines.length; at += step) {
    const line = lines[at] ?? '';
    for (const instead of [
      [`${line}x`],
      [line, line],
      [],
      ['', line],
      [`- ${line}`],
      ['## Medium (P2)', line],
    ])
      yield [...lines.slice(0, at), ...instead, ...lines.slice(at + 1)].join('\n');
  }
}

describe('a document that is read while somebody types', () => {
  for (const name of [...fixtureNames, ...shapes]) {
    it(`${name} says what it says when it is read for the first time`, () => {
      const known = new KnownBlockers();
      for (const text of [fixture(name), ...edited(fixture(name))]) {
        const syntax = readDocumentSyntax(text);
        assert.deepEqual(known.blockersOf(syntax), blockersOf(syntax), text);
      }
    });
  }

  it('keeps what did not change, and is told apart from one that has moved', () => {
    const known = new KnownBlockers();
    const text = fixture('bullets.md');
    const before = known.blockersOf(readDocumentSyntax(text));
    const after = known.blockersOf(readDocumentSyntax(text.replace('- **Title:** ', '- **Title:** Now ')));
    assert.equal(after.filter((blocker, index) => blocker !== before[index]).length, 1);
    const moved = known.blockersOf(readDocumentSyntax(`\n${text}`));
    assert.equal(moved[0]?.range.start.line, (before[0]?.range.start.line ?? 0) + 1);
  });
});
