/** `npm run bench`: builds, then prints what scan, edit and document take on real sources. Asserts nothing. */
import { buildExtension, orExit } from '../lib/buildExtension.ts';
import { runProcess } from '../lib/runProcess.ts';
import { fromRoot } from '../paths.ts';

await orExit('Building', buildExtension());
const { code } = await runProcess(process.execPath, [fromRoot('test', 'bench', 'run.ts')], {
  cwd: fromRoot(),
  onOutput: (text) => process.stdout.write(text),
});
process.exitCode = code;
