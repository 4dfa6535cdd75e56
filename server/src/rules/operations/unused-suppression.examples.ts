import type { RuleExamples } from '../example.ts';

// Put together, so that these are examples and no comments of this file.
const disable = 'blockers-disable';
const accept = 'blockers-accept';
const secret = ['a81f5e0c', '9d3b47e2', '6c1fa8d0', '5b9e37c4'].join('');

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a line without a finding',
      file: 'src/pay.ts',
      code: `⟦// ${disable}-next-line no-hardcoded-secret -- opens nothing⟧\nconst apiKey = process.env.API_KEY;\n`,
    },
    {
      name: 'behind the code',
      file: 'src/pay.ts',
      code: `const apiKey = process.env.API_KEY; ⟦// ${disable}-line no-hardcoded-secret -- opens nothing⟧\n`,
    },
    {
      name: 'a whole file without a finding',
      file: 'src/pay.ts',
      code: `⟦// ${disable} no-hardcoded-secret -- opens nothing⟧\nexport {};\n`,
    },
    {
      name: 'an acceptance of nothing',
      file: 'compose.yaml',
      code: `⟦# ${accept} no-hardcoded-secret until=2999-01-31 by=lee -- test system⟧\nservices: {}\n`,
    },
  ],
  ok: [
    {
      name: 'one that is needed',
      file: 'src/pay.ts',
      code: `// ${disable}-next-line no-hardcoded-secret -- opens nothing\nconst apiKey = '${secret}';\n`,
    },
    {
      name: 'a block in which one is needed',
      file: 'src/pay.ts',
      code: `// ${disable} no-hardcoded-secret -- opens nothing\n\nconst apiKey = '${secret}';\n`,
    },
    {
      name: 'a rule that looks at the whole project',
      file: 'src/app.ts',
      code: `// ${disable}-next-line missing-rate-limit -- at the edge\nexport {};\n`,
    },
    {
      name: 'a rule of another tool',
      file: 'src/app.ts',
      code: `// ${disable}-next-line some-other-rule -- not ours\nexport {};\n`,
    },
    {
      name: 'a string',
      file: 'src/help.ts',
      code: `export const help = '// ${disable}-line no-hardcoded-secret -- so';\n`,
    },
    {
      name: 'a test',
      file: 'src/pay.test.ts',
      code: `// ${disable}-next-line no-hardcoded-secret -- opens nothing\nexport {};\n`,
    },
    {
      name: 'the end of a block',
      file: 'src/pay.ts',
      code: '// blockers-enable no-hardcoded-secret\nexport {};\n',
    },
  ],
  fixed: [
    {
      name: 'a comment on a line of its own',
      title: 'Remove the comment',
      file: 'src/pay.ts',
      code: `function f() {\n  ⟦// ${disable}-next-line no-hardcoded-secret -- opens nothing⟧\n  return 1;\n}\n`,
      after: { 'src/pay.ts': 'function f() {\n  return 1;\n}\n' },
    },
    {
      name: 'a comment behind code',
      title: 'Remove the comment',
      file: 'src/pay.ts',
      code: `export const keyLength = ${secret.length}; ⟦// ${disable}-line no-hardcoded-secret -- opens nothing⟧\n`,
      after: { 'src/pay.ts': `export const keyLength = ${secret.length};\n` },
    },
  ],
};
