import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, InlayHint, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { editText, LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { trackedProject } from '../support/trackedProject.ts';

const text = trackedProject['BLOCKERS.md'] as string;
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

describe('what a tracking document claims, in the editor', () => {
  let server: LanguageServerProcess;
  before(async () => {
    server = await LanguageServerProcess.start({ root: projectFolder(trackedProject) });
    await server.open('BLOCKERS.md', text, 'markdown');
  });
  after(() => server.stop());

  const textDocument = () => ({ uri: server.uriOf('BLOCKERS.md') });
  const hints = () =>
    poll(
      async () => {
        const all = await server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
          textDocument: textDocument(),
          range: whole,
        });
        return all.some(({ label }) => label === '✓ reproduced') && all;
      },
      { what: 'verdicts', timeout: 8_000 },
    );
  const line = (number: number) => text.split('\n')[number] ?? '';
  const actionsAt = (range: Range, diagnostics: Diagnostic[] = []) =>
    server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: textDocument(),
      range,
      context: { diagnostics },
    });
  const resultOf = async (action: CodeAction | undefined) => {
    assert.ok(action);
    const { edit } = await server.resolve(action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(change);
    assert.equal(change.textDocument.version, 1, 'refused where the text has changed meanwhile');
    return editText(text, change.edits as never);
  };

  it('each location shows its verdict, and a heading the rule that was inferred', async () => {
    const shown = (await hints()).map(({ label, position }) => [line(position.line).trim(), label]);
    assert.deepEqual(shown, [
      ['### BLOCK-001: Hardcoded keys', 'rule: no-hardcoded-secret (inferred)'],
      ['- `/src/mail.ts:1`', '✓ reproduced'],
      ['- `/src/pay.ts:1` (payments)', '→ moved to line 4'],
      ['- `/src/clean.ts:1`', 'not reproduced'],
      ['- `/src/gone.ts`', 'missing'],
      ['- `/src/clean.ts`', 'manual'],
      ['- `/src/mail.ts:1`', 'regressed'],
    ]);
  });

  it('stands behind the back-ticks', async () => {
    const hint = (await hints()).find(({ label }) => String(label).startsWith('→'));
    assert.equal(hint?.position.character, '  - `/src/pay.ts:1`'.length);
  });

  it('only what is asked for is shown', async () => {
    await hints();
    const some = await server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: textDocument(),
      range: { start: { line: 10, character: 0 }, end: { line: 10, character: 5 } },
    });
    assert.deepEqual(
      some.map(({ label }) => label),
      ['✓ reproduced'],
    );
  });

  it('other files have none', async () => {
    const uri = server.uriOf('README.md');
    await server.open('README.md', text, 'markdown');
    const answer = await server.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range: whole,
    });
    assert.equal(answer, null);
  });

  it('what needs somebody is a problem', async () => {
    await hints();
    const all = await server.diagnostics('BLOCKERS.md', 6);
    const problems = all.filter(({ code }) => String(code).startsWith('location-'));
    assert.deepEqual(
      problems.map(({ code, severity, range }) => [code, severity, line(range.start.line).trim()]),
      [
        ['location-moved', 3, '- `/src/pay.ts:1` (payments)'],
        ['location-not-reproduced', 3, '- `/src/clean.ts:1`'],
        ['location-missing', 2, '- `/src/gone.ts`'],
        ['location-regressed', 1, '- `/src/mail.ts:1`'],
      ],
    );
  });

  it('the quick fix for what has moved changes the line number alone', async () => {
    await hints();
    const moved = (await server.diagnostics('BLOCKERS.md', 6)).find(({ code }) => code === 'location-moved');
    const actions = await server.codeActions('BLOCKERS.md', moved as Diagnostic);
    const action = actions.find(({ title }) => title === 'Change the location to src/pay.ts:4');
    assert.equal(action?.isPreferred, true);
    assert.equal(action?.diagnostics?.length, 1);
    assert.equal(await resultOf(action), text.replace('/src/pay.ts:1', '/src/pay.ts:4'));
  });

  for (const [code, title, fixed] of [
    ['location-missing', 'Take src/gone.ts out of BLOCK-001', text.replace('  - `/src/gone.ts`\n', '')],
    [
      'location-not-reproduced',
      'Take src/clean.ts, line 1 out of BLOCK-001',
      text.replace('  - `/src/clean.ts:1`\n', ''),
    ],
    [
      'location-regressed',
      'Set the status of BLOCK-003 to open',
      text.replace('- **Status:** Fixed', '- **Status:** Blocked'),
    ],
  ] as const) {
    it(`${code} has the fix “${title}”`, async () => {
      await hints();
      const problem = (await server.diagnostics('BLOCKERS.md', 6)).find((each) => each.code === code);
      const actions = await server.codeActions('BLOCKERS.md', problem as Diagnostic);
      const action = actions.find((each) => each.title === title);
      assert.equal(action?.diagnostics?.length, 1, actions.map((each) => each.title).join());
      assert.equal(await resultOf(action), fixed);
    });
  }

  it('“Link to rule” writes the field', async () => {
    await hints();
    const at = { line: 7, character: 4 };
    const action = (await actionsAt({ start: at, end: at })).find(({ title }) => title.startsWith('Link'));
    assert.equal(action?.title, 'Link to rule no-hardcoded-secret');
    const field = '- **Status:** Blocked\n';
    assert.equal(
      await resultOf(action),
      text.replace(field, `${field}- **Rule:** \`no-hardcoded-secret\`\n`),
    );
  });

  it('a blocker that names its rule has nothing to link', async () => {
    await hints();
    const at = { line: text.split('\n').findIndex((each) => each.startsWith('### BLOCK-003')), character: 4 };
    assert.deepEqual(await actionsAt({ start: at, end: at }), []);
  });
});
