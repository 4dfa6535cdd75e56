import { Engine } from '../../server/src/engine/engine.ts';
import { neverCancelled } from '../../server/src/engine/ports.ts';
import type { Finding } from '../../server/src/model/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { MemoryWorkspace } from './memoryWorkspace.ts';

/** A project in memory that was scanned once. */
export interface ScannedFiles {
  readonly engine: Engine;
  readonly workspace: MemoryWorkspace;
  /** In the order of files and places. */
  readonly findings: readonly Finding[];
  /** What the scan says of rules that threw. */
  readonly failures: readonly string[];
}

/** Scans files in memory with these rules, on 2026-01-20. */
export async function scanFiles(
  files: Readonly<Record<string, string>>,
  rules: readonly Rule[],
): Promise<ScannedFiles> {
  const workspace = new MemoryWorkspace(files);
  const engine = new Engine(workspace, rules, { today: () => '2026-01-20' });
  return { engine, workspace, ...(await scanAgain(engine)) };
}

/** Scans once more, as the files are now. */
export async function scanAgain(engine: Engine): Promise<Pick<ScannedFiles, 'findings' | 'failures'>> {
  const found = new Map<string, readonly Finding[]>();
  const said = new Map<string, readonly string[]>();
  const { skipped } = await engine.scan(neverCancelled, (result) => {
    found.set(result.file, result.findings);
    said.set(
      result.file,
      result.skipped.map(({ reason }) => reason),
    );
  });
  const reasons = [...said.values()].flat().concat(skipped.map(({ reason }) => reason));
  return {
    findings: [...found].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, findings]) => findings),
    failures: reasons.filter((reason) => /^The rule \S+ failed/.test(reason)),
  };
}
