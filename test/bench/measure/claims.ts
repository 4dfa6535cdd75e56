/** Checking 1,000 locations of a document against a scanned folder, beside reading the document alone. */
import { Engine } from '../../../server/src/engine/engine.ts';
import { NodeWorkspace } from '../../../server/src/engine/nodeWorkspace.ts';
import { neverCancelled } from '../../../server/src/engine/ports.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { Documents } from '../../../server/src/worker/documents.ts';
import { median } from '../median.ts';
import { documentName, trackedDocument, trackedFolder } from '../trackedFolder.ts';

/** Milliseconds, medians: the text is another one each time. */
export interface ClaimTimes {
  readonly read: number;
  /** What checking takes after reading. */
  readonly check: number;
}

const count = 1_000;
const folder = trackedFolder(count);
const workspace = new NodeWorkspace(folder.path);
const clock = { today: () => '2026-01-20' };
const engine = new Engine(workspace, rules, clock);
const renames = { renamedTo: async () => [], whyUnknown: async () => undefined };
const documents = new Documents(engine, workspace, { rules, clock, renames });
await engine.scan(neverCancelled, () => {});

const reads: number[] = [];
const checks: number[] = [];
for (let run = 0; run < 11; run++) {
  engine.setOpen(documentName, `${trackedDocument(count)}\nEdited ${run} times.\n`);
  const started = performance.now();
  await documents.read(documentName);
  const read = performance.now();
  const tracked = await documents.tracked([documentName]);
  checks.push(performance.now() - read);
  reads.push(read - started);
  const found = Object.keys(tracked).length;
  if (found !== count) throw new Error(`${found} locations were found to be true.`);
}
const result: ClaimTimes = { read: median(reads), check: median(checks) };
console.log(JSON.stringify(result));
