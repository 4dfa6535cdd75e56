import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import colours from 'picocolors';
import type { Finding, Priority, Skipped } from '../model/index.ts';
import { rules } from '../rules/index.ts';
import type { ScanOutput } from './scanOutput.ts';

const paint: Readonly<Record<Priority, (text: string) => string>> = {
  P0: colours.red,
  P1: colours.yellow,
  P2: colours.blue,
  P3: colours.dim,
};

/** Rules whose places are never shown. */
const secretRules: ReadonlySet<string> = new Set(
  rules.filter((rule) => rule.findsSecrets).map(({ id }) => id),
);

/** A scan as a person likes to read it: each finding with its line, then what to do next. */
export async function prettyScan(output: ScanOutput, root: string): Promise<string> {
  const counting = output.findings.filter((finding) => !finding.suppressed);
  const parts: string[] = [];
  for (const finding of counting) parts.push(await prettyFinding(finding, output.findings, root));
  parts.push(...prettySkipped(output.skipped), summary(output, counting));
  return parts.join('\n\n');
}

async function prettyFinding(finding: Finding, all: readonly Finding[], root: string): Promise<string> {
  const { line, column } = finding.range.start;
  const place = linked(`${colours.cyan(finding.file)}:${line}:${column}`, join(root, finding.file));
  const head = `${paint[finding.priority](colours.bold(finding.priority))} ${place} ${colours.dim(finding.ruleId)}`;
  return [head, `   ${finding.message}`, ...(await codeFrame(finding, all, root))].join('\n');
}

/** A text that terminals open a file from (OSC 8); plain where nobody looks at a terminal. */
function linked(text: string, path: string): string {
  if (!process.stdout.isTTY || !colours.isColorSupported) return text;
  return `\u001b]8;;${pathToFileURL(path).href}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** The line with the place underlined; every secret in it is covered, the neighbours' too. */
async function codeFrame({ file, range }: Finding, all: readonly Finding[], root: string): Promise<string[]> {
  const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
  const lines = text?.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const number = range.start.line;
  let line = lines?.[number - 1];
  if (line === undefined || line.length > 200) return [];
  const written = line;
  for (const other of all) {
    if (other.file !== file || other.range.start.line > number || other.range.end.line < number) continue;
    if (!secretRules.has(other.ruleId)) continue;
    const [start, end] = columnsOn(other, number, written.length);
    line = line.slice(0, start) + '•'.repeat(Math.max(end - start, 0)) + line.slice(end);
  }
  const [start, end] = columnsOn({ range }, number, written.length);
  const margin = `   ${' '.repeat(String(number).length)} │ `;
  return [
    colours.dim(`   ${number} │ `) + line.replaceAll('\t', ' '),
    colours.dim(margin) + ' '.repeat(start) + colours.red('^'.repeat(Math.max(end - start, 1))),
  ];
}

/** The part of a line (from 1) that a range covers, as offsets into the line. */
function columnsOn({ range }: Pick<Finding, 'range'>, line: number, length: number): [number, number] {
  const start = range.start.line < line ? 0 : range.start.column - 1;
  return [start, range.end.line > line ? length : range.end.column - 1];
}

function prettySkipped(skipped: readonly Skipped[]): string[] {
  if (skipped.length === 0) return [];
  const lines = [...groupByReason(skipped)].map(([reason, files]) => {
    const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
    return colours.dim(`   ${files.slice(0, 3).join(', ')}${more}: ${reason}`);
  });
  return [[colours.dim(`Not looked at, or not wholly (${skipped.length}):`), ...lines].join('\n')];
}

function groupByReason(skipped: readonly Skipped[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { file, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), file]);
  return groups;
}

function summary(output: ScanOutput, counting: readonly Finding[]): string {
  const { files, lines, durationMs, counts } = output.summary;
  const looked = `${counted(files, 'file')}, ${counted(lines, 'line')} in ${(durationMs / 1000).toFixed(1)} s`;
  const muted = output.findings.length - counting.length;
  const aside = muted > 0 ? colours.dim(` (${muted} suppressed)`) : '';
  if (counting.length === 0) return `${colours.green('✔ Nothing found')}: ${looked}.${aside}`;
  const shown = (['P0', 'P1', 'P2'] as const)
    .filter((priority) => counts[priority] > 0)
    .map((priority) => paint[priority](`${counts[priority]} ${priority}`));
  return `${colours.red('✖')} ${shown.join(' · ')}: ${looked}.${aside}\n${nextStep(counting)}`;
}

function nextStep(counting: readonly Finding[]): string {
  const first = counting.toSorted((a, b) => a.priority.localeCompare(b.priority))[0] as Finding;
  return colours.dim(`Next: ${first.file}:${first.range.start.line} — ${first.fixes[0] ?? 'see above'}.`);
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
