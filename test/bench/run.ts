/** What `npm run bench` prints: what things take on real sources, as medians of five, beside what they can't go below. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NodeWorkspace } from '../../server/src/engine/nodeWorkspace.ts';
import { neverCancelled } from '../../server/src/engine/ports.ts';
import { languageOf } from '../../server/src/languages/language.ts';
import { type ColdScan, coldScan } from './coldScan.ts';
import { edits, markdown, script } from './edits.ts';
import { inProcess } from './inProcess.ts';
import type { ClaimTimes } from './measure/claims.ts';
import type { DocumentTimes } from './measure/document.ts';
import type { Floor } from './measure/floor.ts';
import type { RuleTimes } from './measure/rules.ts';
import type { VersionTimes } from './measure/versions.ts';
import { median } from './median.ts';
import { ghost, sourcesOf } from './sources.ts';
import { documentName, trackedFolder } from './trackedFolder.ts';

const runs = 5;

async function five<Result>(measure: () => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) results.push(await measure());
  return results;
}

/** The script of middle size and the largest one, by path. */
async function twoScripts(folder: string): Promise<readonly [string, string]> {
  const sized: [string, number][] = [];
  const workspace = new NodeWorkspace(folder);
  for await (const path of workspace.list(neverCancelled, () => {})) {
    if (languageOf(path) !== 'script' || 'skipped' in (await workspace.read(path))) continue;
    sized.push([path, statSync(join(folder, path)).size]);
  }
  sized.sort(([, a], [, b]) => a - b);
  return [sized[Math.floor(sized.length / 2)]?.[0] ?? '', sized.at(-1)?.[0] ?? ''];
}

const folder = await sourcesOf(ghost);
console.log(`On the published sources of ${ghost.name} ${ghost.version}; medians of ${runs}.\n`);

const floors = await five(() => inProcess<Floor>('floor', folder));
const floor = median(floors.map(({ milliseconds }) => milliseconds));
const { scripts, size, nodes } = floors[0] as Floor;
const line = (what: string, milliseconds: number, note = ''): void => {
  const ratio = (milliseconds / floor).toFixed(milliseconds < floor / 10 ? 4 : 2);
  console.log(
    `${what.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms  ${ratio.padStart(7)}  ${note}`.trimEnd(),
  );
};
line(
  'parse and walk only (the floor)',
  floor,
  `${scripts} scripts, ${(size / 1e6).toFixed(1)} MB, ${nodes} nodes`,
);

const scans = await five(() => coldScan(folder));
const { files, findings } = scans[0] as ColdScan;
line(
  'cold scan, command line',
  median(scans.map(({ milliseconds }) => milliseconds)),
  `${files} files, ${findings} findings`,
);

for (const [what, file] of Object.entries(
  Object.fromEntries(
    (await twoScripts(folder)).map((each, index) => [
      index === 0 ? 'one edit, script of middle size' : 'one edit, largest script',
      each,
    ]),
  ),
)) {
  const kilobytes = (statSync(join(folder, file)).size / 1_000).toFixed(1);
  line(what, median(await edits(folder, script(file), runs)), `${file}, ${kilobytes} kB`);
}
const documents = await five(() => inProcess<DocumentTimes>('document'));
line(
  'reading 1,000 blockers, at first',
  median(documents.map(({ first }) => first)),
  'in a process that has read none',
);
line('reading 1,000 blockers, again', median(documents.map(({ again }) => again)));
const claims = await five(() => inProcess<ClaimTimes>('claims'));
line('checking their 1,000 locations', median(claims.map(({ check }) => check)), 'beside reading');
const tracked = trackedFolder(1_000);
line(
  'one edit in it, to diagnostics',
  median(await edits(tracked.path, markdown(documentName), 21)),
  'through the server, checked against the code',
);
tracked.remove();
const histories = await five(() => inProcess<VersionTimes>('versions'));
line(
  '500 versions of 55 blockers',
  median(histories.map(({ git, read }) => git + read)),
  `of it ${median(histories.map(({ git }) => git)).toFixed(0)} ms git`,
);
console.log(
  `${'peak memory of the scan'.padEnd(34)} ${median(scans.map(({ memory }) => memory))
    .toFixed(0)
    .padStart(9)} MB`,
);

const shares = await five(() => inProcess<RuleTimes>('rules', folder));
const total = median(shares.map((share) => share.total));
console.log(`\nOf a scan in one thread with a clock around each rule (${total.toFixed(0)} ms):`);
const taken = Object.keys(shares[0]?.rules ?? {}).map(
  (id) => [id, median(shares.map((share) => share.rules[id] ?? 0))] as const,
);
for (const [id, milliseconds] of taken.sort(([, a], [, b]) => b - a)) {
  console.log(
    `${id.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms  ${((100 * milliseconds) / total).toFixed(1).padStart(6)} %`,
  );
}
