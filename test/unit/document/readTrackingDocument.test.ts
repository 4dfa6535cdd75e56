import assert from 'node:assert/strict';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';
import type { Blocker, BlockerLocation } from '../../../server/src/model/blocker.ts';
import { fixture, fixtureNames, shared } from './fixtures.ts';

const place = ({ file, startLine, endLine, note }: BlockerLocation) =>
  `${file}${startLine ? `:${startLine}-${endLine}` : ''}${note ? ` (${note})` : ''}`;

const line = (blocker: Blocker) => {
  const { id, priority, status, category, effort } = blocker;
  const estimated = effort ? `${effort.min}-${effort.max} ${effort.unit}` : '-';
  return [
    `${id} ${priority} ${status} ${category} ${estimated}`,
    blocker.name,
    blocker.locations.map(place).join(', '),
    blocker.verification.map(({ state }) => state).join(' '),
  ]
    .join(' | ')
    .replace(/ +/g, ' ')
    .trim();
};

describe('readTrackingDocument', () => {
  for (const name of fixtureNames) {
    it(`reads ${name} as the comment at its end says`, () => {
      const text = fixture(name);
      const expected = /<!-- read:\n([\s\S]*?)\n-->/.exec(text)?.[1]?.split('\n');
      const { blockers, problems } = readTrackingDocument(text);
      const read = [
        ...blockers.map(line),
        ...problems.map(({ code, range }) => `problem ${code} ${range.start.line}`),
      ];
      assert.deepEqual(read, expected);
    });
  }

  it('keeps a name and a title, and what the fields say', () => {
    const [first] = readTrackingDocument(fixture('bullets.md')).blockers;
    assert.equal(first?.name, 'Payment Keys in the Repository');
    assert.equal(first?.title, 'Live payment keys are written into two files');
    assert.equal(
      first?.description,
      'The keys of the payment provider are literals; PAYMENT_KEY is never read',
    );
    assert.equal(first?.impact, 'Security vulnerability - anyone with the repository can refund');
  });

  it('tells who saw a step done, when and by which evidence', () => {
    const [first] = readTrackingDocument(fixture('bullets.md')).blockers;
    const steps = first?.verification.map(({ range, ...step }) => step);
    assert.deepEqual(steps, [
      { text: 'Keys come from the environment', kind: 'manual', state: 'unknown' },
      { text: 'Old keys are rotated', kind: 'manual', state: 'passed', by: 'mira', at: '2026-01-09' },
      {
        text: 'Automated tests pass',
        kind: 'command',
        state: 'passed',
        at: '2026-01-10',
        evidence: '`npm test` exit 0 in 41 s, 3f2c1aa',
      },
      { text: 'Security review (for P0 items)', kind: 'manual', state: 'unknown' },
    ]);
  });

  it('gives ranges of the text as it stands', () => {
    for (const text of [fixture('bullets.md'), `\uFEFF${fixture('bullets.md').replaceAll('\n', '\r\n')}`]) {
      const lines = new LineIndex(text);
      const [first] = readTrackingDocument(text).blockers;
      const textOf = ({ range }: Pick<Blocker, 'range'>) =>
        text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
      assert.ok(first);
      assert.match(textOf(first), /^### FERRY-001: [\s\S]*Security review \(for P0 items\)$/);
      assert.deepEqual(first.locations.map(textOf), [
        '/src/payment/provider.ts:12-14',
        '/src/payment/refund.ts:7',
      ]);
      assert.equal(first.verification.map(textOf)[1], '- [x] Old keys are rotated (mira, 2026-01-09)');
    }
  });

  const shapes: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['lone CR', (text) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['no final newline', (text) => text.trimEnd()],
    ['stars for bullets', (text) => text.replace(/^( *)- /gm, '$1* ')],
    ['a plus for every second bullet', (text) => text.replace(/^- (\*\*(?:Impact|Status))/gm, '+ $1')],
    ['non-breaking spaces behind keys', (text) => text.replace(/:\*\* /g, ':**\u00a0')],
    ['keys with the colon outside', (text) => text.replaceAll(':**', '**:')],
    ['keys without emphasis', (text) => text.replace(/^- \*\*(.+?):\*\*/gm, '- $1:')],
  ];
  for (const [what, change] of shapes) {
    it(`reads the same with ${what}`, () => {
      const blockers = (text: string) => readTrackingDocument(text).blockers.map(line);
      assert.deepEqual(blockers(change(fixture('bullets.md'))), blockers(fixture('bullets.md')));
    });
  }

  const nothing: readonly (readonly [what: string, text: string])[] = [
    ['an empty file', ''],
    ['a file of white space', ' \n\t\r\n'],
    ['HTML', '<!DOCTYPE html>\n<h3>BLOCK-001: x</h3>\n\n### BLOCK-001: x\n'],
    ['binary data', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\n### BLOCK-001: x\n'],
    ['prose', '# Notes\n\nWe talked about blockers.\n'],
  ];
  for (const [what, text] of nothing) {
    it(`finds no blockers in ${what} and says so`, () => {
      const { blockers, problems } = readTrackingDocument(text);
      assert.deepEqual(blockers, []);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['no-blockers'],
      );
    });
  }

  it('asks what "Verified" means', () => {
    const status = (fields: string) =>
      readTrackingDocument(`## Critical\n\n### PB-1: x\n\n${fields}\n`).blockers[0]?.status;
    assert.equal(status('Status: Verified'), 'verified');
    assert.equal(status('Status: Verified\nSeverity: High'), 'open');
    assert.equal(status('Status: ✅ Verified\nSeverity: High'), 'verified');
    assert.equal(status('Severity: High\nStatus: Verified\nVerification:\n- [x] seen'), 'verified');
  });
});

describe('readTrackingDocument, of the documents beside the repository', () => {
  for (const name of ['tracking-document.md', 'tracking-document.as-received.md']) {
    it(`reads ${name}`, function () {
      const text = shared(`inputs/${name}`);
      if (text === undefined) return this.skip();
      const { blockers } = readTrackingDocument(text);
      const count = (priority: string) => blockers.filter((blocker) => blocker.priority === priority).length;
      assert.deepEqual([count('P0'), count('P1'), count('P2')], [12, 18, 25]);
      assert.deepEqual(new Set(blockers.map(({ status }) => status)), new Set(['open']));
      assert.equal(blockers.flatMap(({ locations }) => locations).length, 25);
      assert.equal(blockers.flatMap(({ verification }) => verification).length, 37);
      assert.equal(blockers.filter(({ effort }) => effort).length, 30);
      assert.equal(blockers.filter(({ title, name }) => title && title !== name).length, 55);
      assert.equal(blockers.filter(({ description, impact }) => description && impact).length, 30);
      assert.deepEqual(
        blockers.map(({ id }) => id),
        blockers.map((_, index) => `BLOCK-${String(index + 1).padStart(3, '0')}`),
      );
      assert.equal(
        line(blockers[0] as Blocker),
        'BLOCK-001 P0 open security 2-3 days | Hardcoded API Keys in Source Code | ' +
          'src/services/supabase_service.ts:20-25 (Supabase keys), src/services/ollama_service.ts:15-15 (API endpoints), ' +
          'src/services/speech-service.ts:88-92 (ElevenLabs API key) | unknown unknown unknown unknown',
      );
    });
  }

  const read: Readonly<Record<string, readonly [ids: string, states: string]>> = {
    'inputs/resolution-document.md': ['#1 #2', 'P0 open, P1 open'],
    'documents/contradicting-checklists.md': ['C01 C02', 'P0 fixed, P0 fixed'],
    'documents/emoji-status.md': [
      'US-021-001 US-021-003 US-021-004 US-021-005 US-021-002 US-021-006',
      'P0 in-progress, P2 in-progress, P2 in-progress, P2 in-progress, P0 fixed, P0 fixed',
    ],
    'documents/locations-in-fences.md': ['#1 #2 #3 #4', 'P0 open, P0 open, P0 open, P0 open'],
    'documents/log-table.md': ['BLK-001 BLK-000', 'P0 open, P0 fixed'],
    'documents/numbered-headings.md': ['#1 #2 #3', 'P0 open, P0 open, P0 open'],
    'documents/plain-key-lines.md': [
      '#1 #2 #3 #4 #5 #6',
      'P0 open, P0 open, P1 open, P1 open, P1 open, P2 open',
    ],
    'documents/status-in-heading.md': [
      '#1 #2 #3 #4 #5 #6 #7 #8 #9 #10',
      'P0 fixed, P0 fixed, P1 fixed, P1 fixed, P2 fixed, P1 fixed, P2 fixed, P2 fixed, P2 fixed, P2 fixed',
    ],
  };
  for (const [path, [ids, states]] of Object.entries(read)) {
    it(`reads ${path}`, function () {
      const text = shared(path);
      if (text === undefined) return this.skip();
      const { blockers } = readTrackingDocument(text);
      assert.equal(blockers.map(({ id }) => id).join(' '), ids);
      assert.equal(blockers.map(({ priority, status }) => `${priority} ${status}`).join(', '), states);
    });
  }

  it('reads documents/table-per-priority.md', function () {
    const text = shared('documents/table-per-priority.md');
    if (text === undefined) return this.skip();
    const { blockers } = readTrackingDocument(text);
    const count = (priority: string) => blockers.filter((blocker) => blocker.priority === priority).length;
    assert.deepEqual([count('P0'), count('P1'), count('P2'), count('P3')], [5, 7, 8, 8]);
  });

  it('takes time in proportion to the document, also where all blockers have one name', () => {
    const kinds = [
      '- [ ] The same one in `a/b.ts`\n',
      '### 1. The same one\n**File:** a.ts\n\n',
      '- **The same one** (P1) - `a/b.ts`\n',
    ];
    for (const kind of kinds) {
      const started = performance.now();
      const { blockers } = readTrackingDocument(`# Blockers\n\n## Critical issues\n\n${kind.repeat(5_000)}`);
      assert.equal(new Set(blockers.map(({ id }) => id)).size, 5_000);
      assert.ok(performance.now() - started < 10_000, kind);
    }
  });
});
