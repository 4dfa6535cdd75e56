import { languageOf } from '../languages/language.ts';
import type { Blocker, BlockerLocation, Finding, TrackingDocument, Verdict } from '../model/index.ts';
import { citedNames } from './citedNames.ts';
import { type Claimable, rulesOf } from './ruleOf.ts';

/** Where a file declares what a blocker speaks of. Lines count from 1, both inclusive. */
export interface FoundSymbol {
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Lines that name it, its declaration's among them. */
  readonly namedOn: readonly number[];
}

/** What is known of the code that a document makes claims about. Paths are relative to the root. */
export interface CodeFacts {
  /** Undefined where there is nothing of that name. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Undefined for a file that was not looked at. */
  lineCountOf(file: string): number | undefined;
  /** Findings of a file, or of every file below a folder, which ends in a slash. */
  findingsIn(path: string): readonly Finding[];
  /** Where the file declares one of the names, or a close one; undefined where it does not. */
  symbolOf(file: string, names: readonly string[]): FoundSymbol | undefined;
  /** What a file that is not there was renamed to, or is by its whole path, as far as that is known. */
  renamedTo(file: string): string | undefined;
  readonly rules: readonly Claimable[];
}

/** Blockers with their claims checked, and which of them covers which finding, by the finding's fingerprint. */
export interface CheckedClaims {
  readonly blockers: readonly Blocker[];
  readonly tracked: ReadonlyMap<string, string>;
}

/** Checks every location that a document's blockers name against the code. */
export const checkClaims = (
  { blockers }: Pick<TrackingDocument, 'blockers'>,
  facts: CodeFacts,
): CheckedClaims => claimsOf(blockers.map((blocker) => checkClaimsOf(blocker, facts)));

/** What several blockers claim, together: a finding belongs to the first that is about it. */
export function claimsOf(checked: readonly CheckedBlocker[]): CheckedClaims {
  const tracked = new Map<string, string>();
  for (const { blocker, findings } of checked) {
    for (const { fingerprint } of findings)
      if (!tracked.has(fingerprint)) tracked.set(fingerprint, blocker.id);
  }
  return { blockers: checked.map(({ blocker }) => blocker), tracked };
}

/** One blocker with its verdicts, and what its rules find there. */
export interface CheckedBlocker {
  readonly blocker: Blocker;
  readonly findings: readonly Finding[];
}

/** Checks every location that one blocker names. */
export function checkClaimsOf(blocker: Blocker, facts: CodeFacts): CheckedBlocker {
  const rules = rulesOf(blocker, facts.rules);
  const claims = blocker.locations.map((location) => checkLocation(location, rules, blocker, facts));
  const findings = claims.flatMap((claim) => claim.findings);
  const rule = rules.find((id) => findings.some(({ ruleId }) => ruleId === id)) ?? rules[0];
  const locations = claims.map(({ location }) => location);
  return { blocker: { ...blocker, locations, ...(rule === undefined ? {} : { rule }) }, findings };
}

/** A location with its verdict. */
export interface Claim {
  readonly location: BlockerLocation;
  /** What the blocker's rules find there, or where the place has moved to. */
  readonly findings: readonly Finding[];
}

