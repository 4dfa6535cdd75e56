/** Runs every rule's own examples: each `bad` is reported at its marks, each `ok` stays silent, each fix fixes. */
import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/engine.ts';
import { Fixer } from '../../server/src/engine/fix.ts';
import { neverCancelled } from '../../server/src/engine/ports.ts';
import { applyEdits } from '../../server/src/languages/applyEdits.ts';
import { firstSyntaxError, parseScript } from '../../server/src/languages/script.ts';
import type { Finding } from '../../server/src/model/index.ts';
import type { Example, RuleExamples } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { MemoryWorkspace } from '../support/memoryWorkspace.ts';

const clock = { today: () => '2026-01-20' };

async function examplesOf(rule: Rule): Promise<RuleExamples> {
  const path = `../../server/src/rules/${rule.category}/${rule.id}.examples.ts`;
  return ((await import(path)) as { examples: RuleExamples }).examples;
}

/** The code without its marks, and where they stood: offsets of start and end. */
function unmark(marked: string): { code: string; marks: [number, number][] } {
  const marks: [number, number][] = [];
  let code = '';
  for (const part of marked.split(/(⟦|⟧)/)) {
    if (part === '⟦') marks.push([code.length, -1]);
    else if (part === '⟧') (marks.at(-1) as [number, number])[1] = code.length;
    else code += part;
  }
  return { code, marks };
}

/** All findings of a project, by file. Scanned whole, since project rules conclude from the whole. */
async function scanned(engine: Engine): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  await engine.scan(neverCancelled, ({ file, findings }) => found.set(file, findings));
  return found;
}

/** A rule's own examples are for it, whether or not it is on by default. */
const switchedOn = (rule: Rule): readonly Rule[] =>
  rules.map((each) => (each === rule ? { ...each, enabledByDefault: true } : each));

function projectOf(example: Example, rule: Rule) {
  const { code, marks } = unmark(example.code);
  const workspace = new MemoryWorkspace({ ...example.project, [example.file]: code });
  const engine = new Engine(workspace, switchedOn(rule), clock);
  return { code, marks, workspace, engine };
}

const rangesIn = (code: string, findings: readonly Finding[]): string[] =>
  findings.map(({ range }) => {
    const lines = code.split('\n');
    const offset = (position: Finding['range']['start']) =>
      lines.slice(0, position.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
    return code.slice(offset(range.start), offset(range.end));
  });

/**
 * What must not be said of code that one rule is silent about: anything by that rule, and by the others nothing that
 * blocks. A short example may well lack what a P1 or P2 asks for.
 */
const speaksOutOfTurn = ({ ruleId, priority }: Finding, rule: Rule): boolean =>
  ruleId === rule.id || (priority === 'P0' && !isAboutAbsence(ruleId));

/** Rules that report what a whole project lacks, as every short example does. */
const isAboutAbsence = (ruleId: string): boolean => ruleId.startsWith('missing-');

for (const rule of rules) {
  const examples = await examplesOf(rule);
  describe(rule.id, () => {
    it('has enough examples', () => {
      assert.ok(examples.bad.length >= 3, 'at least 3 bad');
      assert.ok(examples.ok.length >= 5, 'at least 5 ok');
      for (const fix of rule.fixes) {
        assert.ok(
          examples.fixed.some(({ title }) => title === fix.title),
          `an example of "${fix.title}"`,
        );
      }
    });

    for (const example of examples.bad) {
      it(`reports ${example.name} (${example.file})`, async () => {
        const { code, marks, engine } = projectOf(example, rule);
        const findings = (await scanned(engine)).get(example.file) ?? [];
        const own = findings.filter((finding) => finding.ruleId === rule.id);
        assert.deepEqual(
          rangesIn(code, own),
          marks.map(([start, end]) => code.slice(start, end)),
        );
      });
    }

    for (const example of examples.ok) {
      it(`is silent about ${example.name} (${example.file})`, async () => {
        const findings = [...(await scanned(projectOf(example, rule).engine)).values()].flat();
        assert.deepEqual(
          findings.filter((finding) => !finding.suppressed && speaksOutOfTurn(finding, rule)),
          [],
        );
      });
    }

    for (const example of examples.fixed) {
      it(`fixes: ${example.name}`, async () => {
        const { engine, workspace } = projectOf(example, rule);
        const before = await scanned(engine);
        const finding = before.get(example.file)?.find((each) => each.ruleId === rule.id);
        assert.ok(finding, 'it is reported');
        assert.ok(finding.fixes.includes(example.title), 'the fix is offered');
        const edits = await new Fixer(engine, workspace).fix(
          example.file,
          finding.fingerprint,
          example.title,
        );
        assert.ok(!('refused' in edits), JSON.stringify(edits));
        const changed = edits.map(({ file, edits: each }) => [
          file,
          applyEdits(workspace.files.get(file) ?? '', each),
        ]);
        for (const [file, expected] of Object.entries(example.after)) {
          assert.equal(Object.fromEntries(changed)[file], expected, file);
        }
        for (const [file, text] of changed) workspace.files.set(file as string, text as string);
        for (const [file, text] of changed) {
          if (/\.[jt]sx?$/.test(file as string)) {
            assert.equal(
              firstSyntaxError(parseScript(file as string, text as string)),
              undefined,
              `${file} parses`,
            );
          }
        }
        for (const [file, after] of await scanned(engine)) {
          const own = after.filter(({ ruleId }) => ruleId === rule.id);
          if (changed.some(([each]) => each === file))
            assert.deepEqual(own, [], `${file} has no finding after the fix`);
          const known = new Set(before.get(file)?.map(({ ruleId }) => ruleId));
          const fresh = after.filter(({ ruleId }) => !known.has(ruleId));
          assert.deepEqual(fresh, [], `the fix brings nothing into ${file} that another rule reports`);
        }
      });
    }
  });
}
