import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';

describe('a tracking document in the editor', () => {
  let blockers: vscode.TextDocument;
  let pay: vscode.TextDocument;
  let original: string;
  let originalPay: string;

  const open = (path: string) => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, path));
  };
  const whole = () => new vscode.Range(0, 0, blockers.lineCount, 0);
  const run = <Answer>(provider: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<Answer>(`vscode.execute${provider}Provider`, ...args);
  const inside = (document: vscode.TextDocument, text: string) =>
    document.positionAt(document.getText().indexOf(text) + 2);
  const lineOf = (range: vscode.Range) => blockers.lineAt(range.start.line).text.trim();
  const labelOf = ({ label }: vscode.InlayHint) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join('');
  const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);
  const ours = () =>
    vscode.languages
      .getDiagnostics(blockers.uri)
      .filter((each) => String(codeOf(each)).startsWith('location-'));
  async function restore(): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(blockers.uri, whole(), original);
    edit.replace(pay.uri, new vscode.Range(0, 0, pay.lineCount, 0), originalPay);
    await vscode.workspace.applyEdit(edit);
  }

  before(async () => {
    pay = await open('src/pay.ts');
    await vscode.window.showTextDocument(pay);
    blockers = await open('BLOCKERS.md');
    await vscode.window.showTextDocument(blockers);
    original = blockers.getText();
    originalPay = pay.getText();
    await poll(() => ours().length === 4, { what: () => `four problems; there are ${ours().length}` });
  });

  it('shows the verdict behind each location', async () => {
    const hints = await run<vscode.InlayHint[]>('InlayHint', blockers.uri, whole());
    assert.deepEqual(
      hints.map((hint) => `${blockers.lineAt(hint.position.line).text.trim()} ${labelOf(hint)}`),
      [
        '### BLOCK-001: Hardcoded keys rule: no-hardcoded-secret (inferred)',
        '- `/src/mail.ts:1` ✓ reproduced',
        '- `/src/pay.ts:1` (payments) → moved to line 4',
        '- `/src/clean.ts:1` not reproduced',
        '- `/src/gone.ts` missing',
        '- `/src/clean.ts` manual',
        '- `/src/mail.ts:1` regressed',
      ],
    );
  });

  it('has a problem for each verdict that needs somebody', () => {
    assert.deepEqual(
      ours()
        .map((each) => `${codeOf(each)} ${lineOf(each.range)}`)
        .sort(),
      [
        'location-missing - `/src/gone.ts`',
        'location-moved - `/src/pay.ts:1` (payments)',
        'location-not-reproduced - `/src/clean.ts:1`',
        'location-regressed - `/src/mail.ts:1`',
      ],
    );
  });

  it('the quick fix rewrites the location that moved, and its problem goes', async () => {
    const moved = ours().find((each) => codeOf(each) === 'location-moved');
    const kind = vscode.CodeActionKind.QuickFix.value;
    const actions = await run<vscode.CodeAction[]>('CodeAction', blockers.uri, moved?.range, kind, 10);
    const action = actions.find(({ title }) => title === 'Change the location to src/pay.ts:4');
    assert.ok(action?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(blockers.getText(), original.replace('/src/pay.ts:1', '/src/pay.ts:4'));
    await poll(() => ours().length === 3, { what: 'three problems' });
    await restore();
    await poll(() => ours().length === 4, { what: 'four problems again' });
  });

  it('tells the state of a blocker over its id in a comment, and leads to it', async () => {
    const at = inside(pay, 'BLOCK-001');
    const hovers = await run<vscode.Hover[]>('Hover', pay.uri, at);
    const shown = hovers.flatMap(({ contents }) =>
      contents.map((each) => (each as vscode.MarkdownString).value),
    );
    const state = shown.find((each) => each.includes('Hardcoded keys'));
    assert.match(state ?? '', /P0 · open · owner dana · 1 of 2 verified/);
    const [found] = await run<(vscode.Location | vscode.LocationLink)[]>('Definition', pay.uri, at);
    assert.ok(found);
    const [uri, range] =
      'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
    assert.equal(uri.toString(), blockers.uri.toString());
    assert.equal(lineOf(range), '### BLOCK-001: Hardcoded keys');
  });

  it('renaming an id changes the document and the comments', async () => {
    const edit = await run<vscode.WorkspaceEdit>(
      'DocumentRename',
      pay.uri,
      inside(pay, 'BLOCK-001'),
      'PAY-7',
    );
    const files = edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri));
    assert.deepEqual(files.sort(), ['BLOCKERS.md', 'src/clean.ts', 'src/pay.ts']);
    await vscode.workspace.applyEdit(edit);
    assert.equal(blockers.getText(), original.replaceAll('BLOCK-001', 'PAY-7'));
    assert.match(pay.getText(), /^\/\/ The key below is PAY-7\./);
    const clean = await open('src/clean.ts');
    assert.equal(
      clean.getText(),
      '// PAY-7 was here, BLOCK-0011 is another.\nexport const BLOCK = "BLOCK-001";\n',
    );
    await restore();
  });

  it('refuses an id that is taken, in a comment with a sentence, in the document without another rename', async () => {
    await assert.rejects(
      async () => run('DocumentRename', pay.uri, inside(pay, 'BLOCK-001'), 'BLOCK-002'),
      /Another blocker is BLOCK-002 already/,
    );
    const at = inside(blockers, 'BLOCK-001');
    const edit = await run<vscode.WorkspaceEdit>('DocumentRename', blockers.uri, at, 'BLOCK-002');
    assert.equal(edit.size, 0);
  });

  it('a lens above the blocker starts the work', async () => {
    const lenses = await run<vscode.CodeLens[]>('CodeLens', blockers.uri, 20);
    const lens = lenses.find(({ command }) => command?.title === 'Start work');
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    assert.equal(blockers.getText(), original.replace('- **Status:** Blocked', '- **Status:** In Progress'));
    await restore();
  });

  it('a command changes the priority of the blocker under the cursor, and undo takes it back', async () => {
    const at = inside(blockers, '### BLOCK-001');
    await vscode.window.showTextDocument(blockers, { selection: new vscode.Range(at, at) });
    const running = vscode.commands.executeCommand('productionBlockers.changePriority');
    await poll(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return blockers.getText() !== original;
      },
      { what: 'the priority to be changed', timeout: 10_000 },
    );
    await running;
    const [high = '', low = ''] = blockers.getText().split('## High Priority Blockers (P1)');
    assert.ok(!high.includes('### BLOCK-001') && low.includes('### BLOCK-001: Hardcoded keys\n'));
    assert.match(high, /\(P0\):\*\* 1\n.*\(P1\):\*\* 2\n/);
    await vscode.commands.executeCommand('undo');
    await poll(() => blockers.getText() === original, { what: 'the document as it was' });
    await blockers.save();
  });

  describe('“Verify”', () => {
    const run = async (...args: unknown[]) => {
      const running = vscode.commands.executeCommand('productionBlockers.verify', ...args);
      return { running };
    };
    /** Chooses what is in focus in the list that is open, again and again until it has closed. */
    const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const focusMail = () =>
      poll(
        async () => {
          await accept();
          const path = vscode.window.activeTextEditor?.document.uri.path ?? '';
          return path.endsWith('/src/mail.ts');
        },
        { what: 'src/mail.ts to be shown', timeout: 10_000 },
      );

    it('stands above each blocker that is not put aside', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        blockers.uri,
        20,
      );
      const verify = lenses.filter(({ command }) => command?.title === 'Verify');
      assert.deepEqual(
        verify.map(({ range }) => lineOf(range).slice(0, 13)),
        ['### BLOCK-001', '### BLOCK-002', '### BLOCK-003'],
      );
    });

    it('leads to what is still there, also from the cursor', async () => {
      await vscode.window.showTextDocument(blockers, {
        selection: new vscode.Range(inside(blockers, '### BLOCK-003'), inside(blockers, '### BLOCK-003')),
      });
      const { running } = await run();
      await focusMail();
      await running;
      assert.equal(blockers.getText(), original);
    });

    it('ticks the step of the rule and marks the blocker, where nothing is found any more', async () => {
      const mail = await open('src/mail.ts');
      const secret = mail.getText();
      const write = async (document: vscode.TextDocument, text: string) => {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
        await vscode.workspace.applyEdit(edit);
      };
      await write(mail, 'export const apiKey = process.env.API_KEY;\n');
      const step = '- **Fix Verification:**\n  - The rule finds nothing.\n  - Audit\n';
      const status = '- **Status:** In Review\n';
      await write(blockers, original.replace('- **Status:** Fixed\n', `${status}${step}`));
      const { running } = await run({ document: blockers.uri.toString(), blocker: 'BLOCK-003' });
      await poll(
        async () => {
          await accept();
          return blockers.getText().includes('[x] The rule finds nothing. (code, ');
        },
        { what: 'the step to be ticked', timeout: 10_000 },
      );
      await running;
      assert.ok(blockers.getText().includes('- **Status:** Fixed\n'), blockers.getText());
      await write(mail, secret);
      await restore();
    });
  });

  it('“Track as a blocker” writes an entry in the style of its neighbours', async () => {
    const uri = vscode.Uri.joinPath(vscode.Uri.joinPath(pay.uri, '..'), 'refund.ts');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(originalPay.slice(originalPay.indexOf('export'))));
    const refund = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(refund);
    const found = () =>
      vscode.languages.getDiagnostics(uri).find((each) => codeOf(each) === 'no-hardcoded-secret');
    const { range } = (await poll(found, { what: 'the finding' })) as vscode.Diagnostic;
    const action = await poll(
      async () => {
        const kind = vscode.CodeActionKind.QuickFix.value;
        const actions = await run<vscode.CodeAction[]>('CodeAction', uri, range, kind, 20);
        return actions.find(({ title, edit }) => title === 'Track as a blocker in BLOCKERS.md' && edit);
      },
      { what: 'the quick fix', timeout: 10_000 },
    );
    await vscode.workspace.applyEdit((action as vscode.CodeAction).edit as vscode.WorkspaceEdit);
    const added = blockers.getText().split('### BLOCK-004: ')[1] ?? '';
    assert.match(
      added,
      /^[^\n]+\n- \*\*Title:\*\* [^\n]+\n- \*\*File Locations:\*\*\n {2}- `\/src\/refund\.ts:1`\n/,
    );
    assert.match(added, /\n- \*\*Status:\*\* Blocked\n/);
    assert.match(added, /\n- \*\*Rule:\*\* `no-hardcoded-secret`\n/);
    assert.match(blockers.getText(), /\*\*Critical Blockers \(P0\):\*\* 3\n/);
    assert.ok(!blockers.getText().includes(originalPay.split("'")[1] as string), 'the secret is not in it');
    await restore();
    await vscode.workspace.fs.delete(uri);
    await vscode.window.showTextDocument(blockers);
  });

  it('completes a status in the words of the document', async () => {
    const line = blockers.getText().split('\n').indexOf('- **Status:** Blocked');
    const at = new vscode.Position(line, '- **Status:** '.length);
    const { items } = await run<vscode.CompletionList>('CompletionItem', blockers.uri, at);
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('In Progress') && labels.includes('Blocked'), labels.join());
  });

  it('lists the blockers in the outline', async () => {
    const symbols = await run<vscode.DocumentSymbol[]>('DocumentSymbol', blockers.uri);
    const names = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.ok(names(symbols).includes('BLOCK-003: Keys once more'), names(symbols).join());
  });
});
