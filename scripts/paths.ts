import { join } from 'node:path';

/** An absolute path in the repository. */
export const fromRoot = (...segments: string[]): string => join(import.meta.dirname, '..', ...segments);
