/** `npm run bench:accuracy`: builds, then prints what the rules find on real sources and how much of it is right. */
import { buildExtension, orExit } from '../lib/buildExtension.ts';
import { runProcess } from '../lib/runProcess.ts';
import { fromRoot } from '../paths.ts';

await orExit('Building', buildExtension());
const script = fromRoot('test', 'bench', 'accuracy', 'run.ts');
const { code } = await runProcess(process.execPath, [script, ...process.argv.slice(2)], {
  cwd: fromRoot(),
  onOutput: (text) => process.stdout.write(text),
});
process.exitCode = code;
