import type { Confidence } from '../../../model/index.ts';

/** A secret that stands in a text which is no script, under its name. Offsets count from 0. */
export interface WrittenSecret {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
}
