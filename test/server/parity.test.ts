/** Command line and language server are two ways to the same findings. */
import assert from 'node:assert/strict';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import type { Finding } from '../../server/src/model/index.ts';
import { methods, type WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { rules } from '../../server/src/rules/index.ts';
import { cliJson } from '../support/cli.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';

const root = fromRoot('test', 'workspaces', 'shop');

/** What a diagnostic and a finding both say, as text: file, range from 1, rule, message. */
const said = (file: string, range: Finding['range'], code: unknown, message: string): string =>
  `${file}:${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column} ${code}: ${message}`;

const fromLsp = ({ start, end }: Diagnostic['range']): Finding['range'] => ({
  start: { line: start.line + 1, column: start.character + 1 },
  end: { line: end.line + 1, column: end.character + 1 },
});

describe('the sample', () => {
  let server: LanguageServerProcess;
  let scanned: readonly Finding[];
  before(async () => {
    scanned = (await cliJson<{ findings: Finding[] }>('scan', root)).json.findings;
    assert.ok(scanned.length > 0);
    server = await LanguageServerProcess.start({
      root,
      settings: { diagnostics: { scope: 'workspace' } },
      initializationOptions: { panel: true, commands: true },
    });
  });
  after(() => server.stop());

  const whole = () =>
    poll(
      async () => {
        const state = await server.connection.sendRequest<WorkspaceState>(methods.state);
        const [folder] = state.folders;
        // Claims are checked when the scan is through.
        const checked = folder?.documents.some(({ blockers }) =>
          blockers.some(({ locations }) => locations.some(({ verdict }) => verdict === 'reproduced')),
        );
        return folder?.scan.phase === 'done' && checked && folder;
      },
      { what: 'the end of the scan' },
    );

  it('has the same findings in `scan` and in the language server, byte for byte', async () => {
    const served = (await whole()).files.flatMap(({ findings }) => findings);
    assert.ok(
      served.some(({ blocker }) => blocker),
      'the document covers some of them',
    );
    assert.equal(JSON.stringify(served, undefined, 1), JSON.stringify(scanned, undefined, 1));
  });

  it('has the findings of `scan` as diagnostics of the workspace, less what is suppressed', async () => {
    await whole();
    const { items } = await server.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const shown = items.flatMap((report) => {
      const file = report.uri.slice(server.uriOf('').length);
      const diagnostics = report.kind === 'full' ? report.items : [];
      // The tracking document has problems of its own.
      const found = diagnostics.filter(({ code }) => rules.some(({ id }) => id === code));
      return found.map(({ range, code, message }) => said(file, fromLsp(range), code, String(message)));
    });
    const wanted = scanned.filter(({ suppressed }) => !suppressed);
    assert.deepEqual(
      shown.sort(),
      wanted.map(({ file, range, ruleId, message }) => said(file, range, ruleId, message)).sort(),
    );
  });
});
