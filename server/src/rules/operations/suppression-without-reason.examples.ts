import type { RuleExamples } from '../example.ts';

// Put together, so that these are examples and no comments of this file.
const disable = 'blockers-disable';
const accept = 'blockers-accept';
const secret = ['a81f5e0c', '9d3b47e2', '6c1fa8d0', '5b9e37c4'].join('');

export const examples: RuleExamples = {
  bad: [
    {
      name: 'no reason',
      file: 'src/pay.ts',
      code: `⟦// ${disable}-next-line no-hardcoded-secret⟧\nexport {};\n`,
    },
    {
      name: 'dashes, and nothing behind them',
      file: 'src/pay.ts',
      code: `export {}; ⟦// ${disable}-line no-hardcoded-secret --⟧\n`,
    },
    { name: 'no rule', file: 'compose.yaml', code: `⟦# ${disable} -- all of it is fine⟧\nservices: {}\n` },
    {
      name: 'an acceptance without an end',
      file: 'src/pay.ts',
      code: `⟦// ${accept} no-hardcoded-secret by=lee -- test system⟧\nexport {};\n`,
    },
    {
      name: 'an acceptance by nobody',
      file: 'Dockerfile',
      code: `⟦# ${accept} dockerfile-missing-user until=2999-01-31 -- behind a sandbox⟧\nFROM scratch\n`,
    },
  ],
  ok: [
    {
      name: 'a reason',
      file: 'src/pay.ts',
      code: `// ${disable}-next-line no-hardcoded-secret -- opens nothing\nconst apiKey = '${secret}';\n`,
    },
    {
      name: 'an acceptance with end, name and reason',
      file: 'src/pay.ts',
      code: `// ${accept} no-hardcoded-secret until=2999-01-31 by=lee -- test system\nconst apiKey = '${secret}';\n`,
    },
    {
      name: 'the end of a block',
      file: 'src/pay.ts',
      code: `// blockers-enable no-hardcoded-secret\nexport {};\n`,
    },
    { name: 'a string', file: 'src/help.ts', code: `export const help = '// ${disable}-line some-rule';\n` },
    {
      name: 'a template',
      file: 'src/help.ts',
      code: `export const help = \`\n// ${disable}-line some-rule\n\`;\n`,
    },
    {
      name: 'a test',
      file: 'src/pay.test.ts',
      code: `// ${disable}-next-line no-hardcoded-secret\nexport {};\n`,
    },
    { name: 'a manual', file: 'docs/manual.md', code: `Write // ${disable}-line above it.\n` },
    {
      name: 'another word',
      file: 'src/pay.ts',
      code: '// blockers-disabled features are listed below\nexport {};\n',
    },
  ],
  fixed: [],
};
