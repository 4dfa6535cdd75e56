import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-jsonrpc/node';
import { check } from '../../server/src/worker/requests.ts';
import { scanRoot } from '../../server/src/worker/scanRoot.ts';
import { WorkerHost } from '../../server/src/worker/workerHost.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;

describe('a rule that never ends', () => {
  const host = new WorkerHost(new URL('../support/workers/hanging.ts', import.meta.url), 1_500);
  after(() => host.end());

  it('is stopped: the scan says what it left out, and has everything else', async () => {
    const root = projectFolder({
      'a.ts': secret,
      'b.ts': `// hang here\n${secret}`,
      'c.ts': secret,
      'd.ts': '// hang here\n',
    });
    const { results } = await scanRoot(
      host,
      { root, includeIgnored: false },
      CancellationToken.None,
      () => {},
    );
    assert.deepEqual(
      results.map(({ file, findings, skipped }) => [file, findings.length, skipped.length]),
      [
        ['a.ts', 1, 0],
        ['b.ts', 0, 1],
        ['c.ts', 1, 0],
        ['d.ts', 0, 1],
      ],
    );
    const reason = results[1]?.skipped[0]?.reason;
    assert.equal(reason, 'A rule did not come to an end here and was stopped; the file is left out.');
    const [edited] = await host.ask(check, { root, path: 'a.ts', text: secret + secret });
    assert.equal(edited.findings.length, 2, 'the next edit is answered');
  });
});

describe('rules that take their time', () => {
  const host = new WorkerHost(new URL('../support/workers/hanging.ts', import.meta.url), 1_500);
  after(() => host.end());

  it('are not taken to hang, however long the whole scan takes', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}.ts`);
    const slow = `// take your time\n${secret}`;
    const root = projectFolder(Object.fromEntries(names.map((name) => [name, slow])));
    const { results } = await scanRoot(
      host,
      { root, includeIgnored: false },
      CancellationToken.None,
      () => {},
    );
    assert.equal(results.length, names.length);
    assert.deepEqual(
      results.flatMap(({ skipped }) => skipped),
      [],
    );
  });
});
