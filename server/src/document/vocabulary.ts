import type { Category, EffortUnit, Priority, Status } from '../model/vocabulary.ts';

/**
 * The words people write in tracking documents. All are compared without case; a space stands for
 * any run of spaces, hyphens and underscores. The first word of a status is the one we write.
 */

export const statusWords: Readonly<Record<Status, readonly string[]>> = {
  open: [
    'open',
    'blocked',
    'new',
    'active',
    'reopened',
    'to do',
    'todo',
    'pending',
    'unresolved',
    'not started',
    'not fixed',
    'not resolved',
    'not verified',
    'not done',
  ],
  'in-progress': [
    'in progress',
    'work in progress',
    'wip',
    'investigating',
    'started',
    'ongoing',
    'partial',
    'partially complete',
    'partially completed',
    'partially done',
    'partially fixed',
    'partially resolved',
  ],
  'in-review': ['in review', 'under review', 'ready for review'],
  fixed: ['fixed', 'resolved', 'done', 'complete', 'completed', 'closed', 'unblocked'],
  verified: ['verified'],
  accepted: ['accepted', 'risk accepted'],
  deferred: ['deferred', 'postponed', 'post launch'],
  dismissed: [
    'dismissed',
    "won't fix",
    'won’t fix',
    'wont fix',
    'wontfix',
    'not a blocker',
    'false positive',
    'invalid',
  ],
};

/** What a Status field says as well; in a heading these words are a part of its name. */
export const statusValues: Readonly<Record<Status, readonly string[]>> = {
  ...statusWords,
  open: [
    ...statusWords.open,
    ...['missing', 'failing', 'failed', 'fails', 'broken', 'not ready', 'not implemented', 'not configured'],
    ...['not addressed', 'not tested', 'not run', 'not met', 'needs fix', 'needs fixing', 'needs work'],
    ...[
      'needs investigation',
      'needs attention',
      'needed',
      'outstanding',
      'unfixed',
      'unaddressed',
      'planned',
    ],
    ...['identified', 'confirmed', 'acknowledged', 'triaged', 'required', 'incomplete', 'queued', 'waiting'],
    ...['awaiting', 'not complete', 'not completed', 'action required', 'still open', 'critical', 'blocking'],
    ...[
      'blocker',
      'block',
      'at risk',
      'unstarted',
      'ready to start',
      'reported',
      'unassigned',
      'no',
      'none yet',
    ],
  ],
  'in-progress': [
    ...statusWords['in-progress'],
    ...['in development', 'in work', 'doing', 'fixing', 'working on it', 'under way', 'underway', 'assigned'],
    ...[
      'mostly complete',
      'mostly done',
      'mostly fixed',
      'mostly resolved',
      'partially',
      'under investigation',
    ],
    ...['partially implemented', 'partially addressed', 'partially working', 'implementing', 'being fixed'],
    ...['partially mitigated', 'fix in progress', 'ongoing work', 'in flight', 'debugging', 'mitigating'],
  ],
  'in-review': [
    ...statusWords['in-review'],
    ...['in testing', 'testing', 'pr open', 'pr opened', 'awaiting review', 'pending review', 'needs review'],
    ...['in qa', 'qa', 'ready for qa', 'ready for testing', 'code review', 'review', 'needs verification'],
    ...['pending verification', 'awaiting verification', 'ready to merge', 'in verification'],
  ],
  fixed: [
    ...statusWords.fixed,
    ...[
      'implemented',
      'shipped',
      'merged',
      'deployed',
      'addressed',
      'mitigated',
      'passed',
      'pass',
      'passing',
    ],
    ...['ok', 'okay', 'ready', 'solved', 'cleared', 'patched', 'remediated', 'live', 'working'],
    ...['finished', 'configured', 'yes', 'removed', 'corrected', 'repaired', 'fully resolved', 'fully fixed'],
    ...['already fixed', 'already done', 'already resolved', 'fix applied', 'code complete', 'now fixed'],
  ],
  verified: [
    ...statusWords.verified,
    'validated',
    'confirmed fixed',
    'fixed and verified',
    'fixed & verified',
  ],
  accepted: [...statusWords.accepted, 'accepted risk', 'known limitation', 'acceptable'],
  deferred: [
    ...statusWords.deferred,
    ...['on hold', 'later', 'backlog', 'future', 'paused', 'parked', 'post mvp', 'out of scope', 'v2'],
  ],
  dismissed: [
    ...statusWords.dismissed,
    ...['n/a', 'not applicable', 'by design', 'duplicate', 'obsolete', 'rejected', 'cancelled', 'canceled'],
    ...[
      'not an issue',
      'not a bug',
      'not planned',
      'no action',
      'no action needed',
      'not needed',
      'intentional',
    ],
  ],
};

