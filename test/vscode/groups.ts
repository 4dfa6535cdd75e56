import type { SuiteGroup } from '../harness/suiteGroup.ts';

/** Everything that runs inside the editor's extension host. */
export const groups: readonly SuiteGroup[] = [
  {
    name: 'installed',
    workspace: { 'notes.txt': 'Nothing to find here.\n' },
    trusted: true,
    suites: ['installed'],
  },
  {
    name: 'restricted',
    workspace: { 'notes.txt': 'Nothing to find here.\n' },
    trusted: false,
    suites: ['restricted'],
  },
];
