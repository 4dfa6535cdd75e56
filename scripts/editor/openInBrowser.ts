import { createServer } from 'node:net';
import { buildPackageOrExit } from '../lib/buildExtension.ts';
import { tempFolder } from '../lib/tempFolder.ts';
import { fromRoot } from '../paths.ts';
import { startEditorServer } from './editorServer.ts';
import { installEditor } from './installEditor.ts';
import { installExtension } from './installExtension.ts';

/** The port unless another is asked for: always the same, so that an open page finds its editor again. */
const usualPort = 8137;

/** What is opened, and how. */
export interface BrowserStart {
  /** A folder or a `.code-workspace` file, absolute. */
  readonly target: string;
  /** Without one: the usual one, or a free one where that is taken. */
  readonly port: number | undefined;
  readonly trusted: boolean;
}

/** Builds, packages and serves VS Code with the package installed, and prints its address. Until it is ended. */
export async function openInBrowser({ target, port, trusted }: BrowserStart): Promise<void> {
  if (port !== undefined && !(await isFree(port))) {
    console.error(`Port ${port} is taken. Without --port, a free one is used.`);
    process.exit(1);
  }
  const vsix = fromRoot('.cache', 'production-blockers.vsix');
  await buildPackageOrExit(vsix);
  await installEditor();
  const extensions = tempFolder('extensions').path;
  await installExtension(vsix, extensions);
  const server = await startEditorServer({
    extensions,
    trusted,
    port: port ?? ((await isFree(usualPort)) ? usualPort : 0),
  });
  console.log(`\nVS Code with Production Blockers is ready. Open this address in a browser:\n`);
  console.log(`  ${server.address(target)}\n`);
  console.log('Ctrl+C ends it.');
  await server.ended;
  console.error(`The editor's server has ended:\n${server.output()}`);
  process.exitCode = 1;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
