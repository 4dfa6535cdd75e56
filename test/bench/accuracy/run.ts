/**
 * What `npm run bench:accuracy` prints: how often each rule speaks on real sources, and what readers said of a
 * random sample of it. With `--sample` it prints instead, as JSON, the findings of the sample that nobody has
 * judged yet, with the code around them. Asserts nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../server/src/rules/index.ts';
import { type FoundInPackage, sampleOf, scanPackage } from './findings.ts';
import { isRight, type Judgement, judgementsOf } from './judgements.ts';
import { packages } from './packages.ts';

const [seed, size] = ['production blockers', 15];
/** Lines shown above and below a finding. */
const context = 8;

const findings: FoundInPackage[] = [];
let lines = 0;
for (const published of packages) {
  const scanned = await scanPackage(published);
  findings.push(...scanned.findings);
  lines += scanned.lines;
}
const ofRule = (id: string): readonly FoundInPackage[] => findings.filter(({ rule }) => rule === id);
if (process.argv.includes('--sample')) printUnjudged();
else printTable();

/** A finding is known again by package, file and fingerprint; the line may have moved. */
function judged({ package: name, fingerprint, file }: FoundInPackage, known: readonly Judgement[]) {
  return known.find(
    (each) => each.package === name && each.file === file && each.fingerprint === fingerprint,
  );
}

function printTable(): void {
  const columns = [
    'findings',
    'per 10,000',
    'judged',
    'right',
    'precision',
    'read twice',
    'gone: wrong',
    'right',
  ];
  console.log(`${packages.length} packages, ${lines.toLocaleString('en')} lines; seed "${seed}".\n`);
  console.log(row('rule', columns));
  for (const { id, priority } of rules) {
    const found = ofRule(id);
    const known = judgementsOf(id);
    const current = found.flatMap((finding) => judged(finding, known) ?? []);
    const gone = known.filter((each) => !current.includes(each));
    const right = current.filter(isRight).length;
    console.log(
      row(`${priority} ${id}`, [
        `${found.length}`,
        ((found.length * 10_000) / lines).toFixed(2),
        `${current.length}`,
        `${right}`,
        current.length > 0 ? (right / current.length).toFixed(2) : '–',
        `${current.filter(({ second }) => second).length}`,
        `${gone.filter((each) => !isRight(each)).length}`,
        `${gone.filter(isRight).length}`,
      ]),
    );
  }
  console.log(
    '\n"gone" are judged findings that the rule no longer has: wrong ones by intent, right ones are a loss.',
  );
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(38)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}

function printUnjudged(): void {
  const open = rules.flatMap(({ id, priority }) => {
    const known = judgementsOf(id);
    return sampleOf(ofRule(id), size, seed)
      .filter((finding) => !judged(finding, known))
      .map(({ folder, ...finding }) => ({ priority, ...finding, code: codeAround(folder, finding) }));
  });
  console.log(JSON.stringify(open, undefined, 2));
}

/** The lines around a finding, each with its number; long ones are cut. */
function codeAround(
  folder: string,
  { file, line }: { readonly file: string; readonly line: number },
): string {
  const all = readFileSync(join(folder, file), 'utf8').split('\n');
  const first = Math.max(0, line - 1 - context);
  return all
    .slice(first, line + context)
    .map((text, index) => `${first + index + 1}: ${text.slice(0, 200)}`)
    .join('\n');
}
