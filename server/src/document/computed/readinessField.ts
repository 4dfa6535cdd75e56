import { slice } from '../span.ts';
import type { ComputedField } from './computedValue.ts';
import { readinessOf } from './readiness.ts';

const keys =
  /^(?:(?:overall|production|current|total)\s+)*(?:production\s+)?readiness(?:\s+(?:score|level|percentage))?$/i;

/** `- **Overall Readiness:** 35% ⚠️`: the number before the sign. */
export const readinessField: ComputedField = (text, field) => {
  const number = keys.test(field.key.trim()) && /^\W{0,4}?(\d{1,3})\s?%/u.exec(slice(text, field.value));
  if (!number || number[1] === undefined) return [];
  const start = field.value.start + number[0].indexOf(number[1]);
  return [
    {
      kind: 'readiness',
      field,
      span: { start, end: start + number[1].length },
      compute: ({ blockers }) => readinessOf(blockers)?.percent.toString(),
    },
  ];
};
