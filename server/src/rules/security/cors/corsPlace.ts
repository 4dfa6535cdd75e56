import type { ScriptNode } from '../../../languages/script.ts';
import type { OpenOrigin } from './origin.ts';

/** A place that lets every site in. */
export interface CorsPlace {
  /** What is underlined. */
  readonly node: ScriptNode;
  readonly kind: OpenOrigin['kind'];
  /** The browser sends cookies along, and shows the answer. */
  readonly credentials: boolean;
  readonly variable?: string | undefined;
  /** Where a list of origins can be written; undefined where a list would not do. */
  readonly list?: ListPlace | undefined;
}

/** A list of origins takes the place of `start` to `end`, with this around it. Offsets count from 0. */
export interface ListPlace {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}
