import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, TextDocumentEdit, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { editText, LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { trackedProject } from '../support/trackedProject.ts';

const plan = [
  '# Resolutions',
  '',
  '## 1. Seats Sold Twice (P0 - CRITICAL)',
  '**File:** `src/mail.ts:1`',
  '**Status:** Open',
  '',
  '### Critical Path (5-8 hours):',
  '',
  '1. **Lock the seat** (3-4 hours)',
  '2. **Test it** (3-6 hours)',
  '',
  '## Decision Matrix',
  '',
  '| Blocker | Current | After Fixes | Time |',
  '|---|---|---|---|',
  '| Seats sold twice | ❌ OPEN | ✅ READY | 6-10 hours |',
  '',
  '## Rollback Plan',
  '',
  '1. **If seats are wrong:**',
  '   - Revert to seats sold twice',
  '',
].join('\n');
const sum = '5-8 hours stands here; the steps take 6-10 hours together.';

describe('a plan beside the tracking document', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());

  const start = async (files: Readonly<Record<string, string>>, settings: unknown = null) => {
    const root = projectFolder({ ...trackedProject, ...files });
    server = await LanguageServerProcess.start({ root, settings });
    return root;
  };
  const messages = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ code, message }) => [code, message]);

  it('says where it contradicts itself, follows what is typed, and has the fix', async () => {
    await start({ 'docs/BLOCKERS_RESOLUTION.md': plan });
    await server.open('docs/BLOCKERS_RESOLUTION.md', plan, 'markdown');
    const found = await server.diagnostics('docs/BLOCKERS_RESOLUTION.md', 2);
    assert.deepEqual(messages(found), [
      ['sum-differs', sum],
      ['rollback-reopens', 'This brings back what #1 is about, which is P0.'],
    ]);
    const [problem] = found;
    assert.ok(problem);
    const actions = await server.codeActions('docs/BLOCKERS_RESOLUTION.md', problem);
    const action = actions.find(({ title }) => title === 'Write 6-10');
    assert.ok(action);
    const { edit } = await server.resolve(action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const mended = plan.replace('(5-8 hours)', '(6-10 hours)');
    assert.equal(editText(plan, (change?.edits ?? []) as never), mended);
    await server.change('docs/BLOCKERS_RESOLUTION.md', mended);
    await server.diagnostics('docs/BLOCKERS_RESOLUTION.md', 1);
  });

  it('is no tracker: its blockers are not tracked twice', async () => {
    await start({ 'GO-NO-GO.md': plan });
    await server.open('GO-NO-GO.md', plan, 'markdown');
    await server.diagnostics('GO-NO-GO.md', 2);
    const uri = server.uriOf('GO-NO-GO.md');
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const hints = await server.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range,
    });
    assert.equal(hints, null);
  });

  it('is named with the whole workspace, where that is asked for', async () => {
    const root = await start({ 'PRODUCTION_READINESS.md': plan }, { diagnostics: { scope: 'workspace' } });
    writeFileSync(join(root, 'README.md'), plan);
    const files = await poll(
      async () => {
        const { items } = await server.connection.sendRequest<WorkspaceDiagnosticReport>(
          'workspace/diagnostic',
          {
            previousResultIds: [],
          },
        );
        const named = items.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
        return named.includes('PRODUCTION_READINESS.md') && named;
      },
      { what: 'the plan', timeout: 8_000 },
    );
    assert.ok(!files.includes('README.md'));
  });

  for (const [file, text, why] of [
    ['README.md', plan, 'its name says nothing of a plan'],
    ['AdBlockers.md', plan, 'its name only looks like it'],
    [
      'docs/production.md',
      '# Production\n\n**Total:** 9 hours\n\n| Task | Time |\n|---|---|\n| Deploy | 1 hour |\n| Wait | 2 hours |\n',
      'it has only one thing that a plan has',
    ],
  ] as const) {
    it(`leaves ${file} alone: ${why}`, async () => {
      await start({ [file]: text });
      await server.open('BLOCKERS.md', trackedProject['BLOCKERS.md'] as string, 'markdown');
      await server.open(file, text, 'markdown');
      // The tracker's are there: the plan's would be, too.
      await poll(
        async () => {
          const report = await server.pull('BLOCKERS.md');
          return report.kind === 'full' && report.items.length > 0;
        },
        { what: "the tracker's diagnostics", timeout: 8_000 },
      );
      await server.diagnostics(file, 0);
    });
  }
});
