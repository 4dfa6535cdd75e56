import type { Blocker, BlockerLocation, VerificationStep } from '../../../server/src/model/blocker.ts';
import type { Finding } from '../../../server/src/model/finding.ts';
import { groupMeanings, groupNames } from '../words/groups.ts';
import { counted, effortText, findingPlace, placeText } from '../words/plain.ts';
import { statusSign } from '../words/statuses.ts';
import { canTick, stepsDone } from '../words/steps.ts';
import { verdictSigns } from '../words/verdicts.ts';
import type { GroupItem, Item } from './item.ts';

/** The whole of what a row has no room for. */
export function hoverText(item: Item): string {
  switch (item.kind) {
    case 'folder':
      return `${item.name}\n${counted(item.open, 'open blocker')}`;
    case 'group':
      return groupHover(item);
    case 'blocker':
      return blockerHover(item.blocker, placeText(item.document.path, item.blocker.range.start.line));
    case 'location':
      return locationHover(item.location);
    case 'step':
      return stepHover(item.step);
    case 'rule':
      return lines(item.title, item.title === item.rule ? '' : item.rule, counted(item.count, 'place'));
    case 'finding':
      return findingHover(item.finding);
    case 'skipped':
      return lines(item.skipped.file, item.skipped.reason);
  }
}

const lines = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n');

function groupHover({ group, done, open, total }: GroupItem): string {
  const count = group.startsWith('P')
    ? `${open} open, ${done} done, ${total} in all`
    : counted(total, group === 'untracked' ? 'finding' : group === 'fixed' ? 'blocker' : 'file');
  return lines(`${groupNames[group]}: ${groupMeanings[group].toLowerCase()}`, count);
}

function blockerHover(blocker: Blocker, place: string): string {
  const { id, name, title, description, impact, priority, category, owner, effort, verification, rule } =
    blocker;
  return lines(
    `${id}: ${name}`,
    title,
    description,
    impact && `Impact: ${impact}`,
    `Status: ${statusSign(blocker).word} · ${groupNames[priority]} · ${category}`,
    owner && `Owner: ${owner}`,
    effort && `Effort: ${effortText(effort)}`,
    verification.length > 0 ? `Verification: ${stepsDone(verification)} steps done` : undefined,
    rule && `Rule: ${rule}`,
    place,
  );
}

function locationHover({ file, startLine, endLine, note, verdict, movedTo }: BlockerLocation): string {
  const last = endLine === undefined || endLine === startLine ? '' : `–${endLine}`;
  return lines(
    `${placeText(file, startLine)}${last}`,
    note,
    `${verdictSigns[verdict].word}: ${verdictSigns[verdict].meaning.toLowerCase()}`,
    movedTo && `Now at ${movedTo}`,
  );
}

function stepHover(step: VerificationStep): string {
  const { text, kind, state, by, at, evidence } = step;
  return lines(
    text,
    `${kind} step, ${state}${by ? ` by ${by}` : ''}${at ? ` on ${at}` : ''}`,
    evidence,
    canTick(step) ? undefined : 'The code decides this step: it cannot be ticked by hand',
  );
}

function findingHover(finding: Finding): string {
  const { message, ruleId, priority, confidence } = finding;
  return lines(
    findingPlace(finding),
    message,
    `${ruleId} · ${groupNames[priority]} · ${confidence} confidence`,
  );
}
