import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../scripts/paths.ts';
import { fullCapabilities } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { trackedProject } from '../support/trackedProject.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
}

const written = (message: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

/** Reads messages from a stream's chunks, of which each may end anywhere. */
function reader(onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let left = Buffer.alloc(0);
  return (chunk) => {
    left = Buffer.concat([left, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/.exec(left.toString('latin1'));
      const end = (head?.[0].length ?? 0) + Number(head?.[1]);
      if (!head || left.length < end) return;
      const message = JSON.parse(left.toString('utf8', head[0].length, end)) as Message;
      left = left.subarray(end);
      onMessage(message);
    }
  };
}

/** So many that looking for documents among them takes its time. */
const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`docs/${index}/a.txt`, 'a\n']));

/** The id of a request that is answered as soon as the folders are open. */
const whenOpened = 3;

/**
 * Runs the server with a client that answers everything, until the moment comes to stop it: the answer to that message
 * and the shutdown come in one piece.
 */
function stoppedAt(moment: (message: Message) => boolean, capabilities: object) {
  const uri = pathToFileURL(projectFolder({ ...trackedProject, ...many })).toString();
  const server = spawn(process.execPath, [fromRoot('dist/server.js'), '--stdio']);
  let stderr = '';
  let stopped = false;
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const send = (...messages: object[]) => server.stdin.write(messages.map(written).join(''));
  server.stdout.on(
    'data',
    reader((message) => {
      const { id, method, params } = message;
      if (id === 1 && method === undefined) send({ method: 'initialized', params: {} });
      const isRequest = id !== undefined && method !== undefined;
      const answer = isRequest ? [{ id, result: params?.items?.map(() => null) ?? null }] : [];
      const stop = !stopped && moment(message) ? [{ id: 2, method: 'shutdown' }, { method: 'exit' }] : [];
      stopped ||= stop.length > 0;
      if (answer.length + stop.length > 0) send(...answer, ...stop);
    }),
  );
  const text = trackedProject['BLOCKERS.md'];
  send(
    {
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'x' }], capabilities },
    },
    {
      id: whenOpened,
      method: 'textDocument/diagnostic',
      params: { textDocument: { uri: 'file:///elsewhere/a.ts' } },
    },
    {
      method: 'textDocument/didOpen',
      params: {
        textDocument: { uri: `${uri}/BLOCKERS.md`, languageId: 'markdown', version: 1, text },
      },
    },
  );
  return new Promise<{ code: number | null; stderr: string; stopped: boolean }>((done) => {
    server.on('close', (code) => done({ code, stderr, stopped }));
  });
}

/** Like an editor's that can do everything, so that the server has everything to ask. */
const capabilities = {
  ...fullCapabilities,
  window: { workDoneProgress: true },
  workspace: {
    ...fullCapabilities.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
  },
};
const pushed = { ...capabilities, textDocument: {} };

describe('a server that is told to stop', function () {
  this.timeout(60_000);

  const asked = (method: string, times = 1) => {
    let count = 0;
    return (message: Message) => message.method === method && ++count === times;
  };
  for (const [what, moment, able] of [
    ['as soon as it has started', ({ id }: Message) => id === 1, capabilities],
    ['while it asks for settings', asked('workspace/configuration'), capabilities],
    ['while it asks for changes of settings', asked('client/registerCapability', 1), capabilities],
    ['while it opens a folder', asked('client/registerCapability', 2), capabilities],
    ['while it looks for documents', ({ id, method }: Message) => id === whenOpened && !method, capabilities],
    ['when it begins to scan', asked('window/workDoneProgress/create'), capabilities],
    ['while it scans', asked('$/progress'), capabilities],
    ['when it is through', asked('workspace/diagnostic/refresh'), capabilities],
    ['while verdicts come', asked('workspace/inlayHint/refresh'), capabilities],
    ['while it sends diagnostics', asked('textDocument/publishDiagnostics'), pushed],
  ] as const) {
    it(`${what} ends in order, with nothing to say`, async () => {
      const { code, stderr, stopped } = await stoppedAt(moment, able);
      assert.ok(stopped, 'the moment never came');
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  }
});
