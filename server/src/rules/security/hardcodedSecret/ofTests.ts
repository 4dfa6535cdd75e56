import type { ProviderMatch } from '../../../analysis/secrets/types.ts';
import type { FileContext } from '../../rule.ts';

/** Key material and headers that any program makes for itself: tests bring their own, and nothing else takes them. */
const anybodys =
  /^(?:(?:putty-|jwk-|ethereum-|extended-)?private-key(?:-base64)?|age-secret-key|wireguard-key|(?:npm-)?(?:basic|bearer)-authorization|docker-config-auth|netrc-password)$/;
/** What may be somebody's all the same, where it surely is random and belongs to a host or a service. */
const somebodys = /^(?:jwt|connection-(?:string|parameters))$/;

/** Whether a secret stands in a test or what tests read, and has no provider that would take it. */
export function isOfTest({ provider, confidence }: ProviderMatch, { fileClass }: FileContext): boolean {
  if (fileClass !== 'test' && fileClass !== 'fixture') return false;
  return anybodys.test(provider) || (somebodys.test(provider) && confidence !== 'high');
}
