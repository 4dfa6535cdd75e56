import { type Priority, priorities } from '../model/vocabulary.ts';
import { fieldOf } from './blockerSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { NamedEntries } from './namedEntries.ts';
import { prioritySign, readPriority } from './priority.ts';
import { slice } from './span.ts';
import { priorityWithoutWord } from './vocabulary/priority.ts';

/** The priority of a blocker: its own field, its heading, those above it, what else speaks of it. */
export function priorityOf(text: string, id: string, entries: NamedEntries['entries']): Priority {
  const field = fieldOf({ entries }, 'priority');
  const stated =
    (field && !isChoice(slice(text, field.value))
      ? (readPriority(slice(text, field.value)) ?? ofNumber(text, field))
      : undefined) ??
    entries.find(({ heading }) => heading.priority)?.heading.priority ??
    entries.find(({ inherited }) => inherited.priority)?.inherited.priority;
  if (stated) return stated;
  const impact = fieldOf({ entries }, 'impact');
  const said = impact && slice(text, impact.value).slice(0, 40);
  const ofImpact =
    said === undefined
      ? undefined
      : (prioritySign(said) ??
        (/^\W*(?:critical|severe|high|major|medium|moderate|low|minor|informational|info)\b/i.test(said)
          ? readPriority(said)
          : undefined));
  return ofImpact ?? priorityOfId(id) ?? inBold(text, entries) ?? priorityWithoutWord;
}

/** A severity that is a number alone, 1 being the worst, or a letter: `Prio A`. */
function ofNumber(text: string, { key, value }: FieldSyntax): Priority | undefined {
  const letter = /^[\s*`]*([A-D])[\s*`]*$/.exec(slice(text, value))?.[1];
  if (letter !== undefined) return priorities['ABCD'.indexOf(letter)];
  const number = /^(?:sev|prio)/i.test(key) ? /^\W*([1-4])\W*$/.exec(slice(text, value))?.[1] : undefined;
  return number === undefined ? undefined : readPriority(`S${number}`);
}

/** A label set off in what is told: `Loads before the banner. **P1**, Eva works on it.` */
function inBold(text: string, entries: NamedEntries['entries']): Priority | undefined {
  for (const block of entries.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'paragraph') continue;
    const label = /(?:\*\*|\()(P[0-4])(?:\*\*|\))/.exec(slice(text, block))?.[1];
    if (label !== undefined) return readPriority(label);
  }
  return undefined;
}

/** A choice that nobody has made yet: `[Critical/High/Medium/Low]`. */
const isChoice = (value: string): boolean => /^\[[^\]/|]*[/|][^\]]*[/|]/.test(value);

/** `P1-3`, `HIGH-02`, and the letters of audit reports: `C-1`, `M-04`. */
function priorityOfId(id: string): Priority | undefined {
  const kind = /^(P[0-4]|CRITICAL|CRIT|HIGH|MEDIUM|MED|LOW|[CHML](?=-?\d))/.exec(id)?.[1];
  const letters: Readonly<Record<string, Priority>> = { C: 'P0', H: 'P1', M: 'P2', L: 'P3' };
  return kind === undefined ? undefined : (letters[kind] ?? readPriority(kind));
}
