import { findProviderSecrets } from './providers.ts';

/** A text as it may be shown or kept: every secret of a known shape in it is masked. */
export function maskSecrets(text: string): string {
  let result = text;
  for (const { start, end, masked } of findProviderSecrets(text).toReversed())
    result = result.slice(0, start) + masked + result.slice(end);
  return result;
}
