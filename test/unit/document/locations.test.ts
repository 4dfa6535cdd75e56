import assert from 'node:assert/strict';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';

const rows: readonly (readonly [written: string, read: readonly string[]])[] = [
  ['`/src/a.ts:20-25` (Supabase keys)', ['src/a.ts:20-25 Supabase keys']],
  ['`src/a.ts:15`', ['src/a.ts:15-15']],
  ['`src/a.ts:15:7`', ['src/a.ts:15-15']],
  [
    '`src/a.ts:48, 50` - for persistence',
    ['src/a.ts:48-48 for persistence', 'src/a.ts:50-50 for persistence'],
  ],
  ['`app.json` lines 114-115', ['app.json:114-115']],
  ['`app.json` (line 7)', ['app.json:7-7']],
  ['`src/a.ts#L3-L9`', ['src/a.ts:3-9']],
  ['[a](src/a.ts#L3-L9) - the loop', ['src/a.ts:3-9 the loop']],
  ['`/supabase/migrations/` (23 conflicting files)', ['supabase/migrations/ 23 conflicting files']],
  ['`src/**/*.test.ts`', ['src/**/*.test.ts']],
  ['`llm/` (renamed from `mastra/`)', ['llm/ renamed from mastra/']],
  ['`src/a.ts`, `src/b.ts:2`', ['src/a.ts', 'src/b.ts:2-2']],
  ['src/a.ts:12 - plain', ['src/a.ts:12-12 plain']],
  ['`.\\src\\a.ts`', ['src/a.ts']],
  ['`app/[id]/(group)/page.tsx:1`', ['app/[id]/(group)/page.tsx:1-1']],
  ['Duplicate pg_net setup files', []],
  ['Stripe integration across multiple files', []],
  ['`https://example.com/a.ts`', []],
  ['[docs](https://example.com/a.ts)', []],
  ['', []],
];

describe('locations', () => {
  for (const [written, read] of rows) {
    for (const field of [
      `- **File:** ${written}`,
      `- **Files:**\n  - ${written}`,
      `**Files:**\n- ${written}`,
    ]) {
      it(JSON.stringify(field), () => {
        const text = `## Critical\n\n### PB-1: x\n${field}\n- **Impact:** y\n`;
        const locations = readTrackingDocument(text).blockers[0]?.locations ?? assert.fail();
        const found = locations.map(({ file, startLine, endLine, note }) =>
          [`${file}${startLine ? `:${startLine}-${endLine}` : ''}`, note].filter(Boolean).join(' '),
        );
        assert.deepEqual(found, read);
        assert.ok(locations.every(({ verdict }) => verdict === 'unchecked'));
      });
    }
  }
});
