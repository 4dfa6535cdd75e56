import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { readTrackingDocument } from '../../server/src/document/readTrackingDocument.ts';
import type { CreateDocumentResult } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;
const project = { 'package.json': '{ "name": "mail" }\n', 'src/mail.ts': secret, 'src/pay.ts': secret };

describe('a new tracking document', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());
  const start = async (files: Readonly<Record<string, string>>) => {
    server = await LanguageServerProcess.start({ root: projectFolder(files) });
    return server.root;
  };
  const create = (params: object = {}) =>
    server.connection.sendRequest<CreateDocumentResult>('productionBlockers/createDocument', params);

  it('is written from what was found, once', async () => {
    const root = await start(project);
    const result = await create();
    assert.deepEqual(result, { applied: true, document: server.uriOf('BLOCKERS.md') });
    const text = readFileSync(join(root, 'BLOCKERS.md'), 'utf8');
    assert.ok(!text.includes(namedSecret), 'a document never shows a secret');
    const [blocker, another] = readTrackingDocument(text).blockers;
    assert.equal(another, undefined);
    assert.equal(blocker?.rule, 'no-hardcoded-secret');
    assert.deepEqual(
      blocker.locations.map(({ file }) => file),
      ['src/mail.ts', 'src/pay.ts'],
    );
    assert.equal((await create({ folder: 'file:///nowhere' })).applied, false);
    const again = await create();
    assert.deepEqual(again, {
      applied: false,
      reason: 'There is a tracking document already: BLOCKERS.md.',
    });
  });

  it('is written where the configuration says', async () => {
    const root = await start({ ...project, 'production-blockers.json': '{ "document": "LAUNCH.md" }\n' });
    const result = await create({ folder: server.uriOf('').replace(/\/$/, '') });
    assert.deepEqual(result, { applied: true, document: server.uriOf('LAUNCH.md') });
    assert.ok(existsSync(join(root, 'LAUNCH.md')));
  });

  it('begins with the finding that is to be tracked', async () => {
    await start(project);
    await server.open('src/mail.ts', secret);
    const [problem] = await server.diagnostics('src/mail.ts', 1);
    assert.ok(problem);
    const actions = await server.codeActions('src/mail.ts', problem);
    const action = actions.find(({ title }) => title === 'Track as a blocker in a new BLOCKERS.md');
    assert.ok(action);
    const { edit } = await server.resolve(action);
    const [made, written] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    assert.deepEqual([made.kind, made.uri], ['create', server.uriOf('BLOCKERS.md')]);
    const text = (written.edits[0] as { newText: string }).newText;
    assert.deepEqual(
      readTrackingDocument(text).blockers.map(({ locations }) => locations.map(({ file }) => file)),
      [['src/mail.ts']],
    );
  });
});
