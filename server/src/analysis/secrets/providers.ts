import type { ProviderMatch } from './types.ts';

/** Every provider's credential in a text of any kind, in the order of their places, without overlaps. */
export function findProviderSecrets(_text: string): ProviderMatch[] {
  return [];
}

/** Why a value that looks like a credential may stand in code that everyone can read, or undefined. */
export function publicByDesign(_value: string): string | undefined {
  return undefined;
}
