/** A tracking document of so many P0 blockers, in the shape that *Create BLOCKERS.md* writes. */
export interface BigDocument {
  readonly count: number;
  /** Blockers with a lower number are fixed. */
  readonly fixed?: number;
  /** The rule that sees them, and the line of `src/route<n>.ts` where it does. */
  readonly rule?: string;
  readonly line?: number;
}

/** The file that a blocker names; both count from 0. */
export const fileOf = (index: number): string => `src/route${index}.ts`;

export const blockersOf = ({ count, fixed = 0, rule, line }: BigDocument): string => {
  const blockers = Array.from({ length: count }, (_, index) =>
    [
      `### BLOCK-${String(index + 1).padStart(4, '0')}: Place ${index} answers too late`,
      '- **Title:** A request waits for what it does not need',
      `- **File Locations:** \`${fileOf(index)}:${line ?? `${index + 1}-${index + 9}`}\``,
      `- **Status:** ${index < fixed ? 'Fixed' : 'Open'}`,
      ...(rule ? [`- **Rule:** \`${rule}\``] : []),
      '- **Effort:** 2-4 hours',
      '- **Impact:** Pages stay empty while the report is made.',
      '- **Fix Verification:**',
      '  - [ ] The request is answered before the report is made',
      '  - [ ] Automated tests pass',
      '',
    ].join('\n'),
  );
  return ['# Blockers', '', '## Critical Blockers (P0)', '', ...blockers].join('\n');
};