/** Signs that stand for a status, without variation selector; the first is the one we write. */
export const statusSigns: Readonly<Record<Status, readonly string[]>> = {
  open: ['❌', '⛔', ':x:', ':no_entry:'],
  'in-progress': ['🔧', '🚧', '🔄', ':wrench:', ':construction:', ':arrows_counterclockwise:'],
  'in-review': ['👀', ':eyes:'],
  fixed: ['✅', '☑', '✔', ':white_check_mark:', ':heavy_check_mark:', ':ballot_box_with_check:'],
  verified: ['✅'],
  accepted: [],
  deferred: ['⏸', '⏭', ':pause_button:'],
  dismissed: ['🚫', ':no_entry_sign:'],
};

/** Colours of a Status field; elsewhere they speak of the priority. */
export const statusColours: Readonly<Record<Status, readonly string[]>> = {
  open: ['🔴', ':red_circle:'],
  'in-progress': ['🟡', '🟠', ':yellow_circle:', ':orange_circle:', ':large_yellow_circle:'],
  'in-review': ['🔵', ':large_blue_circle:'],
  fixed: ['🟢', ':green_circle:', ':large_green_circle:'],
  verified: ['🟢'],
  accepted: ['⚪'],
  deferred: ['⚪'],
  dismissed: ['⚪'],
};

export const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  P0: [
    ...['P0', 'S0', 'S1', 'sev0', 'sev 0', 'sev1', 'sev 1', 'severity 1', 'critical', 'crit', 'blocker'],
    ...['blockers', 'blocking', 'severe', 'showstopper', 'showstoppers', 'show stopper', 'show stoppers'],
    ...['must fix', 'must have', 'must', 'urgent', 'highest', 'very high', 'fatal', 'launch blocker'],
    ...['launch blockers', 'launch blocking', 'release blocker', 'release blockers', 'hard blocker'],
    ...['hard blockers', 'go live blocker', 'go live blockers'],
  ],
  P1: [
    ...['P1', 'S2', 'sev2', 'sev 2', 'severity 2', 'high', 'major', 'should fix', 'should have', 'should'],
    ...['important', 'serious'],
  ],
  P2: [
    ...['P2', 'S3', 'sev3', 'sev 3', 'severity 3', 'medium', 'moderate', 'med', 'mid', 'normal'],
    ...[
      'nice to have',
      'could have',
      'could',
      'soft blocker',
      'soft blockers',
      'non critical',
      'can wait',
      'warnings',
      'warning',
    ],
  ],
  P3: [
    ...[
      'P3',
      'P4',
      'S4',
      'S5',
      'sev4',
      'sev 4',
      'severity 4',
      'low',
      'lowest',
      'minor',
      'trivial',
      'cosmetic',
    ],
    ...['informational', 'info', 'optional', 'polish'],
  ],
};

export const prioritySigns: Readonly<Record<Priority, readonly string[]>> = {
  P0: ['🔴', ':red_circle:'],
  P1: ['🟠', ':orange_circle:', ':large_orange_circle:'],
  P2: ['🟡', ':yellow_circle:', ':large_yellow_circle:'],
  P3: ['🟢', ':green_circle:', ':large_green_circle:', '🔵', ':large_blue_circle:', ':blue_circle:', '⚪'],
};

