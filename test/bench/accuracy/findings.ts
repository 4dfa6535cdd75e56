import { createHash } from 'node:crypto';
import { runProcess } from '../../../scripts/lib/runProcess.ts';
import { fromRoot } from '../../../scripts/paths.ts';
import type { ScanOutput } from '../../../server/src/cli/scanOutput.ts';
import { type PublishedPackage, sourcesOf } from '../sources.ts';

/** A finding of `scan`, as far as a reader needs it. Lines count from 1. */
export interface FoundInPackage {
  /** `name@version` */
  readonly package: string;
  readonly folder: string;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fingerprint: string;
}

export interface ScannedPackage {
  readonly lines: number;
  readonly findings: readonly FoundInPackage[];
}

/** Scans a package with the built command line, as its user would, less what git would ignore: there is no git. */
export async function scanPackage(published: PublishedPackage): Promise<ScannedPackage> {
  const folder = await sourcesOf(published);
  const args = [fromRoot('dist', 'cli.js'), 'scan', folder, '--format', 'json', '--fail-on', 'none'];
  const { code, output } = await runProcess(process.execPath, args, { timeLimit: 600_000 });
  if (code !== 0)
    throw new Error(`scan of ${published.name} failed (exit ${code}):\n${output.slice(0, 2_000)}`);
  const { findings, summary } = JSON.parse(output) as ScanOutput;
  return {
    lines: summary.lines,
    findings: findings
      .filter(({ suppressed }) => !suppressed)
      .map((finding) => ({
        package: `${published.name}@${published.version}`,
        folder,
        rule: finding.ruleId,
        file: finding.file,
        line: finding.range.start.line,
        message: finding.message,
        fingerprint: finding.fingerprint,
      })),
  };
}

/**
 * A random sample that a seed decides, and that stays what it was for all findings that are still there when
 * others come and go: each has a number of its own, and the smallest ones are drawn.
 */
export function sampleOf(
  findings: readonly FoundInPackage[],
  size: number,
  seed: string,
): readonly FoundInPackage[] {
  const numberOf = ({ package: name, rule, fingerprint }: FoundInPackage): string =>
    createHash('sha256').update([seed, name, rule, fingerprint].join('\0')).digest('hex');
  return findings
    .map((finding) => ({ finding, number: numberOf(finding) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .slice(0, size)
    .map(({ finding }) => finding);
}
