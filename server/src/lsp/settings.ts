import * as z from 'zod';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** The settings under `productionBlockers.`; a test holds the extension's manifest equal to this. */
export const Settings = z.object({
  diagnostics: z
    .object({
      /** Whether Problems shows open files or the whole workspace. */
      scope: z.enum(['openFiles', 'workspace']).catch('openFiles'),
    })
    .catch({ scope: 'openFiles' }),
  /** How findings show in the editor, by priority or by rule id; a rule goes before its priority. */
  severity: z.record(z.string(), severity.catch('warning')).catch({}),
  /** The name that a ticked step is signed with; empty takes the name of the user of this machine. */
  user: z.string().catch(''),
});
export type Settings = z.infer<typeof Settings>;

/** Settings from whatever a client sent; what is missing or wrong has its default. */
export function settingsFrom(sent: unknown): Settings {
  return Settings.parse(typeof sent === 'object' && sent !== null ? sent : {});
}
