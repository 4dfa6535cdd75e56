import assert from 'node:assert/strict';
import { readHeading } from '../../../server/src/document/heading.ts';
import { parseMarkdown } from '../../../server/src/document/markdownTree.ts';

/** The heading's id or number, priority, status and name. */
function read(text: string): string {
  const heading = parseMarkdown(text)[0];
  if (!heading) return '';
  const { id, number, priority, status, name } = readHeading(text, heading, heading.content);
  return `${id ?? number ?? '-'} ${priority ?? '-'} ${status?.status ?? '-'} | ${name}`;
}

const rows: readonly (readonly [heading: string, read: string])[] = [
  ['### BLOCK-001: Hardcoded Keys', 'BLOCK-001 - - | Hardcoded Keys'],
  ['## C01: Write Failures', 'C01 - - | Write Failures'],
  ['### 🔴 US-021-001: Fix Spoofing', 'US-021-001 P0 - | Fix Spoofing'],
  ['### ✅ PB-2 - Remove It', 'PB-2 - fixed | Remove It'],
  ['### 1. ✅ FIXED: Dev Secret', '1 - fixed | Dev Secret'],
  ['### 8. ✅ RESOLVED: Provider Removed', '8 - fixed | Provider Removed'],
  ['## 1. Mock Data (P0 - CRITICAL)', '1 P0 - | Mock Data'],
  ['### 4. Real-time Features 📡', '4 - - | Real-time Features'],
  ['## Blocker 3: No records are kept', '3 - - | No records are kept'],
  ['### [Critical] Keys in code', '- P0 - | Keys in code'],
  ['### [BLOCK-7] Keys (FIXED)', 'BLOCK-7 - fixed | Keys'],
  ['### #12: Keys', '#12 - - | Keys'],
  ['### **BLOCK-7**: `npm audit` fails', 'BLOCK-7 - - | npm audit fails'],
  ['### :white_check_mark: PB-1: Done thing', 'PB-1 - fixed | Done thing'],
  ['### PB-1: Fix the build — ✅ Resolved', 'PB-1 - fixed | Fix the build'],
  ['### PB-1: QR Pairing (v1.1 Roadmap)', 'PB-1 - - | QR Pairing (v1.1 Roadmap)'],
  ['## P0: Everything', '- P0 - | Everything'],
  ['## SHA-256 everywhere', '- - - | SHA-256 everywhere'],
  ['### Fix #1: Remove code', '- - - | Fix #1: Remove code'],
  ['### Keys in code (SOLVED)', '- - fixed | Keys in code'],
  ['### Quota (working title)', '- - - | Quota (working title)'],
  ['### E1. Credentials of the carrier', 'E1 - - | Credentials of the carrier'],
  ['### T3: instances are too small', '- - - | T3: instances are too small'],
  ['### BLOCKER-3.1: Boot fails', 'BLOCKER-3.1 - - | Boot fails'],
  ['### [#48](https://example.org/48) Deadlock', '#48 - - | Deadlock'],
  ['### Open Source Licences', '- - - | Open Source Licences'],
  ['### ✅', '- - fixed | '],
];

describe('readHeading', () => {
  for (const [heading, expected] of rows) {
    it(heading, () => assert.equal(read(heading), expected));
  }
});
