import type { DocumentSyntax } from '../../documentSyntax.ts';
import { namesFault } from '../../sectionKind.ts';
import type { Problem } from '../check.ts';
import { type PlanCheck, tellingWords } from './planCheck.ts';

/** Back to something: `Revert to mock data`, `Re-enable the old login`. */
const back =
  /^(?:(?:revert|roll(?:ing)? ?back|go back|switch(?:ing)? back|fall back|return|change back)\sto|re-?enable|bring back)\s(.+)$/i;
/** Without something: `Disable rate limiting`. */
const without = /^(?:disable|remove|turn off|switch off|skip|bypass)\s(.+)$/i;

/** A step of the rollback that brings back what a P0 is about: after it, the launch is blocked again. */
export const rollbackReopens: PlanCheck = ({ rollback }, places, syntax) =>
  rollback.flatMap(({ items, range }) =>
    items.flatMap((item): Problem[] => {
      const id = reopened(item, syntax);
      if (id === undefined) return [];
      const message = `This brings back what ${id} is about, which is P0.`;
      const at = places.find(range, item);
      return [{ code: 'rollback-reopens', severity: 'warning', message, range: at, fixes: [] }];
    }),
  );

function reopened(step: string, { blockers }: DocumentSyntax): string | undefined {
  const taken = without.exec(step)?.[1];
  const target = back.exec(step)?.[1] ?? taken;
  if (target === undefined) return undefined;
  const wanted = [...tellingWords(target)];
  if (wanted.length < 2) return undefined;
  return blockers.find(({ priority, name }) => {
    if (priority !== 'P0' || (taken !== undefined && !namesFault(name))) return false;
    const words = tellingWords(name);
    const shared = wanted.filter((word) => words.has(word)).length;
    return shared >= 2 && shared * 3 >= wanted.length * 2;
  })?.id;
}
