/** Runs the suites inside the editor: `node test/vscode/run.ts [--grep …] [--group …] [--counts <file>]`. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeBrowser } from '../harness/browser.ts';
import { runInEditor } from '../harness/runInEditor.ts';
import { groups } from './groups.ts';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, group: { type: 'string' }, counts: { type: 'string' } },
});
const wanted = groups.filter(({ name }) => values.group === undefined || name === values.group);
const counts = await runInEditor(wanted, {
  ...(values.grep === undefined ? {} : { grep: values.grep }),
  report: (line) => console.log(line),
});
await closeBrowser();
if (values.counts) writeFileSync(values.counts, JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
