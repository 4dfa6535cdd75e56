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
  fixed: ['fixed', 'resolved', 'done', 'complete', 'completed', 'closed'],
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
  P0: ['P0', 'S1', 'critical', 'blocker', 'blocking', 'severe'],
  P1: ['P1', 'S2', 'high', 'major'],
  P2: ['P2', 'S3', 'medium', 'moderate', 'med'],
  P3: ['P3', 'P4', 'S4', 'low', 'minor', 'trivial'],
};

export const prioritySigns: Readonly<Record<Priority, readonly string[]>> = {
  P0: ['🔴', ':red_circle:'],
  P1: ['🟠', ':orange_circle:', ':large_orange_circle:'],
  P2: ['🟡', ':yellow_circle:', ':large_yellow_circle:'],
  P3: ['🟢', ':green_circle:', ':large_green_circle:'],
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
  id: ['id', '#', 'key', 'no', 'no.', 'nr'],
  name: ['blocker', 'name', 'issue title', 'finding', 'item'],
  title: ['title', 'summary'],
  description: ['description', 'issue', 'problem', 'details', 'current', 'resolution details'],
  impact: ['impact', 'impact without fix', 'business impact', 'user impact', 'why this blocks release'],
  locations: [
    'file',
    'files',
    'file location',
    'file locations',
    'location',
    'locations',
    'affected file',
    'affected files',
    'affected component',
    'affected components',
    'related file',
    'related files',
    'path',
    'paths',
  ],
  effort: [
    'effort',
    'estimated effort',
    'estimate',
    'estimated time',
    'total estimated time',
    'time estimate',
    'time',
  ],
  status: ['status', 'state', 'current status'],
  priority: ['priority', 'severity'],
  category: ['category', 'area', 'type'],
  rule: ['rule'],
  owner: ['owner', 'assignee', 'assigned to', 'responsible'],
  verification: [
    'fix verification',
    'verification',
    'verification steps',
    'verification step',
    'acceptance criteria',
    'how to verify',
  ],
  checklist: ['checklist', 'resolution checklist', 'fix checklist'],
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
 * Words that speak of a category, as parts of regular expressions; a word may go on behind `*`.
 * The category with most of them wins.
 */
export const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  security: [
    'security',
    'secrets?',
    '(api|secret|private|encryption) keys?',
    '(request|input) validation',
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
