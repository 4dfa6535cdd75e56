import type { Confidence } from '../../model/vocabulary.ts';

/** A stretch of text that has a provider's form, before it is judged. */
export interface Candidate {
  /** The secret itself: the pattern's group `secret` where it has one, else the whole match. */
  readonly secret: string;
  readonly match: RegExpExecArray;
  /** The whole text that is searched, and where in it the secret starts (UTF-16 offset). */
  readonly text: string;
  readonly start: number;
}

/**
 * What one kind of credential looks like. The scan finds a keyword, goes back over `lead`, and tries the
 * pattern there, so a pattern never wanders: it is matched at one place only.
 */
export interface SecretProvider {
  /** Stable, kebab-case, unique among all providers. */
  readonly id: string;
  /** As it reads in a sentence: "Stripe live secret key". */
  readonly name: string;
  /** Case-sensitive; each match holds one of them, at its start or right after `lead`. */
  readonly keywords: readonly string[];
  /** Linear in time; without flags but `i`. A group `secret` narrows the match to the part that is secret. */
  readonly pattern: RegExp;
  /** The single characters that may stand between a match's start and its keyword, and how many at most. */
  readonly lead?: { readonly class: RegExp; readonly max: number };
  /** How many characters at the secret's start only name its kind and may be shown; 0 by default. */
  readonly shown?: number;
  /** `high` by default. */
  readonly confidence?: Confidence;
  /** Looks closer: decodes, verifies a checksum. `undefined` when this is no secret. */
  readonly judge?: (candidate: Candidate) => Confidence | undefined;
  /** True when `judge` alone decides; else a body that looks made up or made of words is turned away first. */
  readonly ownJudgement?: boolean;
  /** True when the pattern itself says where a match may start and end: neighbours are not looked at. */
  readonly ownBounds?: boolean;
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
}

/** What a name says its value is. `signing` is a secret that works whatever its text is. */
export type SecretKind = 'password' | 'token' | 'key' | 'secret' | 'signing' | 'credential' | 'connection';

/** Whether a literal is a real secret, and why it is (not), in words without the value. */
export interface Judgement {
  readonly secret: boolean;
  readonly confidence: Confidence;
  readonly reason: string;
}
