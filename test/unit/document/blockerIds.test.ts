import assert from 'node:assert/strict';
import { commentFinder } from '../../../server/src/analysis/inComment.ts';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { isTelling, mentionAt, mentionsIn } from '../../../server/src/document/mentions.ts';
import { outlineOf } from '../../../server/src/document/outline.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { renameId } from '../../../server/src/document/renameId.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { blockerMarkdown } from '../../../server/src/lsp/blockerMarkdown.ts';
import { namedSecret, stripeKey } from '../../support/secrets.ts';

const ids = new Set(['BLOCK-001', 'US-021-001', 'P0.1', '#3']);
const named = (text: string) => mentionsIn(text, (word) => ids.has(word)).map(({ id }) => id);

describe('an id in a text', () => {
  it('is a word of its own', () => {
    assert.deepEqual(named('(BLOCK-001), **US-021-001**: P0.1. See #3; `BLOCK-001`/US-021-001'), [
      'BLOCK-001',
      'US-021-001',
      'P0.1',
      '#3',
      'BLOCK-001',
      'US-021-001',
    ]);
    assert.deepEqual(named('BLOCK-0011 XBLOCK-001 BLOCK-001-a block-001 MY-BLOCK-001 P0.12 #31'), []);
  });

  it('is found at its first and behind its last letter', () => {
    const at = (offset: number) => mentionAt('see BLOCK-001.', offset, (word) => ids.has(word))?.id;
    assert.deepEqual([3, 4, 13, 14].map(at), [undefined, 'BLOCK-001', 'BLOCK-001', undefined]);
  });

  it('tells in code that it is one, where it does not look like other words', () => {
    assert.deepEqual(['BLOCK-001', 'PB-1', 'C01', 'US-021-001', '#3', 'hardcoded-keys-2'].map(isTelling), [
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a comment', () => {
  const inComment = async (path: string, text: string) =>
    (await commentFinder(path, text))(text.indexOf('ID'));
  for (const [path, text, expected] of [
    ['a.ts', '/* one\n ID */', true],
    ['a.ts', 'const a = "// ID";', false],
    ['a.py', 'x = 1  # ID', true],
    ['a.go', 'x := "ID"', false],
    ['a.sql', 'select 1; -- ID', true],
    ['a.json', '{ "//": "# ID" }', false],
    ['notes.md', 'About ID', true],
  ] as const) {
    it(`${expected ? 'is' : 'is not'} around it in ${path}: ${JSON.stringify(text)}`, async () => {
      assert.equal(await inComment(path, text), expected);
    });
  }
});

const text = [
  '# Blockers',
  '## P0',
  '### BLOCK-001: Keys',
  '- **Status:** Open, before BLOCK-002',
  '### BLOCK-002: Passwords',
  '- **Status:** Open',
  '## P1',
  '- [ ] **PB-3: Logs** are lost, see BLOCK-001',
  '',
].join('\n');

describe('renaming an id', () => {
  it('changes it wherever the document names it', () => {
    const edits = renameId(text, 'BLOCK-001', 'BLOCK-010');
    assert.ok(!('refused' in edits));
    assert.equal(applyEdits(text, edits), text.replaceAll('BLOCK-001', 'BLOCK-010'));
  });

  for (const [to, why] of [
    ['BLOCK-002', /already/],
    ['keys', /read as an id/],
    ['', /read as an id/],
    ['BLOCK-001: x', /read as an id/],
  ] as const) {
    it(`to “${to}” is refused`, () => {
      const answer = renameId(text, 'BLOCK-001', to);
      assert.match('refused' in answer ? answer.refused : '', why);
    });
  }

  it('that nobody wrote is refused', () => {
    const numbered = '## Critical Blockers (P0)\n\n### Keys in code\n- **Status:** Open\n';
    const [blocker] = readTrackingDocument(numbered).blockers;
    const answer = renameId(numbered, blocker?.id ?? '', 'PB-1');
    assert.match('refused' in answer ? answer.refused : '', /No id is written/);
  });
});

describe('the outline', () => {
  it('has sections and blockers in each other, items too', () => {
    const write = (nodes: readonly { name: string; children: readonly never[] }[], depth = 0): string[] =>
      nodes.flatMap(({ name, children }) => [`${depth} ${name}`, ...write(children, depth + 1)]);
    const { nodes } = outlineOf(readDocumentSyntax(text));
    assert.deepEqual(write(nodes as never), [
      '0 Blockers',
      '1 P0',
      '2 BLOCK-001: Keys',
      '2 BLOCK-002: Passwords',
      '1 P1',
      '2 PB-3: Logs',
    ]);
  });
});

describe("a blocker's state in words", () => {
  it('shows what people wrote as text, and no secret', () => {
    const [blocker] = readTrackingDocument(
      `### BLOCK-001: Keys [x](y) <b>\n- **Title:** The key is ${namedSecret}, or ${stripeKey}\n- **Status:** Open\n`,
    ).blockers;
    assert.ok(blocker);
    const written = blockerMarkdown(blocker, { acceptance: 'until *then*', inferredRule: undefined });
    assert.match(written, /^\*\*BLOCK\\-001: Keys/);
    assert.doesNotMatch(written, /\]\(|(?<!\\)</);
    assert.match(written, /Risk acceptance: until \\\*then\\\*$/);
    assert.ok(!written.includes(namedSecret.slice(0, 12)), written);
    assert.ok(!written.includes(stripeKey.slice(10, 20)), written);
  });
});
