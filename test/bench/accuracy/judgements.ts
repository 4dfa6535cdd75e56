import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { fromRoot } from '../../../scripts/paths.ts';

const opinion = z.strictObject({
  verdict: z.enum(['right', 'wrong']),
  /** Why, in a sentence that can be checked against the code. */
  reason: z.string().min(10),
});

const judgement = z.strictObject({
  rule: z.string(),
  /** `name@version` */
  package: z.string(),
  /** Relative to the package. */
  file: z.string(),
  /** From 1, where the rule reported it when it was judged. */
  line: z.int().positive(),
  fingerprint: z.string(),
  first: opinion,
  /** Of somebody who had not seen the first one: for P0 and P1. */
  second: opinion.optional(),
  /** The state of the code whose finding was judged: an abbreviated commit id. */
  commit: z.string().regex(/^[0-9a-f]{7,40}$/),
});

/** What two readers said of one finding. */
export type Judgement = z.infer<typeof judgement>;

/** Where the judged sample is kept, one file a rule. */
export const folder = fromRoot('test', 'bench', 'accuracy', 'judged');

/** The judged findings of a rule; throws where the file is not as it should be. */
export function judgementsOf(rule: string): readonly Judgement[] {
  const file = `${folder}/${rule}.json`;
  return existsSync(file) ? z.array(judgement).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** A finding counts as right where nobody said that it is wrong. */
export const isRight = ({ first, second }: Judgement): boolean =>
  first.verdict === 'right' && second?.verdict !== 'wrong';
