import type { SecretProvider } from '../types.ts';
import { ai } from './ai.ts';
import { azure } from './azure.ts';
import { cloud } from './cloud.ts';
import { commandLines } from './commandLines.ts';
import { connections } from './connections.ts';
import { databases } from './databases.ts';
import { keys } from './keys.ts';
import { messaging } from './messaging.ts';
import { monitoring } from './monitoring.ts';
import { payment } from './payment.ts';
import { platforms } from './platforms.ts';
import { services } from './services.ts';
import { registries, sourceHosting } from './sourceHosting.ts';
import { vaults } from './vaults.ts';

/** All known credentials. A new one is a line in one of these tables. */
export const allProviders: readonly SecretProvider[] = [
  ...cloud,
  ...azure,
  ...vaults,
  ...sourceHosting,
  ...registries,
  ...payment,
  ...messaging,
  ...ai,
  ...databases,
  ...monitoring,
  ...services,
  ...platforms,
  ...keys,
  ...connections,
  ...commandLines,
];
