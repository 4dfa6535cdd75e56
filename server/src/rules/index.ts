/** The registry: a rule is a file, and a line here. */
import type { Rule } from './rule.ts';
import { noHardcodedSecret } from './security/no-hardcoded-secret.ts';

export const rules: readonly Rule[] = [noHardcodedSecret];
