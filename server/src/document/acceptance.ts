import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { slice } from './span.ts';

/** Why a risk is accepted, by whom and for how long, as far as it is written. */
export interface AcceptanceSyntax {
  readonly reason?: string;
  readonly by?: string;
  /** The last day, YYYY-MM-DD. */
  readonly until?: string;
}

/** Reads `- **Risk Acceptance:**` with its items, or on one line; undefined where there is no such field. */
export function readAcceptance(
  { source: { text } }: DocumentSyntax,
  blocker: BlockerSyntax,
): AcceptanceSyntax | undefined {
  const field = fieldOf(blocker, 'acceptance');
  if (!field) return undefined;
  const lines = [slice(text, field.value), ...field.items.map(({ content }) => slice(text, content))].map(
    (line) => line.replace(/[*_]{1,3}/g, ''),
  );
  const behind = (key: RegExp): string | undefined => {
    for (const line of lines) {
      const [, value] = key.exec(line) ?? [];
      if (value?.trim()) return value.trim();
    }
    return undefined;
  };
  const reason = behind(/^(?:reason|rationale|justification|because)\s*:(.*)$/i);
  const by =
    behind(/\b(?:approved|accepted|signed off) by\s+([^,;()]*?)(?=\s+on\s+\d|[,;()]|$)/i) ??
    behind(/^(?:approver|approved by|accepted by)\s*:(.*)$/i);
  const until =
    behind(/\buntil\s+(\d{4}-\d\d-\d\d)/i) ??
    behind(/^(?:expires|expiry|until|valid until)\s*:\s*(\d{4}-\d\d-\d\d)/i);
  return { ...(reason && { reason }), ...(by && { by }), ...(until && { until }) };
}
