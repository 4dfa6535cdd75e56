/**
 * What sections are about, by the words of their headings. People name the parts of such documents much
 * alike, whatever the project.
 */

/** A heading as its words are compared: no signs, no numbers before, one space between words. */
const plain = (heading: string): string =>
  heading
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/[^\p{L}\p{N}'’()&/+#.:-]+/gu, ' ')
    .replace(/^[\s(]*(?:\d{1,3}(?:\.\d{1,3})*[.):]?\s+|[A-Z][.)]\s+)?/, '')
    .trim();

/** Sections that tell of the document, the plan or the outcome, and list no blockers of their own. */
const asides = new RegExp(
  `(?:^|\\b)(?:${[
    '(?:executive )?summary|overview|table of contents|contents|how to|next|action plan|timeline|roadmap|schedule',
    'passes|passed(?: checks)?|recommend(?:ed|ations?)|metrics|statistics|stats|progress|process|procedure|decision|matrix|criteria',
    'risks$|risk (?:assessment|matrix|summary|register|acceptance)|roll-?back|monitoring plan|post-launch monitoring',
    'conclusion|notes?|references?|resources|links|legend|definitions?|glossary|appendix|changelog|history',
    'updates?|clearance|sign-?offs?|approvals?|contacts?|escalation|templates?|strengths|what works',
    "what(?:'s| is) working|working well|methodology|background|purpose|about|usage|instructions|workflow",
    'strategy|test plan|deployment (?:steps|plan|order|sequence|process|commands?)|phase|week|day|sprint|milestones?',
    'estimates?|order|fix plan|fixes|plan|commands?|lessons|learnings?|positive|good news|scoring|scores?|score',
    'non-?blocking|not blocking|not (?:for|in|part of) |non-?blockers?|minimum conditions|conditions to|unblock|how this|reading this|verdict',
    'assumptions|launch dependencies|dependencies|final status|current status|status|sources?|key files|files (?:created|modified|changed)|tech(?:nical)? stack|architecture|budget|communication|guidelines|conventions|rules|checks performed|what was (?:done|checked|fixed|tested)|quick (?:wins|reference|start)|breakdown|distribution|coverage|scope|version|metadata|document information|revision|acknowledge?ments?|support|team|stakeholders|ready for production|production ready|go/no-?go|go-?live plan|launch plan|evidence|verification|validation|success|commit',
  ].join('|')})(?:$|\\b)`,
  'i',
);

const nouns =
  'blockers?|blocking|obstacles?|impediments?|roadblocks?|regressions?|threats?|issues?|bugs?|problems?|findings?|gaps?|vulnerabilit(?:y|ies)|defects?|show-?stoppers?|concerns?|weaknesses|limitations?|deficiencies|tech(?:nical)? debt|risks|items?|tasks?|to-?dos?|failures|warnings|errors|action items?|requirements|fixes|improvements|enhancements|features|work';
const group = new RegExp(
  `\\b(?:${nouns})(?:\\s*\\([^)]*\\)|(?<=s|ing|debt)\\s*[:–—-].*|\\s+(?:to|before|for|by|that|in|requiring|remaining|identified|found|discovered|log|list|tracker|register)\\b.*|\\s*\\d+|\\s*#)?$`,
  'i',
);
const listed =
  /\b(?:blockers?|blocking|obstacles?|impediments?|roadblocks?|regressions?|threats?|issues?|bugs?|problems?|findings?|gaps|vulnerabilities|defects|show-?stoppers?|concerns|limitations|warnings|tech(?:nical)? debt|must[- ](?:fix|have|do|resolve)|should[- ](?:fix|have|do)|nice[- ]to[- ]haves?|could[- ]have|to-?do|action items?|outstanding|remaining|missing|incomplete|open items|weaknesses|deficiencies|before (?:launch|production|release|go-?live|deploy\w*|shipping|merge)|tasks|needs? (?:fix\w*|work|attention))\b/i;

