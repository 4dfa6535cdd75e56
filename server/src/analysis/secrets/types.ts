import type { Confidence } from '../../model/vocabulary.ts';

/** A stretch of text that has a provider's form, before it is judged. */
export interface Candidate {
  /** The secret itself: the body's group `secret` where it has one, else everything that matched. */
  readonly secret: string;
  /** The groups of the body's pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The whole text that is searched, and where in it the secret stands (UTF-16 offsets). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What one kind of credential looks like: some characters before a keyword, the keyword, and a body after it.
 * The scan finds keywords and tries the body at that one place, so no pattern ever wanders.
 */
export interface SecretProvider {
  /** Stable, kebab-case, unique among all providers. */
  readonly id: string;
  /** As it reads in a sentence: "Stripe live secret key". */
  readonly name: string;
  /** Case-sensitive. Public: what a match starts with may be shown. */
  readonly keywords: readonly string[];
  /**
   * What follows the keyword; linear in time, no flags but `i`. A group `secret` at its end narrows the match
   * to that part: the rest is context, and a more exact provider may claim the same place.
   */
  readonly body: RegExp;
  /** The characters that stand before the keyword, for formats that have their fixed part in the middle. */
  readonly before?: { readonly class: RegExp; readonly min: number; readonly max: number };
  /** `high` by default. */
  readonly confidence?: Confidence;
  /** Looks closer: decodes, verifies a checksum. `undefined` when this is no secret. */
  readonly judge?: (candidate: Candidate) => Confidence | undefined;
  /** True when `judge` alone decides; else a secret that looks made up is turned away first. */
  readonly ownJudgement?: boolean;
}

/** A credential found in a text. Holds no character of the secret but its public prefix. */
export interface ProviderMatch {
  /** The provider's id. */
  readonly provider: string;
  /** The provider's name for messages. */
  readonly name: string;
  /** Where the secret stands: UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** `low` when the form fits but the token's own checksum does not: most likely made up. */
  readonly confidence: Confidence;
  /** The secret masked, fit for messages. */
  readonly masked: string;
  /** Whether it looks typed by somebody, and not made by the provider. */
  readonly typed: boolean;
}

/** What a name says its value is. `signing` is a secret that works whatever its text is. */
export type SecretKind = 'password' | 'token' | 'key' | 'secret' | 'signing' | 'credential' | 'connection';

/** Whether a literal is a real secret, and why it is (not), in words without the value. */
export interface Judgement {
  readonly secret: boolean;
  readonly confidence: Confidence;
  readonly reason: string;
}
