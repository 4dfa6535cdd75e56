/**
 * Every fix that any example is offered: afterwards the file still parses, the finding is gone, no rule finds
 * anything new anywhere in the project, and the same fix is refused.
 */
import assert from 'node:assert/strict';
import { Fixer } from '../../server/src/engine/fix.ts';
import { applyEdits } from '../../server/src/languages/applyEdits.ts';
import { readJson } from '../../server/src/languages/json.ts';
import { languageOf } from '../../server/src/languages/language.ts';
import { firstSyntaxError, parseScript } from '../../server/src/languages/script.ts';
import { readYaml } from '../../server/src/languages/yaml.ts';
import type { Finding } from '../../server/src/model/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type ExampleProject, exampleProjects } from '../support/ruleExamples.ts';
import { scanAgain, scanFiles } from '../support/scanFiles.ts';

/** What did not parse in a file; undefined where all did, or where no language says so. */
function syntaxErrorIn(path: string, text: string): string | undefined {
  const language = languageOf(path);
  if (language === 'script') return firstSyntaxError(parseScript(path, text))?.message;
  if (language === 'json') return readJson(text).error?.message;
  return language === 'yaml' ? readYaml(text).error?.message : undefined;
}

const active = ({ suppressed }: Finding): boolean => !suppressed;

/** Applies one offered fix in a project of its own, and looks at what came of it. */
async function tryFix(example: ExampleProject, finding: Finding, title: string): Promise<void> {
  const { engine, workspace, findings: before } = await scanFiles(example.files, rules);
  const fixer = new Fixer(engine, workspace);
  const edits = await fixer.fix(finding.file, finding.fingerprint, title);
  if ('refused' in edits) {
    assert.match(edits.refused, /\S[.]$/, 'a refusal says why, in a sentence');
    return;
  }
  assert.ok(edits.length > 0, 'it changes something');
  for (const { file, edits: each } of edits) {
    const [old, after] = [workspace.files.get(file) ?? '', applyEdits(workspace.files.get(file) ?? '', each)];
    if (!syntaxErrorIn(file, old)) assert.equal(syntaxErrorIn(file, after), undefined, `${file}:\n${after}`);
    workspace.files.set(file, after);
  }
  engine.refresh();
  const { findings: after } = await scanAgain(engine);
  const count = (findings: readonly Finding[], ruleId: string) =>
    findings.filter((each) => active(each) && each.ruleId === ruleId).length;
  assert.equal(count(after, finding.ruleId), count(before, finding.ruleId) - 1, 'one finding less');
  for (const { id } of rules) {
    const other = after.filter((each) => each.ruleId === id).map(({ message }) => message);
    if (id !== finding.ruleId)
      assert.ok(count(after, id) <= count(before, id), `${id} has more to say: ${other.join('; ')}`);
  }
  const stillThere = after.some(({ fingerprint }) => fingerprint === finding.fingerprint);
  if (!stillThere) assert.ok('refused' in (await fixer.fix(finding.file, finding.fingerprint, title)));
}

describe('every fix that an example is offered', () => {
  for (const rule of rules.filter(({ fixes }) => fixes.length > 0)) {
    it(`fixes, and does nothing else (${rule.id})`, async () => {
      let offered = 0;
      for (const example of (await exampleProjects()).get(rule) ?? []) {
        const { findings } = await scanFiles(example.files, rules);
        for (const finding of findings.filter((each) => each.ruleId === rule.id && active(each))) {
          for (const title of finding.fixes) {
            offered++;
            await tryFix(example, finding, title).catch((error: Error) => {
              error.message = `${example.name}, "${title}": ${error.message}`;
              throw error;
            });
          }
        }
      }
      assert.ok(offered > 0, 'something is offered');
    });
  }
});
