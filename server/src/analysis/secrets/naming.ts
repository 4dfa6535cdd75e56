import type { SecretKind } from './types.ts';

/** What kind of secret a variable, property, header or setting of this name holds; undefined when none. */
export function isSecretName(_name: string): SecretKind | undefined {
  return undefined;
}
