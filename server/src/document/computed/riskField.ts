import type { Category } from '../../model/vocabulary.ts';
import { namedCategory } from '../category.ts';
import { slice } from '../span.ts';
import { type BlockerState, countsAsOpen } from './blockerState.ts';
import type { ComputedField } from './computedValue.ts';

const levels = ['HIGH', 'MEDIUM', 'LOW'] as const;
const signs = { HIGH: '🔴', MEDIUM: '🟡', LOW: '🟢' } as const;

/** Any open P0 is a high risk, any open P1 a medium one. */
export function riskLevel(blockers: readonly BlockerState[], category: Category): (typeof levels)[number] {
  const open = blockers.filter((one) => one.category === category && countsAsOpen(one));
  if (open.some(({ priority }) => priority === 'P0')) return 'HIGH';
  return open.some(({ priority }) => priority === 'P1') ? 'MEDIUM' : 'LOW';
}

/** A word and its colour, and nothing behind: a level with a reason was set by a person. */
const level = /^(high|medium|low)(?:(\s*)(?:🔴|🟠|🟡|🟢))?$/iu;

/** `- **Data Integrity Risk:** HIGH 🔴`. */
export const riskField: ComputedField = (text, field) => {
  const name = /^(.{3,30}?)\s+risk(?:\s+level)?$/i.exec(field.key.trim())?.[1];
  const category = name === undefined ? undefined : namedCategory(name);
  const found = category && level.exec(slice(text, field.value));
  if (!category || !found?.[1]) return [];
  const [, word, space] = found;
  return [
    {
      kind: 'risk',
      field,
      span: field.value,
      compute: ({ blockers }) => {
        const now = riskLevel(blockers, category);
        return likeWord(now, word) + (space === undefined ? '' : space + signs[now]);
      },
    },
  ];
};

/** `HIGH`, `high` or `High`, as the author writes levels. */
function likeWord(word: string, model: string): string {
  if (model === model.toUpperCase()) return word;
  const lower = word.toLowerCase();
  return model === model.toLowerCase() ? lower : word.charAt(0) + lower.slice(1);
}
