import type { RiskAcceptance } from '../model/blocker.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { plainTextOf } from './markdownTree.ts';
import { type Span, slice, trimmed } from './span.ts';

/** One of the things that an acceptance says: an item, or what stands between two semicolons. */
export interface AcceptancePart {
  /** In lower case; empty where it begins with none that we know. */
  readonly key: string;
  readonly value: string;
  /** With its key. */
  readonly span: Span;
}

const keys =
  'decision|likelihood|impact|overall|reason|rationale|justification|because|mitigations?|rollback(?: plan)?|approver|approved by|accepted by|approved on|accepted on|expires|expiry|until|valid until|ended';
const keyed = new RegExp(`^(${keys}) ?: ?(.*)$`, 'i');
/** Where a part begins on a line that holds several. */
const next = new RegExp(`;\\s+(?=\\*{0,2}(?:${keys})\\b[^;]{0,4}:)`, 'gi');

/** Words in which no part begins, so that they stay in the one that they are written in. */
export const inOnePart = (words: string): string => words.replace(next, ', ');

/** The parts of `- **Risk Acceptance:**`: its items, or what one line says. */
export function acceptanceParts(text: string, { value, block, items }: FieldSyntax): AcceptancePart[] {
  const parts: AcceptancePart[] = [];
  const add = (span: Span, within: FieldSyntax['block']) => {
    const plain = plainTextOf(text, within, span);
    if (plain === '') return;
    const [, key = '', said = plain] = keyed.exec(plain) ?? [];
    parts.push({ key: key.toLowerCase(), value: said, span });
  };
  let { start } = value;
  for (const found of slice(text, value).matchAll(next)) {
    add(trimmed(text, { start, end: value.start + found.index }), block);
    start = value.start + found.index + found[0].length;
  }
  add({ start, end: value.end }, block);
  for (const item of items) add(trimmed(text, item.content), item.block);
  return parts;
}

const day = '(\\d{4}-\\d\\d-\\d\\d)';
const until = new RegExp(`\\buntil ${day}`, 'i');
const approver = /\b(?:approved|accepted|signed off) by ([^,;()]*?)(?= on \d|[,;()]|$)/i;
const approvedOn = new RegExp(`\\b(?:approved|accepted|signed off)\\b[^,;()]*? on ${day}`, 'i');
const ended = new RegExp(`\\bended\\b[^,;()]*? on ${day}`, 'i');
const dayAlone = new RegExp(`^${day}`);
const levels = /(?:^|[,;] ?)(likelihood|impact|overall)(?: risk)? ?: ?([^,;]+)/gi;

/** Reads an acceptance with its items, or on one line; undefined where there is no such field. */
export function readAcceptance(
  { source: { text } }: Pick<DocumentSyntax, 'source'>,
  blocker: Pick<BlockerSyntax, 'entries'>,
): RiskAcceptance | undefined {
  const field = fieldOf(blocker, 'acceptance');
  if (!field) return undefined;
  const parts = acceptanceParts(text, field);
  if (parts.length === 0) return undefined;
  const behind = (key: RegExp, wanted = /^(.+)$/): string | undefined => {
    const of = parts.filter((part) => key.test(part.key));
    for (const { value } of of) {
      const found = wanted.exec(value)?.[1]?.trim();
      if (found) return found;
    }
    return undefined;
  };
  const decided = parts.find(({ key }) => key === 'decision') ?? parts.find(({ key }) => key === '');
  const sentence = /^(?:|decision)$/;
  const found = {
    decision: decided?.value,
    until: behind(sentence, until) ?? behind(/^(?:expires|expiry|until|valid until)$/, dayAlone),
    by: behind(sentence, approver) ?? behind(/^(?:approver|approved by|accepted by)$/, /^(.*?)(?: on \d|$)/),
    at:
      behind(sentence, approvedOn) ??
      behind(/^(?:approved|accepted) on$/, dayAlone) ??
      behind(/^(?:approved|accepted) by$/, new RegExp(` on ${day}`)),
    ...levelsOf(parts),
    reason: behind(/^(?:reason|rationale|justification|because)$/),
    mitigation: behind(/^mitigations?$/),
    rollback: behind(/^rollback/),
    ended: behind(sentence, ended) ?? behind(/^ended$/, new RegExp(`(?:^| )${day}`)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** `Likelihood: low, impact: medium, overall: low`, together or each for itself. */
function levelsOf(
  parts: readonly AcceptancePart[],
): Pick<RiskAcceptance, 'likelihood' | 'impact' | 'overall'> {
  const found: Record<string, string> = {};
  for (const { key, value } of parts) {
    if (!/^(?:likelihood|impact|overall)$/.test(key)) continue;
    for (const [, name = '', level = ''] of `${key}: ${value}`.matchAll(levels))
      found[name.toLowerCase()] ??= level.trim();
  }
  return found;
}
