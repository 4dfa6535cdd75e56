import type { Blocker, BlockerLocation, Finding } from '../model/index.ts';
import { type CodeFacts, checkLocation, covers } from './checkClaims.ts';
import { placeText } from './claimProblems.ts';
import { rulesOf } from './ruleOf.ts';

/** What the code says of one blocker. Whatever can't be told is `unknown`, which is never a pass. */
export interface BlockerCheck {
  readonly outcome: 'found' | 'gone' | 'unknown';
  /** One sentence. */
  readonly message: string;
  /** What stands there yet, suppressed or not. */
  readonly findings: readonly Finding[];
}

const unknown = (message: string): BlockerCheck => ({ outcome: 'unknown', message, findings: [] });

/** Asks a blocker's rules whether it is still in the code, at its locations or where they have moved to. */
export function checkBlocker(blocker: Blocker, facts: CodeFacts): BlockerCheck {
  const { id, locations } = blocker;
  const rules = rulesOf(blocker, facts.rules);
  if (rules.length === 0) return unknown(`No rule can see ${id} in the code; a person has to verify it.`);
  if (locations.length === 0)
    return unknown(`${id} names no place in the code; a person has to verify it, or name one.`);
  // What is said to be fixed is looked for as if it were not.
  const claims = locations.map((location) =>
    checkLocation(location, rules, { ...blocker, status: 'open' }, facts),
  );
  const findings = distinct([
    ...claims.flatMap((claim) => claim.findings),
    ...locations.flatMap((location) => suppressedAt(location, rules, facts)),
  ]);
  if (findings[0]) return { outcome: 'found', message: stillThere(id, findings), findings };
  const missing = claims.find(({ location: { verdict } }) => verdict === 'missing');
  if (missing) {
    const place = placeText(missing.location);
    return unknown(`There is no ${place}; change that location or take it out before ${id} can be verified.`);
  }
  const unseen = claims.find(({ location: { verdict } }) => verdict !== 'not-reproduced');
  if (unseen) {
    const place = placeText(unseen.location);
    return unknown(`${rules.join(', ')} can't look into ${place}; a person has to verify ${id}.`);
  }
  const places =
    locations.length === 1 ? placeText(locations[0] as BlockerLocation) : `its ${locations.length} places`;
  const finds = rules.length === 1 ? 'finds' : 'find';
  return {
    outcome: 'gone',
    message: `${rules.join(', ')} ${finds} nothing of ${id} in ${places}.`,
    findings: [],
  };
}

/** A comment or a baseline hides what is there; it mends nothing. */
const suppressedAt = (location: BlockerLocation, rules: readonly string[], facts: CodeFacts): Finding[] =>
  facts
    .findingsIn(location.file)
    .filter((finding) => finding.suppressed && rules.includes(finding.ruleId) && covers(location, finding));

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.fingerprint, finding])).values(),
];

function stillThere(id: string, findings: readonly Finding[]): string {
  const [first, ...others] = findings as [Finding, ...Finding[]];
  const place = `${first.file}, line ${first.range.start.line}`;
  const more =
    others.length === 0
      ? ''
      : ` and in ${others.length === 1 ? '1 more place' : `${others.length} more places`}`;
  const hidden = findings.every(({ suppressed }) => suppressed) ? ', where it is suppressed' : '';
  return `${id} is still there: ${first.ruleId} finds it in ${place}${more}${hidden}.`;
}
