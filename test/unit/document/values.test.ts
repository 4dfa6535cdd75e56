import assert from 'node:assert/strict';
import { categoryOf, namedCategory } from '../../../server/src/document/category.ts';
import { isTrackingDocumentName } from '../../../server/src/document/discovery.ts';
import { readEffort } from '../../../server/src/document/effort.ts';
import { readPriority, sectionPriority } from '../../../server/src/document/priority.ts';
import { readStatus } from '../../../server/src/document/status.ts';

/** One test a row: what is written, and what is read from it. */
function check<Read>(what: string, read: (text: string) => Read, rows: readonly (readonly [string, Read])[]) {
  describe(what, () => {
    for (const [text, expected] of rows) {
      it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
    }
  });
}

check(
  'readEffort',
  (text) => {
    const effort = readEffort(text);
    return effort && `${effort.min} ${effort.max} ${effort.unit}`;
  },
  [
    ['2-3 days', '2 3 days'],
    ['1 day', '1 1 days'],
    ['2-4h', '2 4 hours'],
    ['30 min', '30 30 minutes'],
    ['~1 hour', '1 1 hours'],
    ['1.5 – 2 weeks', '1.5 2 weeks'],
    ['3 to 5 months', '3 5 months'],
    ['about 6-8 weeks with dedicated team', '6 8 weeks'],
    ['TBD', undefined],
    ['-', undefined],
    ['12', undefined],
    ['2 developers', undefined],
  ],
);

check('readStatus', (text) => readStatus(text, { start: 0, end: text.length }, 'field')?.status, [
  ['Blocked', 'open'],
  ['Open', 'open'],
  ['❌', 'open'],
  ['not fixed', 'open'],
  ['🔴 Open', 'open'],
  ['In Progress', 'in-progress'],
  ['in-progress 🔧', 'in-progress'],
  ['IN_PROGRESS', 'in-progress'],
  ['🚧', 'in-progress'],
  ['🟡 Partially Complete (4/6)', 'in-progress'],
  ['In Review', 'in-review'],
  ['✅ FIXED - allow a fallback', 'fixed'],
  ['**Resolved**', 'fixed'],
  [':white_check_mark: Done', 'fixed'],
  ['☑️', 'fixed'],
  ['Verified', 'verified'],
  ['Risk accepted until May', 'accepted'],
  ['Deferred', 'deferred'],
  ['Post-launch', 'deferred'],
  ["Won't Fix", 'dismissed'],
  ['Won’t fix', 'dismissed'],
  ['Not a blocker', 'dismissed'],
  ['Zero implementation - no library', undefined],
  ['Openness is a virtue', undefined],
  ['[Active/In Progress/Resolved]', undefined],
  ['', undefined],
]);

check('readPriority', readPriority, [
  ['P0', 'P0'],
  ['p1', 'P1'],
  ['P0 - CRITICAL', 'P0'],
  ['🔴 High', 'P1'],
  ['Critical/High', 'P0'],
  ['Blocker', 'P0'],
  ['S2', 'P1'],
  ['🟡', 'P2'],
  ['P4', 'P3'],
  ['Highway', undefined],
  ['v1.P0', undefined],
]);

check('sectionPriority', sectionPriority, [
  ['Critical Blockers (P0) - Must Fix Before Production', 'P0'],
  ['High Priority Blockers (P1)', 'P1'],
  ['🔥 CRITICAL BLOCKERS', 'P0'],
  ['P2 — Functionality Gaps', 'P2'],
  ['Blockers', undefined],
  ['Recently Fixed Blockers', undefined],
  ['Non-blocking concerns', undefined],
]);

check('namedCategory', namedCategory, [
  ['Security', 'security'],
  ['Data Integrity', 'data-integrity'],
  ['user_experience', 'user-experience'],
  ['UX', 'user-experience'],
  ['Billing', undefined],
]);

check('categoryOf', (name) => categoryOf({ name }), [
  ['Hardcoded API Keys in Source Code', 'security'],
  ['Error Boundaries Missing', 'stability'],
  ['Connection Pooling', 'performance'],
  ['Conflicting Migrations', 'data-integrity'],
  ['No Health Checks', 'operations'],
  ['Screen Reader and Mobile Layout', 'user-experience'],
  ['Something Else', 'operations'],
]);

check('isTrackingDocumentName', isTrackingDocumentName, [
  ['BLOCKERS.md', true],
  ['blockers.md', true],
  ['PRODUCTION_BLOCKERS.md', true],
  ['docs/BLOCKERS.md', true],
  ['docs/production-blockers.md', true],
  ['docs/Production Blockers.markdown', true],
  ['packages/web/LAUNCH-BLOCKERS.md', true],
  ['docs/blockers-log.md', true],
  ['README.md', false],
  ['AdBlockers.md', false],
  ['src/blockers.ts', false],
  ['blockers.md/index.ts', false],
]);
