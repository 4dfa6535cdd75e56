import type { Priority } from '../../model/vocabulary.ts';

/** The words people write for a priority, compared as those of a status are. */
export const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  P0: [
    ...['P0', 'S0', 'S1', 'sev0', 'sev 0', 'sev1', 'sev 1', 'severity 1', 'critical', 'crit', 'blocker'],
    ...['blockers', 'blocking', 'severe', 'showstopper', 'showstoppers', 'show stopper', 'show stoppers'],
    ...['must fix', 'must have', 'must', 'urgent', 'highest', 'very high', 'fatal', 'launch blocker'],
    ...['launch blockers', 'launch blocking', 'release blocker', 'release blockers', 'hard blocker'],
    ...[
      'hard blockers',
      'ship stopper',
      'ship stoppers',
      'ship blocker',
      'ship blockers',
      'game breaking',
      'game breakers',
      'deal breakers',
      'go live blocker',
      'go live blockers',
    ],
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
      'annoying',
      'annoyances',
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
    ...['informational', 'info', 'optional', 'polish', 'nit', 'nits', 'nitpick', 'nitpicks'],
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
