import { isOpen, type Priority } from '../model/vocabulary.ts';
import type { DocumentSyntax } from './documentSyntax.ts';

/** How many blockers of a priority are open. */
export const openCount = ({ blockers }: Pick<DocumentSyntax, 'blockers'>, priority: Priority): number =>
  blockers.filter((blocker) => blocker.priority === priority && isOpen(blocker.status)).length;
