import { wordsOf } from './devNames.ts';
import { stateOf } from './stateNames.ts';

/** What a function decides by its name: about people and values, about how much they may ask, about health. */
export type CheckKind = 'check' | 'limit' | 'health';

const verbs =
  /^(?:check|validate|verify|authorize|authorise|authenticate|ensure|assert|confirm|allow|permit|guard|protect|require|restrict|enforce)$/;
const subjects =
  /^(?:auth|authn|authz|authentication|authorization|authorisation|authenticated|authorized|guard|permission|permissions|role|roles|rbac|acl|csrf|xsrf|captcha|recaptcha|jwt|token|signature|hmac|apikey|admin|webhook|signed|license|licence|credential|credentials|protect|protected|mfa|otp)$/;
/** What turns an answer around, or makes a check one whose answer nothing hangs on. */
const harmless =
  /^(?:expired|expire|expires|invalid|blocked|banned|revoked|locked|offline|optional|optionally|maybe|soft|try|silent|feature|features|update|updates|upgrade|exists|exist|existing|duplicate|taken|cache|cached|stale|old|new|unauthorized|unauthenticated|guest|anonymous|not|missing|empty|error|errors|browser|support|supported|supports|available|availability|dir|directory|file|files|folder|path|version|load|attach|populate|set|get|current|parse|extract|decode|deserialize|refresh|track|log|identify|enrich|store|save|create|send|generate|issue|sign|remove|delete|clear|fetch|build|make|count|handle|online|network|connection|connectivity|installed|mobile|dark|online|screen|platform|os|dirty|changed|stop|skip|need|needs|should|retry|retryable|inject|test|no|out|loggedout|redirect)$/;

/** Reads a function's name; undefined where its answer lets nobody in and hides nothing. */
export function checkKindOf(name: string | undefined): CheckKind | undefined {
  if (name === undefined || name.length > 80) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => harmless.test(word))) return undefined;
  if (words.some((word, index) => isLimit(word, words[index + 1]))) return 'limit';
  if (words.some((word) => /^(?:health|healthy|healthcheck|readiness|liveness|heartbeat|alive)$/.test(word)))
    return 'health';
  const [first = ''] = words;
  if (words.length > 1 && verbs.test(first)) return 'check';
  if (/^(?:authenticate|authorize|authorise|protect|verify|validate)$/.test(first)) return 'check';
  if (stateOf(name) !== undefined) return 'check';
  if (first === 'is' && words[1] === 'clean' && words.length === 2) return 'check';
  return words.some((word) => subjects.test(word)) ? 'check' : undefined;
}

const isLimit = (word: string, next: string | undefined): boolean =>
  /^(?:ratelimit|ratelimiter|throttle|throttler|limiter|quota)$/.test(word) ||
  (word === 'rate' && /^limit/.test(next ?? ''));
