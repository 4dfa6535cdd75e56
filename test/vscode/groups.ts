import type { SuiteGroup } from '../harness/suiteGroup.ts';
import { namedSecret } from '../support/secrets.ts';
import { trackedProject } from '../support/trackedProject.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;
const wholeWorkspace = { 'productionBlockers.diagnostics.scope': 'workspace' };

/** Everything that runs inside the editor's extension host. */
export const groups: readonly SuiteGroup[] = [
  {
    name: 'secrets',
    workspace: {
      'package.json': '{ "name": "mail", "type": "module" }\n',
      'src/mail.js': "export const from = 'shop@example.com';\n",
      '.gitignore': 'node_modules/\n',
    },
    trusted: true,
    suites: ['installed', 'secretQuickFix'],
  },
  {
    name: 'trackingDocument',
    workspace: trackedProject,
    trusted: true,
    suites: ['trackingDocument'],
  },
  {
    name: 'newDocument',
    workspace: { 'package.json': '{ "name": "mail" }\n', 'src/mail.ts': secret },
    trusted: true,
    suites: ['newDocument'],
  },
  { name: 'sample', workspace: 'shop', trusted: true, settings: wholeWorkspace, suites: ['sample'] },
  {
    name: 'multiRoot',
    workspace: {
      'all.code-workspace': '{ "folders": [{ "path": "api" }, { "path": "web" }] }',
      'api/src/mail.ts': secret,
      'web/src/mail.ts': secret,
    },
    trusted: true,
    settings: wholeWorkspace,
    suites: ['multiRoot'],
  },
  {
    name: 'restricted',
    workspace: { 'src/mail.ts': secret },
    trusted: false,
    suites: ['restricted'],
  },
];
