/** Every rule looks at every rule's examples, whole and mutilated, and at files that break parsers. */
import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import { mutilated } from '../support/mutilate.ts';
import { exampleProjects } from '../support/ruleExamples.ts';
import { scanFiles } from '../support/scanFiles.ts';

/** Rules that look at every file of their languages. */
const unfiltered = rules.map(({ keywords: _, ...rule }) => rule);

/** A name for each language, and a second one where it has another way of being parsed. */
const names = [
  'src/a.ts',
  'src/a.tsx',
  'src/a.js',
  'a.json',
  'a.yaml',
  '.env.production',
  'Dockerfile',
  'a.sql',
  'a.html',
  'a.txt',
];

const nested = 10_000;
const hard: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'nothing but a byte order mark': '\ufeff',
  'a syntax error in any language': 'const = = {[(`${ ; FROM\n  - a: [\n": }\n\tEND) AS $$ \'',
  [`${nested} nested parentheses`]: `const a = ${'('.repeat(nested)}1${')'.repeat(nested)};\n`,
  [`${nested} parentheses that stay open`]: `f${'('.repeat(nested)}`,
  [`${nested} nested brackets`]: `${'['.repeat(nested)}1${']'.repeat(nested)}`,
  [`${nested} nested blocks`]: `${'{'.repeat(nested)}${'}'.repeat(nested)}`,
  [`${nested} joined texts`]: `const sql = ${'"SELECT a" + b + '.repeat(nested)}"";\n`,
  [`${nested} calls in a chain`]: `app${'.use(a)'.repeat(nested)};\n`,
  [`${nested} routes in a chain`]: `const app = express();\napp${".post('/a', b)".repeat(nested)};\n`,
  'characters of every kind': '\u0000\u0007\ud800 \u2028 \u202e \ufffd 𝒳 👩‍💻 ﷽\r\r\n\v\f',
};

describe('every rule', function () {
  this.timeout(60_000);

  describe('survives, and finds the same with and without its keywords in', () => {
    for (const rule of rules) {
      it(`the examples of ${rule.id}, whole and mutilated`, async () => {
        for (const { name, file, text, files } of (await exampleProjects()).get(rule) ?? []) {
          for (const variant of [text, ...mutilated(text)]) {
            const project = { ...files, [file]: variant };
            const all = await scanFiles(project, unfiltered);
            assert.deepEqual(all.failures, [], `${name}:\n${variant}`);
            const filtered = await scanFiles(project, rules);
            assert.deepEqual(
              filtered.findings,
              all.findings,
              `keywords hide something in ${name}:\n${variant}`,
            );
          }
        }
      });
    }
  });

  it('survives every example in every language', async () => {
    for (const example of [...(await exampleProjects()).values()].flat()) {
      for (const file of names) {
        const { failures } = await scanFiles({ [file]: example.text }, unfiltered);
        assert.deepEqual(failures, [], `${example.name}, as ${file}`);
      }
    }
  });

  for (const [what, text] of Object.entries(hard)) {
    for (const file of names) {
      it(`survives ${what} (${file})`, async () => {
        assert.deepEqual((await scanFiles({ [file]: text }, unfiltered)).failures, []);
      });
    }
  }
});
