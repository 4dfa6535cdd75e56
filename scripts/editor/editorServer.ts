import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnBound } from '../lib/runProcess.ts';
import { tempFolder } from '../lib/tempFolder.ts';
import { installEditor } from './installEditor.ts';
import { type Settings, withQuietDefaults } from './settings.ts';

/** What a server is started with. */
export interface EditorServerOptions {
  /** A folder of installed extensions, as {@link installExtension} fills it. */
  readonly extensions: string;
  /** Whether workspaces are trusted. Without trust, every folder opens in restricted mode. */
  readonly trusted: boolean;
  /** User settings, over the quiet defaults. */
  readonly settings?: Settings;
  /** A free one unless given. */
  readonly port?: number;
  /** Makes pages offer `window.driver` and run tests in the extension host. */
  readonly driver?: boolean;
}

/** A running VS Code in which a browser can open folders of this machine. */
export interface EditorServer {
  /** Where it opens `target`, a folder or a `.code-workspace` file, as an absolute path. */
  address(target: string, parameters?: Readonly<Record<string, string>>): string;
  /** The user's settings.json. A page reads it when it is loaded and does not notice changes later. */
  readonly settingsFile: string;
  /** Where the logs of the editor and of the extensions are. */
  readonly logFolder: string;
  /** What the server has said so far, without what is known to be harmless. */
  output(): string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
  /** Settles when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
}

/** Starts VS Code's server build with an empty user profile, and waits until it answers. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  const editor = await installEditor();
  const data = tempFolder('editor');
  const settingsFile = join(data.path, 'data', 'User', 'settings.json');
  mkdirSync(join(settingsFile, '..'), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify(withQuietDefaults(options.settings), undefined, 2));

  const child = spawnBound(process.execPath, commandLine(editor, data.path, options), {
    env: { ...editorEnvironment(), ...socketsIn(data.path) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => {
      data.remove();
      resolve();
    });
  });
  const port = await new Promise<string>((resolve, reject) => {
    const read = (text: string): void => {
      output += text;
      const line = /Extension host agent listening on (\d+)/.exec(output);
      if (line?.[1]) resolve(line[1]);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`The editor's server did not start:\n${output}`)));
  });

  return {
    address: (target, parameters) => {
      const kind = target.endsWith('.code-workspace') ? 'workspace' : 'folder';
      return `http://127.0.0.1:${port}/?${new URLSearchParams({ [kind]: target, ...parameters })}`;
    },
    settingsFile,
    logFolder: join(data.path, 'data', 'logs'),
    output: () => withoutKnownNoise(output),
    stop: () => {
      child.kill();
      return ended;
    },
    ended,
  };
}

function commandLine(editor: string, data: string, options: EditorServerOptions): string[] {
  return [
    join(editor, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--server-data-dir', data, '--extensions-dir', options.extensions],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...['--telemetry-level', 'off'],
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ...(options.driver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** This process's environment less what would tell the editor that it runs inside another one. */
export function editorEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  // No market place: nothing is looked up in the network.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/** VS Code and its git extension leave sockets behind; in this folder they go with it, where the path is short. */
function socketsIn(folder: string): NodeJS.ProcessEnv {
  const longestName = 'vscode-ipc-00000000-0000-0000-0000-000000000000.sock';
  const fits = join(folder, longestName).length < 104;
  return process.platform === 'linux' && fits ? { XDG_RUNTIME_DIR: folder } : {};
}

/** The server's log library is a native module that is not built, which it complains about at length. */
function withoutKnownNoise(output: string): string {
  return output
    .replace(/^Error: Could not locate the bindings file[\s\S]*?^}\n?/gm, '')
    .replace(/^File not found: .*vsda.*\n?/gm, '');
}
