import type { Status } from '../../model/vocabulary.ts';

/**
 * The words people write for a status. All are compared without case; a space stands for any run of spaces,
 * hyphens and underscores. The first word of a status is the one we write.
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
