import type { Blocker, BlockerLocation, VerificationStep } from '../../../server/src/model/blocker.ts';
import type { Finding, Skipped } from '../../../server/src/model/finding.ts';
import type { Priority } from '../../../server/src/model/vocabulary.ts';
import type { DocumentState } from '../../../server/src/protocol/lsp.ts';

export type GroupId = Priority | 'untracked' | 'fixed' | 'skipped';

/** A blocker and where it is written down. */
export interface Tracked {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly document: DocumentState;
  readonly blocker: Blocker;
}

export interface FolderItem {
  readonly kind: 'folder';
  readonly name: string;
  readonly open: number;
}
export interface GroupItem {
  readonly kind: 'group';
  readonly group: GroupId;
  /** Blockers of which nothing is left to do. */
  readonly done: number;
  /** Blockers that stand in the way. */
  readonly open: number;
  /** Entries, whatever they are. */
  readonly total: number;
}
export interface BlockerItem extends Tracked {
  readonly kind: 'blocker';
}
export interface LocationItem extends Tracked {
  readonly kind: 'location';
  readonly location: BlockerLocation;
}
export interface StepItem extends Tracked {
  readonly kind: 'step';
  readonly step: VerificationStep;
  /** Index into the blocker's steps, from 0. */
  readonly index: number;
}
export interface RuleItem {
  readonly kind: 'rule';
  readonly folder: string;
  readonly rule: string;
  readonly title: string;
  readonly priority: Priority;
  readonly count: number;
}
export interface FindingItem {
  readonly kind: 'finding';
  readonly folder: string;
  readonly finding: Finding;
}
export interface SkippedItem {
  readonly kind: 'skipped';
  readonly folder: string;
  readonly skipped: Skipped;
}

/** What a row is about. */
export type Item =
  | FolderItem
  | GroupItem
  | BlockerItem
  | LocationItem
  | StepItem
  | RuleItem
  | FindingItem
  | SkippedItem;
