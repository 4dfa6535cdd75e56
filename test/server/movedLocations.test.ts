import { poll } from '../../scripts/lib/poll.ts';
import type { WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { repository } from '../support/repository.ts';
import { namedSecret } from '../support/secrets.ts';

const secret = `export const from = 'shop@example.com';\nexport const to = 'all';\nexport const apiKey = '${namedSecret}';\n`;
const document = (title: string, location: string) =>
  `## Critical Blockers (P0)\n\n### BLOCK-001: One\n- **Title:** ${title}\n- **File Locations:**\n  - \`/${location}\`\n- **Status:** Open\n`;

describe('a location that is not right any more', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());

  const start = async (root: string, trusted = true) => {
    server = await LanguageServerProcess.start({ root, initializationOptions: { panel: true, trusted } });
  };
  const verdict = (wanted: RegExp) => {
    let said = '';
    return poll(
      async () => {
        const { folders } = await server.connection.sendRequest<WorkspaceState>('productionBlockers/state');
        const [location] = folders[0]?.documents[0]?.blockers[0]?.locations ?? [];
        said = `${location?.verdict} ${location?.movedTo ?? ''}`;
        return wanted.test(said);
      },
      { what: () => `${wanted}: ${said}`, timeout: 8_000 },
    );
  };

  it('is followed to the symbol that the blocker speaks of, also while somebody types', async () => {
    const code = 'export const isExtensionCompatible = (a: string) => a.length > 3;\n';
    await start(
      projectFolder({
        'src/extensions.ts': code,
        'BLOCKERS.md': document('`checkExtensionCompatibility()` is too kind', 'src/extensions.ts:192'),
      }),
    );
    await verdict(/^moved src\/extensions\.ts:1$/);
    await server.open('src/extensions.ts', `\n\n${code}`);
    await verdict(/^moved src\/extensions\.ts:3$/);
  });

  it('is followed to the one file that it can mean', async () => {
    await start(
      projectFolder({
        'api/src/mail.ts': secret,
        'BLOCKERS.md': document('Hardcoded keys', 'src/mail.ts:3'),
      }),
    );
    await verdict(/^moved api\/src\/mail\.ts:3$/);
  });

  describe('in a file that was renamed', () => {
    const renamed = () =>
      repository([
        {
          day: '2026-01-10',
          files: { 'src/mail.ts': secret, 'BLOCKERS.md': document('Hardcoded keys', 'src/mail.ts:3') },
        },
        { day: '2026-01-11', files: { 'src/mail.ts': null, 'src/post.ts': secret } },
        { day: '2026-01-12', files: { 'src/post.ts': null, 'lib/post.ts': `\n${secret}` } },
      ]);

    it('is followed through git', async () => {
      await start(renamed());
      await verdict(/^moved lib\/post\.ts:4$/);
    });

    it('is followed as soon as the workspace is trusted, and not before', async () => {
      await start(renamed(), false);
      await verdict(/^missing/);
      await server.connection.sendNotification('productionBlockers/trusted');
      await verdict(/^moved lib\/post\.ts:4$/);
    });

    it('is missing where there is no git repository', async () => {
      await start(projectFolder({ 'BLOCKERS.md': document('Hardcoded keys', 'src/mail.ts:3') }));
      await verdict(/^missing/);
    });
  });
});