/** Whoever names no priority says only that it is a blocker. */
export const priorityWithoutWord: Priority = 'P0';

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
    ...['issue #', 'blocker #', 'bug #', 'item #', 'number', 'num', 'gap id', 'task id', 'code'],
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
      'relevant files',
      'relevant code',
      'package',
      'place',
      'places',
    ],
    ...['line', 'lines', 'occurrences', 'instances', 'locations found', 'endpoint file', 'affected paths'],
  ],
  effort: [
    ...['effort', 'estimated effort', 'estimate', 'estimated time', 'total estimated time', 'time estimate'],
    ...['time', 'fix time', 'time to fix', 'estimated fix time', 'est', 'est.', 'est. time', 'est. effort'],
    ...['estimated', 'fix effort', 'duration', 'effort estimate', 'loe', 'eta', 'estimated hours', 'size'],
  ],
  status: [
    ...['status', 'state', 'current status', 'fix status', 'resolution status', 'blocker status', 'progress'],
    ...['implementation status', 'resolved', 'fixed', 'done', 'done?', 'fixed?', 'resolved?', 'complete'],
    ...['completed', 'complete?', 'issue status'],
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

export const effortWords: Readonly<Record<EffortUnit, readonly string[]>> = {
  minutes: ['minutes', 'minute', 'mins', 'min', 'm'],
  hours: ['hours', 'hour', 'hrs', 'hr', 'h'],
  days: ['days', 'day', 'd'],
  weeks: ['weeks', 'week', 'wks', 'wk', 'w'],
  months: ['months', 'month', 'mos', 'mo'],
};

/**
 * Words that speak of a category, as parts of regular expressions that start with two letters as they stand;
 * a word may go on behind `*`.
 * The category with most of them wins.
 */
export const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  security: [
    'security',
    'secrets?',
    ...['api keys?', 'secret keys?', 'private keys?', 'encryption keys?'],
    ...['request validation', 'input validation'],
    'validate input',
    'malformed input',
    'credentials?',
    'passwords?',
    'auth*',
    'jwt',
    'sessions?',
    'injection',
    'xss',
    'csrf',
    'cors',
    'vulnerab*',
    'exploit*',
    'exposed?',
    'ssl',
    'tls',
    'https',
    'encrypt*',
    'rate limit*',
    'ddos',
    'permissions?',
    'role based',
    'audit',
    'saniti[sz]*',
    'spoof*',
    'hardcoded',
    'bypass',
  ],
  stability: [
    'crash*',
    'errors?',
    'unhandled',
    'rejections?',
    'exceptions?',
    'memory leaks?',
    'leaks?',
    'reconnect*',
    'disconnect*',
    'websocket',
    'tests?',
    'coverage',
    'regressions?',
    'mock',
    'retry',
    'retries',
    'timeouts?',
    'race',
    'unstable',
    'non functional',
    'runtime failures?',
  ],
  performance: [
    'performance',
    'slow',
    'latency',
    'cach*',
    'pool*',
    'optimi[sz]*',
    'bundle sizes?',
    'cdn',
    'throughput',
    'exhaustion',
    'bulk',
  ],
  'data-integrity': [
    'migrations?',
    'schemas?',
    'data loss',
    'backups?',
    'restor*',
    'transactions?',
    'persisten*',
    'integrity',
    'corrupt*',
    'data validation',
    'database initiali[sz]ation',
  ],
  operations: [
    'monitor*',
    'alert*',
    'logging',
    'logs?',
    'health checks?',
    'docker',
    'containers?',
    'deploy*',
    'configur*',
    'environment',
    'env',
    'builds?',
    'infrastructure',
    'redis',
    'documentation',
    'version*',
  ],
  'user-experience': [
    'ui',
    'ux',
    'user experience',
    'accessib*',
    'aria',
    'mobile',
    'responsive*',
    'i18n',
    'internationali[sz]*',
    'onboarding',
    'search*',
    'themes?',
    'styling',
    'preferences?',
    'seo',
    'notifications?',
    'email',
    'export',
    'filter*',
    'collaboration',
    'analytics',
  ],
};

/** Words of a Category field that are not the category's own name. */
export const categoryNames: Readonly<Record<string, Category>> = {
  reliability: 'stability',
  availability: 'stability',
  data: 'data-integrity',
  ops: 'operations',
  devops: 'operations',
  infrastructure: 'operations',
  ux: 'user-experience',
  ui: 'user-experience',
  accessibility: 'user-experience',
};
