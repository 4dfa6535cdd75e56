import assert from 'node:assert/strict';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { editText, LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { trackedProject } from '../support/trackedProject.ts';

const textOf = (file: string) => trackedProject[file] as string;
const document = textOf('BLOCKERS.md');

describe('the ids of blockers', () => {
  let server: LanguageServerProcess;
  before(async () => {
    server = await LanguageServerProcess.start({ root: projectFolder(trackedProject) });
    await server.open('BLOCKERS.md', document, 'markdown');
    await server.open('src/pay.ts', textOf('src/pay.ts'));
    await server.open('src/clean.ts', textOf('src/clean.ts'));
    await poll(
      async () => {
        const report = await server.pull('BLOCKERS.md');
        return report.kind === 'full' && report.items.some(({ code }) => code === 'location-moved');
      },
      { what: 'verdicts', timeout: 8_000 },
    );
  });
  after(() => server.stop());

  const ask = <Answer>(method: string, file: string, more: object = {}): Promise<Answer> =>
    server.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: server.uriOf(file) },
      ...more,
    });
  /** In the middle of the first occurrence of `text`. */
  const inside = (file: string, text: string): { position: Position } => {
    const lines = textOf(file).split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    return { position: { line, character: (lines[line] ?? '').indexOf(text) + 2 } };
  };
  const places = (locations: readonly Location[]) =>
    locations
      .map(({ uri, range }) => {
        const file = uri.slice(server.uriOf('').length);
        const line = textOf(file).split('\n')[range.start.line] ?? '';
        return `${file}:${range.start.line + 1} ${line.slice(range.start.character, range.end.character)}`;
      })
      .sort();

  it('show the state of the blocker in a comment', async () => {
    const hover = await ask<Hover>('hover', 'src/pay.ts', inside('src/pay.ts', 'BLOCK-001'));
    assert.equal(
      (hover.contents as MarkupContent).value,
      [
        '**BLOCK\\-001: Hardcoded keys**',
        'P0 · open · owner dana · 1 of 2 verified',
        'Keys are hardcoded',
        'Rule: `no-hardcoded-secret` (inferred)',
        [
          '- `src/mail.ts:1` ✓ reproduced',
          '- `src/pay.ts:1` → moved to line 4',
          '- `src/clean.ts:1` not reproduced',
          '- `src/gone.ts` missing',
        ].join('\n'),
      ].join('\n\n'),
    );
    assert.deepEqual(hover.range, {
      start: { line: 0, character: 20 },
      end: { line: 0, character: 29 },
    });
  });

  it('show it in the document, too, and nothing elsewhere', async () => {
    const named = await ask<Hover>('hover', 'BLOCKERS.md', inside('BLOCKERS.md', 'BLOCK-003'));
    assert.match((named.contents as MarkupContent).value, /P1 · fixed[\s\S]*mail\.ts:1` regressed/);
    assert.equal(await ask('hover', 'src/clean.ts', inside('src/clean.ts', 'BLOCK-0011')), null);
  });

  it('lead to the blocker', async () => {
    const found = await ask<Location>('definition', 'src/pay.ts', inside('src/pay.ts', 'BLOCK-001'));
    assert.deepEqual(places([found]), ['BLOCKERS.md:8 BLOCK-001']);
  });

  it('are found in the document and in comments, as words of their own', async () => {
    const at = inside('BLOCKERS.md', 'BLOCK-001');
    const all = await ask<Location[]>('references', 'BLOCKERS.md', {
      ...at,
      context: { includeDeclaration: true },
    });
    const expected = [
      'BLOCKERS.md:22 BLOCK-001',
      'BLOCKERS.md:8 BLOCK-001',
      'src/clean.ts:1 BLOCK-001',
      'src/pay.ts:1 BLOCK-001',
    ];
    assert.deepEqual(places(all), expected);
    const others = await ask<Location[]>('references', 'BLOCKERS.md', {
      ...at,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      places(others),
      expected.filter((place) => !place.startsWith('BLOCKERS.md:8')),
    );
  });

  describe('renamed', () => {
    const at = inside('src/pay.ts', 'BLOCK-001');
    const renamed = (newName: string) => ask<WorkspaceEdit>('rename', 'src/pay.ts', { ...at, newName });

    it('change in the document and in comments', async () => {
      assert.deepEqual(await ask('prepareRename', 'src/pay.ts', at), {
        range: { start: { line: 0, character: 20 }, end: { line: 0, character: 29 } },
        placeholder: 'BLOCK-001',
      });
      const { documentChanges = [] } = await renamed('PAY-7');
      const changed = Object.fromEntries(
        (documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version }, edits }) => {
          assert.equal(version, 1);
          const file = uri.slice(server.uriOf('').length);
          return [file, editText(textOf(file), edits as never)];
        }),
      );
      assert.deepEqual(changed, {
        'BLOCKERS.md': document.replaceAll('BLOCK-001', 'PAY-7'),
        'src/pay.ts': textOf('src/pay.ts').replace('BLOCK-001', 'PAY-7'),
        // The string stays: it may mean anything.
        'src/clean.ts': textOf('src/clean.ts').replace('BLOCK-001', 'PAY-7'),
      });
    });

    for (const [why, name, message] of [
      ['another blocker has', 'BLOCK-002', 'Another blocker is BLOCK-002 already.'],
      ['no document could have', 'the keys', /would not be read as an id/],
    ] as const) {
      it(`are refused a name that ${why}`, async () => {
        await assert.rejects(renamed(name), { message });
      });
    }
  });

  it('renamed in the document to what can be none say why, and change nothing', async () => {
    const edit = await ask<WorkspaceEdit>('rename', 'BLOCKERS.md', {
      ...inside('BLOCKERS.md', 'BLOCK-001'),
      newName: 'BLOCK-002',
    });
    assert.deepEqual([edit, server.messages], [{}, ['Another blocker is BLOCK-002 already.']]);
  });

  it('stand beside links to the places that are there', async () => {
    const links = await ask<DocumentLink[]>('documentLink', 'BLOCKERS.md');
    assert.deepEqual(
      links.map(({ target }) => target?.slice(server.uriOf('').length)),
      ['src/mail.ts#L1', 'src/pay.ts#L1', 'src/clean.ts#L1', 'src/clean.ts', 'src/mail.ts#L1'],
    );
  });

  it('name the blockers in the outline, below their sections', async () => {
    const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
      symbols.flatMap(({ name, detail, children = [] }) => [
        `${' '.repeat(depth)}${name}${detail ? ` (${detail})` : ''}`,
        ...outline(children, depth + 1),
      ]);
    assert.deepEqual(outline(await ask<DocumentSymbol[]>('documentSymbol', 'BLOCKERS.md')), [
      'Blockers',
      ' Critical Blockers (P0)',
      '  BLOCK-001: Hardcoded keys (P0 · open)',
      '  BLOCK-002: Nobody has tried the restore (P0 · in progress)',
      ' High Priority Blockers (P1)',
      '  BLOCK-003: Keys once more (P1 · fixed)',
    ]);
    assert.equal(await ask('documentSymbol', 'src/pay.ts'), null);
  });

  it('fold with their blockers', async () => {
    const folds = await ask<FoldingRange[]>('foldingRange', 'BLOCKERS.md');
    const line = (number: number) => document.split('\n')[number];
    assert.deepEqual(folds.map(({ startLine, endLine }) => [line(startLine), line(endLine)]).slice(2, 4), [
      ['### BLOCK-001: Hardcoded keys', '  - [ ] Revoke the keys'],
      ['### BLOCK-002: Nobody has tried the restore', '- **Status:** In Progress'],
    ]);
  });
});
