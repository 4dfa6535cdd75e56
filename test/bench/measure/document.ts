/** Reading a tracking document of 1,000 blockers, in a process that has read none before. */
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';

const count = 1_000;
const blockers = Array.from({ length: count }, (_, index) =>
  [
    `### BLOCK-${String(index + 1).padStart(4, '0')}: Place ${index} answers too late`,
    '- **Title:** A request waits for what it does not need',
    `- **File Locations:** \`src/routes/route${index}.ts:${index + 1}-${index + 9}\``,
    '- **Status:** Open',
    '- **Effort:** 2-4 hours',
    '- **Impact:** Pages stay empty while the report is made.',
    '- **Fix Verification:**',
    '  - [ ] The request is answered before the report is made',
    '  - [ ] Automated tests pass',
    '',
  ].join('\n'),
);
const text = ['# Blockers', '', '## Critical Blockers (P0)', '', ...blockers].join('\n');

const started = performance.now();
const read = readTrackingDocument(text);
const milliseconds = performance.now() - started;
if (read.blockers.length !== count) throw new Error(`${read.blockers.length} blockers were read.`);
console.log(JSON.stringify({ milliseconds }));
