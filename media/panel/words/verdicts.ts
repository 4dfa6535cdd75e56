import type { Verdict } from '../../../server/src/model/vocabulary.ts';
import type { Sign } from './statuses.ts';

/** What checking a place gave, and what that means. */
export const verdictSigns: Readonly<Record<Verdict, Sign & { readonly meaning: string }>> = {
  reproduced: {
    word: 'reproduced',
    icon: 'circle-filled',
    tone: 'priority',
    meaning: 'The code still shows the problem here',
  },
  moved: { word: 'moved', icon: 'move', tone: 'priority', meaning: 'The problem stands somewhere else now' },
  'not-reproduced': {
    word: 'not reproduced',
    icon: 'circle-large',
    tone: 'good',
    meaning: 'The code no longer shows the problem here',
  },
  missing: { word: 'missing', icon: 'question', tone: 'warning', meaning: 'There is no such file or line' },
  manual: { word: 'manual', icon: 'person', tone: 'quiet', meaning: 'Only a person can check this place' },
  regressed: {
    word: 'regressed',
    icon: 'issue-reopened',
    tone: 'bad',
    meaning: 'The problem was fixed here and is back',
  },
  unchecked: {
    word: 'unchecked',
    icon: 'circle',
    tone: 'quiet',
    meaning: 'Not checked against the code yet',
  },
};
