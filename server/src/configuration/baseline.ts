import * as z from 'zod';

/** What was there on the day that a team started: muted, and listed. Lies in the root. */
export const baselineFile = 'production-blockers.baseline.json';

const Baseline = z.object({
  schemaVersion: z.literal(1),
  /** YYYY-MM-DD. */
  taken: z.string(),
  fingerprints: z.array(z.string()),
});

/** The fingerprints of a baseline, and its day. */
export interface Baseline {
  readonly taken: string;
  readonly fingerprints: ReadonlySet<string>;
}

/** Reads a baseline file; one that is broken or absent mutes nothing. */
export function readBaseline(text: string | undefined): Baseline | undefined {
  if (text === undefined) return undefined;
  try {
    const { success, data } = Baseline.safeParse(JSON.parse(text));
    return success ? { taken: data.taken, fingerprints: new Set(data.fingerprints) } : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a baseline file: a line each, so that it merges well. */
export function writeBaseline(fingerprints: Iterable<string>, today: string): string {
  return `${JSON.stringify({ schemaVersion: 1, taken: today, fingerprints: [...fingerprints].sort() }, null, 2)}\n`;
}
