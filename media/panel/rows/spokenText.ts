import { groupNames } from '../words/groups.ts';
import { counted, findingPlace, placeText } from '../words/plain.ts';
import { statusSign } from '../words/statuses.ts';
import { isDoneStep, stepNote, stepsDone } from '../words/steps.ts';
import { verdictSigns } from '../words/verdicts.ts';
import type { Item } from './item.ts';

/** A row as a screen reader says it: what the eye sees as icons, colours and places is in words. */
export function spokenText(item: Item): string {
  switch (item.kind) {
    case 'folder':
      return `${item.name}, ${counted(item.open, 'open blocker')}`;
    case 'group':
      return item.group.startsWith('P')
        ? `${groupNames[item.group]}, ${item.open} open, ${item.done} of ${item.total} done`
        : `${groupNames[item.group]}, ${item.total}`;
    case 'blocker': {
      const { id, name, verification } = item.blocker;
      const steps =
        verification.length > 0 ? `, ${stepsDone(verification).replace('/', ' of ')} steps done` : '';
      return `${id} ${name}, ${statusSign(item.blocker).word}${steps}`;
    }
    case 'location':
      return `${placeText(item.location.file, item.location.startLine)}, ${verdictSigns[item.location.verdict].word}`;
    case 'step':
      return `${item.step.text}, ${isDoneStep(item.step) ? 'done, ' : ''}${stepNote(item.step)}`;
    case 'rule':
      return `${item.priority} ${item.title}, ${counted(item.count, 'place')}`;
    case 'finding':
      return `${findingPlace(item.finding)}, ${item.finding.message}`;
    case 'skipped':
      return `${item.skipped.file}, ${item.skipped.reason}`;
  }
}
