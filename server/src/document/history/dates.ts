import type { BlockerSyntax } from '../blockerSyntax.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import { slice } from '../span.ts';

/** The days that a document itself gives for a blocker: `- **Opened:** 2026-01-12`. YYYY-MM-DD. */
export interface StatedDates {
  readonly opened?: string;
  readonly fixed?: string;
  readonly verified?: string;
}

const keys = {
  opened: /^(?:opened|created|reported|discovered|identified|found|raised|added|date)(?: (?:on|at|date))?$/i,
  fixed: /^(?:fixed|resolved|closed|completed)(?: (?:on|at|date))?$/i,
  verified: /^verified(?: (?:on|at|date))?$/i,
} as const;

const day = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/;

export function statedDates({ source }: DocumentSyntax, { entries }: BlockerSyntax): StatedDates {
  const fields = entries.flatMap((entry) => entry.fields);
  const read = (key: RegExp): string | undefined => {
    for (const field of fields) {
      const found = key.test(field.key.trim()) && day.exec(slice(source.text, field.value))?.[0];
      if (found) return found;
    }
    return undefined;
  };
  const [opened, fixed, verified] = [read(keys.opened), read(keys.fixed), read(keys.verified)];
  return { ...(opened && { opened }), ...(fixed && { fixed }), ...(verified && { verified }) };
}
