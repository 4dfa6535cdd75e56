import type { ScriptNode } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';

/** Why a value should not stand in a log. */
export interface Logged {
  /** As it reads after "writes": `password`, "the headers of a request, credentials among them". */
  readonly what: string;
  readonly confidence: Confidence;
  /** Whether it is a request as it came: that some loggers take only the address of. */
  readonly wholeRequest?: true;
  /** The member that makes it one, of an object that is logged whole. */
  readonly member?: string;
}

/** What the fix needs to know of a call that logs secrets. */
export interface SensitiveLog {
  /** The values in the call that should not be logged. */
  readonly places: readonly ScriptNode[];
}