/** Checks one location of a blocker by its rules. */
export function checkLocation(
  location: BlockerLocation,
  rules: readonly string[],
  blocker: Blocker,
  facts: CodeFacts,
): Claim {
  const say = (verdict: Verdict, findings: readonly Finding[] = []): Claim => ({
    location: { ...location, verdict },
    findings,
  });
  const movedTo = (file: string, line: number, findings: readonly Finding[] = []): Claim => ({
    location: { ...location, verdict: 'moved', movedTo: `${file}:${line}` },
    findings,
  });
  // A pattern is no place: what it means is for people to say.
  if (/[*{]/.test(location.file)) return say('manual');
  const saidFixed = blocker.status === 'fixed' || blocker.status === 'verified';
  const there = isThere(location, facts);
  const symbol =
    location.startLine === undefined || saidFixed ? undefined : symbolOf(location, blocker, facts);
  if (!there && !symbol) {
    const renamed = saidFixed ? undefined : facts.renamedTo(location.file);
    const file = renamed ?? location.file;
    const found = renamed === undefined ? undefined : nearestOf(rules, { ...location, file }, facts);
    if (found) return movedTo(file, found.range.start.line, [found]);
    const { startLine } = location;
    if (renamed === undefined || rules.length > 0) return say('missing');
    const place = startLine === undefined ? file : `${file}:${startLine}`;
    return { location: { ...location, verdict: 'moved', movedTo: place }, findings: [] };
  }
  if (rules.length === 0 || (there && !canSee(rules, location.file, facts))) {
    const left = symbol && !(there && isNamedAt(location, symbol));
    return left ? movedTo(location.file, symbol.startLine) : say('manual');
  }
  const found = foundBy(rules, location.file, facts);
  const here = found.filter((finding) => covers(location, finding));
  const atSymbol = symbol && found.find((finding) => covers(symbol, finding));
  const nearest = atSymbol ?? nearestOf(rules, location, facts);
  if (here.length > 0) return say(saidFixed ? 'regressed' : 'reproduced', here);
  if (!there && !atSymbol) return say('missing');
  if (!nearest || saidFixed) return say('not-reproduced');
  return movedTo(nearest.file, nearest.range.start.line, [nearest]);
}

/** Whether any of the rules looks into such a file, and the file was looked at. */
function canSee(rules: readonly string[], file: string, facts: CodeFacts): boolean {
  if (file.endsWith('/') || facts.kindOf(file) === 'folder') return true;
  const language = languageOf(file);
  const reads = facts.rules.some(({ id, languages }) => rules.includes(id) && languages.includes(language));
  return reads && facts.lineCountOf(file) !== undefined;
}

const foundBy = (rules: readonly string[], file: string, facts: CodeFacts): readonly Finding[] =>
  facts.findingsIn(file).filter(({ ruleId, suppressed }) => rules.includes(ruleId) && !suppressed);

const nearestOf = (
  rules: readonly string[],
  location: BlockerLocation,
  facts: CodeFacts,
): Finding | undefined =>
  foundBy(rules, location.file, facts).toSorted((a, b) => distance(location, a) - distance(location, b))[0];

/** What the blocker speaks of by name, where the file declares it. */
function symbolOf({ file }: BlockerLocation, blocker: Blocker, facts: CodeFacts): FoundSymbol | undefined {
  const names = citedNames(blocker);
  return names.length > 0 && facts.kindOf(file) === 'file' ? facts.symbolOf(file, names) : undefined;
}

/** So many lines beside a name a place still means it. */
const beside = 2;

/** Whether the lines of a place are in the symbol, or name it. */
function isNamedAt({ startLine = 1, endLine = startLine }: BlockerLocation, symbol: FoundSymbol): boolean {
  const within = startLine <= symbol.endLine && endLine >= symbol.startLine;
  return within || symbol.namedOn.some((line) => line >= startLine - beside && line <= endLine + beside);
}

function isThere({ file, startLine }: BlockerLocation, facts: CodeFacts): boolean {
  const kind = facts.kindOf(file.replace(/\/$/, ''));
  if (kind === undefined || (file.endsWith('/') && kind === 'file')) return false;
  const lines = facts.lineCountOf(file);
  return startLine === undefined || lines === undefined || startLine <= lines;
}

/** Whether a finding is at the place; a place without lines is the whole file or folder. */
export function covers(
  { startLine, endLine }: Pick<BlockerLocation, 'startLine' | 'endLine'>,
  { range }: Finding,
): boolean {
  if (startLine === undefined) return true;
  return range.start.line <= (endLine ?? startLine) && range.end.line >= startLine;
}

const distance = ({ startLine = 1 }: BlockerLocation, { range }: Finding): number =>
  Math.abs(range.start.line - startLine);