/** Parts of one blocker: what stands below such a heading belongs to the blocker above it. */
const parts =
  /^(?:(?:detailed |issue |problem |short )?description|resolution|solution|verification|fix|fixes|steps|root cause|cause|evidence|work-?around|options?|implementation|expected|current|recommend|recommended|recommendation|notes?|details?|impact|affected|tasks?|acceptance|testing|tests?|problem|issue summary|issue|summary|what|why|how|where|when|action|actions|required|remediation|proposed|suggested|before|after|example|code|status|files?|locations?|updates?|progress|background|context|reproduction|steps to|repro|analysis|mitigation|rationale|owner|timeline|effort|priority|severity|references?|related|option [a-z0-9]|approach|phase|step)\b/i;

/** `None`, `No known issues`, `N/A`: what people write where there is nothing to list. */
const nothing =
  /^\W*(?:none|n\/?a|nil|nothing|no (?:\w+ ){0,4}(?:blockers?|issues?|items?|bugs?|problems?|findings?|gaps?|vulnerabilities)|tbd|empty|all clear|\.\.\.|…)(?![\p{L}\p{N}])(?:\W*$|\W*(?:identified|found|known|remaining|at this time|currently|yet|so far|left|open|have|were|are|have been|to report|reported|outstanding|exist)(?![\p{L}\p{N}]).{0,60}$)/iu;

export const isNothing = (text: string): boolean =>
  text.trim() === '' || /^[\s\-–—*_.…]+$/.test(text) || nothing.test(text.slice(0, 160));

/** Words that say what is wrong: a heading with one names a blocker, whatever it is about. */
const faults =
  /\b(?:no(?!-?go)|not|non-?functional|missing|incomplete|broken|lacks?|lacking|without|unhandled|insufficient|hard-?coded|invalid|fails?|failing|failure|unable|cannot|can['’]t|doesn['’]t|don['’]t|isn['’]t|never|wrong|exposed|leaks?|leaking|insecure|vulnerable|unsafe|weak|bypass|crash(?:es|ing)?|slow|inconsistent|unprotected|unencrypted|unvalidated|unauthenticated|stale|outdated|deprecated|duplicated?|conflict(?:ing|s)?|stub(?:bed)?|mock(?:ed)?|placeholders?|disabled|injection|unimplemented|unbounded|race condition|memory leak|single point|only|freezes?|hangs?|drops?|loses|lost|corrupt(?:s|ed|ion)?|expire[sd]?|nobody|stuck|unreachable|twice|too (?:slow|large|big|many|long))\b/i;
const harmless =
  /\b(?:non-?block\w*|not (?:a )?block\w*|how to|next steps?|action plan|summary|overview|what works)\b/i;

/** What a heading says of its section; undefined where its words say nothing of the kind. */
export type SectionKind = 'aside' | 'list' | 'checklist' | undefined;

const kept = new Map<string, SectionKind>();

export function sectionKind(heading: string): SectionKind {
  if (kept.has(heading)) return kept.get(heading);
  if (kept.size > 5_000) kept.clear();
  const kind = ledByPriority(heading) ?? kindOf(plain(heading));
  kept.set(heading, kind);
  return kind;
}

