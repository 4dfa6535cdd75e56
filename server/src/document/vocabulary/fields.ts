/** The fields whose meaning we know. */
export type FieldName =
  | 'id'
  | 'name'
  | 'title'
  | 'description'
  | 'impact'
  | 'locations'
  | 'effort'
  | 'status'
  | 'priority'
  | 'category'
  | 'rule'
  | 'owner'
  | 'verification'
  | 'checklist'
  | 'dismissed'
  | 'deferred'
  | 'acceptance';

/** Compared in lower case, without what stands in parentheses: `File(s)` is `file`. */
export const fieldWords: Readonly<Record<FieldName, readonly string[]>> = {
  id: [
    ...[
      'id',
      '#',
      'key',
      'no',
      'no.',
      'nr',
      'ref',
      'blocker id',
      'issue id',
      'bug id',
      'finding id',
      'ticket',
    ],
    ...[
      'issue #',
      'blocker #',
      'bug #',
      'item #',
      'number',
      'num',
      'pos',
      'pos.',
      'nr.',
      'sr',
      'sr.',
      'sl',
      's.no',
      'sno',
      'serial',
      'gap id',
      'task id',
      'code',
    ],
  ],
  name: [
    ...['blocker', 'name', 'issue title', 'finding', 'item', 'bug', 'gap', 'vulnerability', 'defect'],
    ...['blocker name', 'blocking issue', 'blocker title', 'task', 'concern', 'open item', 'known issue'],
  ],
  title: ['title', 'summary'],
  description: [
    ...['description', 'issue', 'problem', 'details', 'current', 'resolution details', 'what', 'symptom'],
    ...['symptoms', 'observation', 'current state', 'current behavior', 'current behaviour', 'root cause'],
    ...[
      'cause',
      'problem statement',
      'issue description',
      "what's wrong",
      'what is wrong',
      'evidence',
      'context',
    ],
    ...['reason', 'why', 'why it matters', 'finding details', 'detail', 'explanation', 'background'],
  ],
  impact: [
    ...['impact', 'impact without fix', 'business impact', 'user impact', 'why this blocks release', 'risk'],
    ...[
      'consequence',
      'consequences',
      'effect',
      'why it blocks',
      'why this blocks',
      'why blocking',
      'blocks',
    ],
    ...['why it blocks launch', 'why it blocks production', 'why this is a blocker', 'production impact'],
    ...['customer impact', 'security impact', 'blocking', 'blocking reason', 'what it blocks', 'exposure'],
  ],
  locations: [
    ...['file', 'files', 'file location', 'file locations', 'location', 'locations', 'affected file'],
    ...[
      'affected files',
      'affected component',
      'affected components',
      'related file',
      'related files',
      'path',
    ],
    ...[
      'paths',
      'where',
      'found in',
      'source',
      'source file',
      'source files',
      'code location',
      'code locations',
    ],
    ...['file path', 'file paths', 'file/line', 'file:line', 'files affected', 'affected', 'affected code'],
    ...['affected area', 'affected areas', 'affected modules', 'affected module', 'affects', 'component'],
    ...['components', 'module', 'modules', 'files involved', 'key files', 'key file', 'impacted files'],
    ...['files to change', 'files to modify', 'files to update', 'files to fix', 'files changed'],
    ...['files modified', 'modified files', 'changed files', 'code', 'code reference', 'code references'],
    ...[
      'reference',
      'references',
      'location(s)',
      'loc',
      'object',
      'artifact',
      'artefact',
      'manifest',
      'script',
      'relevant files',
      'relevant code',
      'package',
      'place',
      'places',
    ],
    ...['line', 'lines', 'occurrences', 'instances', 'locations found', 'endpoint file', 'affected paths'],
    ...[
      'contract',
      'contracts',
      'notebook',
      'notebooks',
      'workflow file',
      'config file',
      'test file',
      'entry point',
    ],
    ...['affected contract', 'affected contracts', 'where in code', 'touches', 'seen in'],
  ],
  effort: [
    ...['effort', 'estimated effort', 'estimate', 'estimated time', 'total estimated time', 'time estimate'],
    ...['time', 'fix time', 'time to fix', 'estimated fix time', 'est', 'est.', 'est. time', 'est. effort'],
    ...['estimated', 'fix effort', 'duration', 'effort estimate', 'loe', 'eta', 'estimated hours', 'size'],
  ],
  status: [
    ...['status', 'state', 'current status', 'fix status', 'resolution status', 'blocker status', 'progress'],
    ...['implementation status', 'resolved', 'fixed', 'done', 'done?', 'fixed?', 'resolved?', 'complete'],
    ...['completed', 'complete?', 'issue status', 'now', 'resolution state', 'current state of fix'],
  ],
  priority: [
    ...['priority', 'severity', 'sev', 'level', 'risk level', 'criticality', 'urgency', 'priority level'],
    ...['severity level', 'prio', 'pri', 'launch priority', 'p', 'rating'],
  ],
  category: ['category', 'area', 'type', 'domain', 'system', 'kind'],
  rule: ['rule'],
  owner: ['owner', 'assignee', 'assigned to', 'responsible', 'assigned', 'lead', 'dri', 'owners', 'who'],
  verification: [
    ...['fix verification', 'verification', 'verification steps', 'verification step', 'acceptance criteria'],
    ...['how to verify', 'verify', 'definition of done', 'done when', 'exit criteria', 'validation'],
    ...['success criteria', 'verification criteria', 'test plan', 'how to test', 'verification checklist'],
  ],
  checklist: [
    ...['checklist', 'resolution checklist', 'fix checklist', 'tasks', 'action items', 'subtasks', 'todo'],
    ...['to do', 'sub tasks', 'remaining tasks', 'required actions', 'remaining work'],
  ],
  dismissed: ['dismissed'],
  deferred: ['deferred'],
  acceptance: ['risk acceptance'],
};

/** Fields that only a description of something wrong has: under a heading they say that it is a blocker. */
export const tellingFields: ReadonlySet<FieldName> = new Set([
  'description',
  'impact',
  'locations',
  'status',
  'priority',
]);
