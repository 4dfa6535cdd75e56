import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Engine } from '../../../server/src/engine/engine.ts';
import { Fixer } from '../../../server/src/engine/fix.ts';
import { expand, readDockerfile } from '../../../server/src/languages/dockerfile.ts';
import { languageOf } from '../../../server/src/languages/language.ts';
import { defineRule } from '../../../server/src/rules/rule.ts';
import { MemoryWorkspace } from '../../support/memoryWorkspace.ts';

const keywords = (text: string) =>
  readDockerfile(text).stages.map(({ instructions }) => instructions.map(({ keyword }) => keyword));

describe('reading a Dockerfile', () => {
  it('gives stages with name, image and platform', () => {
    const { stages } = readDockerfile('FROM --platform=linux/amd64 node:22 AS base\nfrom base\nUSER app\n');
    assert.deepEqual(
      stages.map(({ name, image, platform }) => ({ name, image, platform })),
      [
        { name: 'base', image: 'node:22', platform: 'linux/amd64' },
        { name: undefined, image: 'base', platform: undefined },
      ],
    );
  });

  it('keeps what stands in a heredoc out of the instructions', () => {
    assert.deepEqual(keywords('FROM a\nRUN <<EOF\nUSER root\nFROM b\nEOF\nCMD x\n'), [['RUN', 'CMD']]);
  });

  it('joins continuation lines, over comments and blank lines, with the escape that the file declares', () => {
    assert.deepEqual(keywords('FROM a\nRUN b \\\n # comment\n\n  && USER c\nCMD x\n'), [['RUN', 'CMD']]);
    assert.deepEqual(keywords('# escape=`\nFROM a\nRUN b `\n  USER c\nCMD x\n'), [['RUN', 'CMD']]);
  });

  it('says where an instruction stands, whatever the line ends are', () => {
    const text = 'FROM a\r\nRUN b \\\r\n  c\r\nUSER node\r\n';
    const [, user] = readDockerfile(text).stages[0]?.instructions ?? [];
    assert.equal(text.slice(user?.start, user?.end), 'USER node');
  });

  it('never throws, and gives places inside the text', () => {
    const part = fc.constantFrom(
      'FROM ',
      'a',
      ' AS b',
      '\n',
      '\\\n',
      'RUN <<E',
      'E',
      'USER $X',
      '"',
      '[',
      '#',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const stage of readDockerfile(text).stages)
          for (const { start, end } of [stage.from, ...stage.instructions])
            assert.ok(0 <= start && start <= end && end <= text.length);
      }),
    );
  });
});

describe('a variable in a Dockerfile', () => {
  const { globalArgs } = readDockerfile('ARG TAG="22-alpine" EMPTY=\nARG NONE\nFROM node:$TAG\n');
  for (const [word, value] of Object.entries({
    'node:$TAG': 'node:22-alpine',
    'node:${TAG}': 'node:22-alpine',
    '${OTHER:-node}:1': 'node:1',
    '${EMPTY:-node}:1': 'node:1',
    '${TAG:+node}': 'node',
    $NONE: undefined,
    '${NONE}/a': undefined,
  })) {
    it(`${word} is ${value ?? 'not known'}`, () => assert.equal(expand(word, globalArgs), value));
  }

  it('may come from ENV in either form', () => {
    const { stages } = readDockerfile('FROM a\nENV USER_NAME my app\nENV A=1 B="2 3"\n');
    const values = stages[0]?.instructions.flatMap(({ sets }) => [...sets]) ?? [];
    assert.deepEqual(Object.fromEntries(values), { USER_NAME: 'my app', A: '1', B: '2 3' });
  });
});

describe('the language of a Dockerfile', () => {
  const names = [
    'Dockerfile',
    'api/dockerfile',
    'Dockerfile.prod',
    'Dockerfile-api',
    'api.Dockerfile',
    'Containerfile',
  ];
  for (const name of names) it(name, () => assert.equal(languageOf(name), 'dockerfile'));
  for (const name of [
    'Dockerfile.md',
    'Dockerfile.j2',
    'Dockerfile.dockerignore',
    'Dockerfiles',
    '.dockerignore',
  ])
    it(`is not that of ${name}`, () => assert.equal(languageOf(name), 'text'));
  it('is not that of a script about one', () => assert.equal(languageOf('dockerfile.ts'), 'script'));
});

describe('a finding in a Dockerfile', () => {
  const probe = defineRule({
    id: 'probe',
    title: 'Probe',
    priority: 'P1',
    category: 'security',
    confidence: 'high',
    cwe: [],
    enabledByDefault: true,
    scope: 'file',
    languages: ['dockerfile'],
    why: '',
    verification: [],
    effort: { min: 1, max: 1, unit: 'minutes' },
    claims: /probe/,
    check: (_, report) => ({
      dockerfile: ({ stages }) => {
        for (const { from } of stages) report({ start: from.start, end: from.end, message: 'Probe.' });
      },
    }),
    fixes: [],
  });
  const clock = { today: () => '2026-01-20' };

  for (const name of ['Dockerfile', 'Dockerfile.prod', 'api.Dockerfile', 'Containerfile']) {
    it(`is suppressed by a # comment in ${name}`, async () => {
      const workspace = new MemoryWorkspace({ [name]: 'ARG A=1\nFROM a\n' });
      const engine = new Engine(workspace, [probe], clock);
      const [finding] = (await engine.check(name))[0].findings;
      const edits = await new Fixer(engine, workspace).suppress(name, finding?.fingerprint ?? '', {
        reason: 'a reason',
      });
      assert.ok(!('refused' in edits));
      const comment = '# blockers-disable-next-line probe -- a reason\n';
      assert.equal(edits[0]?.edits[0]?.newText, comment);
      engine.setOpen(name, `ARG A=1\n${comment}FROM a\n`);
      assert.equal((await engine.check(name))[0].findings[0]?.suppressed?.reason, 'a reason');
    });
  }
});