/** A heading that names its priority first lists what has it, whatever follows: `P1 – fix in the first week`. */
function ledByPriority(heading: string): SectionKind {
  const rest =
    /^[^\p{L}\p{N}]{0,8}(?:P[0-4]|critical|high|medium|low)(?: priority)?\s{0,3}[–—:(-](.*)$/iu.exec(heading);
  const said = rest?.[1]?.trim();
  return said && !startsAside(said) && !harmless.test(said) ? 'list' : undefined;
}

/** Groups by status, as on a board: `In Progress`, `Fixed in 2.4`. */
const statusGroup =
  /^(?:(?:still )?open|new(?:ly (?:added|found|raised))?|unresolved|active|pending|to ?do|blocked|unblocked|on hold|in progress|in review|waived|rejected|accepted|risk accepted|deferred|postponed|dismissed|archived?(?: (?:blockers|issues|items))?|won['’]?t fix(?: \(.*)?|(?:recently |already |previously )?(?:fixed|resolved|closed|cleared|solved|remediated)(?: (?:in|since|this|last|as of|on)\b.*)?)(?:\s*\(\d+\))?:?$/i;

function kindOf(text: string): SectionKind {
  if (statusGroup.test(text)) return 'list';
  const lists = listed.test(text);
  const faulty = faults.test(text) && !harmless.test(text);
  if (/\bcheck-?list|readiness\b/i.test(text) && !/\b(?:blockers?|issues|gaps)\b/i.test(text))
    return 'checklist';
  // "Critical issues: fix plan" is a plan; "Open blockers for launch" lists what its first words say.
  const said = lists && leads.test(text) && group.test(text) && !harmless.test(text);
  if (asides.test(text) && !said && !faulty && !dated.test(text)) return 'aside';
  return lists ? 'list' : undefined;
}

/** A log's parts: `Week of 2025-06-09` holds what the week brought, `Week 1` is a part of a plan. */
const dated =
  /^(?:week|day|sprint)\b.*(?:\d{4}-\d{2}|\d{1,2}[./]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;

const leads =
  /^(?:known|open|active|current|critical|high|medium|low|p\d|remaining|outstanding|launch|production|must|blockers?|recently|resolved|fixed|unresolved|security|blocking|new|the)\b/i;

/** Whether a heading starts as asides do, rather than having one of their words somewhere. */
export const startsAside = (heading: string): boolean => asides.exec(plain(heading))?.index === 0;

/** Whether words say that something is wrong. */
export const namesFault = (heading: string): boolean => faults.test(plain(heading));

/** A log's heading: `2025-11-20`, `12 May 2025`. */
export const isDate = (heading: string): boolean =>
  /^\W*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?\d{4})\W*$/i.test(
    heading,
  );

const area =
  /^(?:the )?(?:back-?end|front-?end|security|performance|databases?|infrastructure|testing|tests|documentation|docs|apis?|ui|ux|ui\/ux|dev-?ops|mobile|auth|authentication|deployment|data|code quality|compliance|legal|monitoring|observability|reliability|operations|ops|general|other|misc(?:ellaneous)?|server|client|web|build|ci\/cd|configuration|payments?|billing|product|engineering|design|marketing|accessibility|integrations?|features?|core|quality|scalability|stability|privacy|logging|environment)(?:(?: and | & |, |\/|\s)(?:\w+)){0,2}$/i;

/** Whether a heading only names an area: `Backend`, `Security & Compliance`. */
export const isArea = (heading: string): boolean => area.test(plain(heading).replace(/[:.]+$/, ''));

/** Whether a heading names a group of things, not one of them: `Critical Issues`, `Security Findings (3)`. */
export const isGroup = (heading: string): boolean => group.test(plain(heading));

/** Whether a heading names a part of a blocker: `Root Cause`, `Option A`. */
export const isPart = (heading: string): boolean => parts.test(plain(heading));

/** Whether a heading tells of something wrong, or is a sentence rather than a title. */
export const isStatement = (heading: string): boolean =>
  namesFault(heading) || (/\S(?:\s+\S+){4}/.test(heading) && /\s[\p{Ll}]+\s/u.test(heading));

/** A release as change logs head its notes: `[1.2.0] - 2025-01-02`, `v2.1`, `Unreleased`. */
export const isVersion = (heading: string): boolean =>
  /^\W*(?:unreleased|(?:version\s|release\s)?v?\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?)\b\W*(?:\d{4}-\d{2}-\d{2}|\([^)]*\)|\w{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})?\W*$/i.test(
    heading.replace(/\]\([^()]*\)/, ']'),
  );
