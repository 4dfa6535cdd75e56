import type { Confidence } from '../../../model/index.ts';

/** Why a value should not be sent. */
export interface Exposure {
  /** As it reads after "sends". */
  readonly what: string;
  readonly confidence: Confidence;
  /** Whether people who read the answer need to know no more than that it is set. */
  readonly setting: boolean;
}
