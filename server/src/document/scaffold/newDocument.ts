import type { Category, Effort, Finding, Priority } from '../../model/index.ts';
import { type FindingGroup, groupFindings, placesOf, type ScaffoldRule } from './groups.ts';
import { progress } from './standingText.ts';

/** What a new document is written from. */
export interface ScaffoldFacts {
  readonly findings: readonly Finding[];
  readonly rules: readonly ScaffoldRule[];
  /** Folders with a manifest, relative to the root; empty for the root itself. */
  readonly packages: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly group: FindingGroup;
}

const sections = [
  ['P0', 'Critical Blockers (P0) - Must Fix Before Production'],
  ['P1', 'High Priority Blockers (P1) - Should Fix Before Production'],
  ['P2', 'Medium Priority Blockers (P2) - Can Fix Post-Launch'],
] as const;

/** A new tracking document with a blocker for each rule and package in which something was found. */
export function newDocument({ findings, rules, packages, today }: ScaffoldFacts): string {
  const groups = groupFindings(findings, rules, packages);
  const severalFolders = new Set(groups.map(({ folder }) => folder)).size > 1;
  const entries = groups.map((group, index): Entry => {
    const where = severalFolders && group.folder !== '' ? ` in ${group.folder}` : '';
    return {
      id: `BLOCK-${String(index + 1).padStart(3, '0')}`,
      name: `${group.rule.title}${where}`,
      group,
    };
  });
  const of = (priority: Priority) => entries.filter(({ group }) => group.priority === priority);
  return [
    ...header(entries, today),
    ...sections.flatMap(([priority, title]) => [
      '---',
      '',
      `## ${title}`,
      '',
      ...(of(priority).length === 0 ? ['*None identified*', ''] : []),
      ...of(priority).flatMap(section),
    ]),
    ...progress,
    ...nextSteps(entries),
    '---',
    '',
    '**Note:** This is a living document. Update regularly as blockers are discovered, worked on, or resolved.',
    '',
  ].join('\n');
}

function header(entries: readonly Entry[], today: string): string[] {
  const count = (priority: Priority) => entries.filter(({ group }) => group.priority === priority).length;
  const risk = (category: Category) => {
    const found = entries.flatMap(({ group }) =>
      group.findings.some((finding) => finding.category === category) ? [group.priority] : [],
    );
    return found.includes('P0') ? 'HIGH 🔴' : found.includes('P1') ? 'MEDIUM 🟡' : 'LOW 🟢';
  };
  return [
    '# Production Blockers Tracking Document',
    '',
    `**Last Updated:** ${today}  `,
    '**Document Version:** 1.0.0',
    '',
    '## Executive Summary',
    '',
    '### Production Readiness Status',
    `- **Overall Readiness:** ${entries.length === 0 ? '100% ✅' : '0% ⚠️'}`,
    `- **Critical Blockers (P0):** ${count('P0')}`,
    `- **High Priority Blockers (P1):** ${count('P1')}`,
    `- **Medium Priority Blockers (P2):** ${count('P2')}`,
    `- **Estimated Time to Production:** ${timeFor(entries.map(({ group }) => group.rule.effort))}`,
    '',
    '### Risk Assessment',
    `- **Security Risk:** ${risk('security')}`,
    `- **Stability Risk:** ${risk('stability')}`,
    `- **Performance Risk:** ${risk('performance')}`,
    `- **Data Integrity Risk:** ${risk('data-integrity')}`,
    '',
  ];
}

const hoursOf = { minutes: 1 / 60, hours: 1, days: 8, weeks: 40, months: 160 } as const;

/** All efforts together, for one person. */
function timeFor(efforts: readonly Effort[]): string {
  if (efforts.length === 0) return 'none';
  const sum = (end: 'min' | 'max') =>
    efforts.reduce((total, effort) => total + effort[end] * hoursOf[effort.unit], 0);
  const inDays = sum('max') > 16;
  const rounded = (hours: number) => Math.max(Math.ceil(inDays ? hours / 8 : hours), 1);
  const [min, max] = [rounded(sum('min')), rounded(sum('max'))];
  const unit = `${inDays ? 'day' : 'hour'}${max === 1 ? '' : 's'}`;
  return `${min === max ? min : `${min}-${max}`} ${unit} for one person`;
}

function section({ id, name, group }: Entry): string[] {
  const { rule, findings } = group;
  const { min, max, unit } = rule.effort;
  const files = new Set(findings.map(({ file }) => file));
  const [first] = findings;
  const title = files.size === 1 ? `${rule.title} in ${first.file}` : `${rule.title} in ${files.size} files`;
  const more = findings.length > 1 ? ` There are ${findings.length} such places.` : '';
  const places = placesOf(group);
  const [place] = places;
  return [
    `### ${id}: ${name}`,
    `- **Title:** ${title}`,
    `- **Description:** ${first.message}${more}`,
    ...(places.length === 1
      ? [`- **File Location:** ${place}`]
      : ['- **File Locations:**', ...places.map((each) => `  - ${each}`)]),
    `- **Impact:** ${rule.why}`,
    `- **Estimated Effort:** ${min === max ? min : `${min}-${max}`} ${max === 1 ? unit.slice(0, -1) : unit}`,
    '- **Status:** Open',
    '- **Fix Verification:**',
    ...rule.verification.map((step) => `  - ${step}`),
    `- **Rule:** \`${rule.id}\``,
    '',
  ];
}

/** So many steps are a plan; more are the list of blockers once more. */
const mostSteps = 5;

function nextSteps(entries: readonly Entry[]): string[] {
  const steps = (priority: Priority, otherwise: string) => {
    const own = entries.filter(({ group }) => group.priority === priority).slice(0, mostSteps);
    return own.length === 0 ? [`   - ${otherwise}`] : own.map(({ id, name }) => `   - Fix: ${name} (${id})`);
  };
  return [
    '1. **Immediate Actions (This Week):**',
    ...steps('P0', 'Keep critical blockers out'),
    '',
    '2. **Short Term (Next 2 Weeks):**',
    ...steps('P1', 'Look for what no scan sees: backups, monitoring, tests'),
    '',
    '3. **Medium Term (Next Month):**',
    ...steps('P2', 'Review accepted risks'),
    '',
    '4. **Long Term (Next Quarter):**',
    '   - Verify what was fixed, and end what was accepted',
    '',
  ];
}
