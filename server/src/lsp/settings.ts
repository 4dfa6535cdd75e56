import * as z from 'zod/mini';

/** The settings under `productionBlockers.`; a test holds the extension's manifest equal to this. */
export const Settings = z.object({
  diagnostics: z.catch(
    z.object({
      /** Whether Problems shows open files or the whole workspace. */
      scope: z.catch(z.enum(['openFiles', 'workspace']), 'openFiles'),
    }),
    { scope: 'openFiles' },
  ),
  /** The name that a ticked step is signed with; empty takes the name of the user of this machine. */
  user: z.catch(z.string(), ''),
});
export type Settings = z.infer<typeof Settings>;

/** Settings from whatever a client sent; what is missing or wrong has its default. */
export function settingsFrom(sent: unknown): Settings {
  return Settings.parse(typeof sent === 'object' && sent !== null ? sent : {});
}
