import { join } from 'node:path';
import { runProcess } from '../lib/runProcess.ts';
import { tempFolder } from '../lib/tempFolder.ts';
import { editorEnvironment } from './editorServer.ts';
import { installEditor } from './installEditor.ts';

/** Installs a `.vsix` into the folder `extensions`, as `code --install-extension` would. */
export async function installExtension(vsix: string, extensions: string): Promise<void> {
  const editor = await installEditor();
  const data = tempFolder('install');
  const script = join(editor, 'out', 'server-main.js');
  const folders = ['--server-data-dir', data.path, '--extensions-dir', extensions];
  const args = [script, '--accept-server-license-terms', ...folders, '--install-extension', vsix];
  const { code, output } = await runProcess(process.execPath, args, { env: editorEnvironment() });
  data.remove();
  if (code !== 0 || !output.includes('successfully installed')) {
    throw new Error(`${vsix} could not be installed (exit ${code}):\n${output}`);
  }
}
