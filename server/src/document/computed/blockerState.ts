import { type Category, isDone, isOpen, type Priority, type Status } from '../../model/vocabulary.ts';
import { readAcceptance } from '../acceptance.ts';
import { type BlockerSyntax, fieldOf, fieldText } from '../blockerSyntax.ts';
import { categoryOf, namedCategory } from '../category.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';

/** What the computed values of a document depend on, of one blocker. */
export interface BlockerState {
  readonly priority: Priority;
  readonly category: Category;
  readonly status: Status;
  /** Verification steps, and how many of them passed. */
  readonly steps: number;
  readonly passed: number;
  /** Whether the risk was accepted until a day that is past. */
  readonly expired: boolean;
}

/** An acceptance that is past counts as open again. */
export const countsAsOpen = ({ status, expired }: BlockerState): boolean => isOpen(status) || expired;
export const countsAsDone = ({ status, expired }: BlockerState): boolean => isDone(status) && !expired;

/** The category that a blocker names, else the one that its words speak of. */
export function categoryOfBlocker({ source: { text } }: DocumentSyntax, blocker: BlockerSyntax): Category {
  const say = (name: 'category' | 'title' | 'description' | 'impact') =>
    fieldText(text, fieldOf(blocker, name));
  return (
    namedCategory(say('category') ?? '') ??
    categoryOf({
      name: blocker.name,
      title: say('title'),
      description: say('description'),
      impact: say('impact'),
    })
  );
}

/** @param today YYYY-MM-DD; without it no acceptance is past */
export function stateOf(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  today: string | undefined,
): BlockerState {
  const { priority, status, steps } = blocker;
  const until = status === 'accepted' ? readAcceptance(syntax, blocker)?.until : undefined;
  return {
    priority,
    category: categoryOfBlocker(syntax, blocker),
    status,
    steps: steps.length,
    passed: steps.filter(({ state }) => state === 'passed').length,
    expired: until !== undefined && today !== undefined && until < today,
  };
}
