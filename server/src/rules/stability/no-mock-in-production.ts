import { proofOfCondition } from '../../analysis/devConditions.ts';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction, nameOfFunction } from '../../analysis/functions.ts';
import {
  givesMocks,
  isCalledMock,
  isMockFile,
  isMockModule,
  isMockService,
  isMockText,
} from '../../analysis/mockNames.ts';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type Report } from '../rule.ts';
import { announcedStandIn } from './mockInProduction/announced.ts';
import { isGivenOut, isHandedOut } from './mockInProduction/givenOut.ts';
import { isValueUse, mockImportsOf } from './mockInProduction/imports.ts';
import { type MockPlace, refuseInProduction } from './mockInProduction/refuse.ts';

export const noMockInProduction = defineRule<readonly MockPlace[]>({
  id: 'no-mock-in-production',
  title: 'Mock data in production code',
  priority: 'P0',
  category: 'stability',
  confidence: 'high',
  cwe: [489],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'mock',
    'fake',
    'dummy',
    'stub',
    'msw',
    'mirage',
    'casual',
    'falso',
    'nock',
    'replace with',
    'replace by',
    'hardcoded',
    'hard-coded',
    'placeholder',
    'simulated',
    'swap',
  ],
  why: 'What people see is made up and looks real: failures stay hidden, and decisions are made on data that nobody measured.',
  verification: [
    'The rule finds nothing at the cited places.',
    'With the real source switched off, production shows an error, and no data.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims:
    /\b(?:mock(?:s|ed)?|fake|dummy|stub(?:s|bed)?|hard-?coded)\b.{0,40}\b(?:data|implementations?|responses?|services?|apis?|values?|results?)\b|\bgenerateMock\w*/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path) || !file.script) return {};
    const imports = mockImportsOf(file.script);
    if (imports.isTest) return {};
    const places: MockPlace[] = [];
    const imported = new Map<ScriptNode, ScriptNode>();
    const add = (node: ScriptNode, what: string, kind: MockPlace['kind']) => {
      // The walk goes from the outside in: what holds this place was added last.
      const last = places.at(-1)?.node;
      if (last && last.pos <= node.pos && node.end <= last.end) return;
      if (runsInProduction(node)) places.push({ node, what, kind });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          if (!ts.isCallExpression(node)) return;
          const module = loadedModule(node);
          if (module !== undefined) {
            if (isMockModule(module) && !isRead(node)) add(node, `the mock module \`${module}\``, 'import');
            return;
          }
          const name = lastName(node.expression);
          if (name && givesMocks(name) && isOwn(node.expression)) add(node, `\`${name}()\``, 'call');
          else if (ts.isPropertyAccessExpression(node.expression)) {
            const served = lastName(node.expression.expression);
            if (served && isMockService(served) && !listens.test(name ?? ''))
              add(node, `\`${served}\``, 'call');
          }
        },
        [ts.SyntaxKind.NewExpression]: (node) => {
          const name = ts.isNewExpression(node) ? lastName(node.expression) : undefined;
          if (name && isMockService(name)) add(node, `\`${name}\``, 'call');
        },
        [ts.SyntaxKind.StringLiteral]: (node) => {
          if (ts.isStringLiteral(node) && isMockText(node.text) && isHandedOut(node))
            add(node, `\`${node.text}\``, 'value');
        },
        [ts.SyntaxKind.ReturnStatement]: (node) => {
          const value = announcedStandIn(node);
          if (value) add(value, 'What is written here', 'value');
        },
        [ts.SyntaxKind.Identifier]: (node) => {
          if (!ts.isIdentifier(node)) return;
          const module = imports.byName.get(node.text);
          if (isGivenOut(node, module !== undefined)) add(node, `\`${node.text}\``, 'value');
          else if (module && !imported.has(module) && isUsed(node, module) && runsInProduction(node)) {
            imported.set(module, node);
          }
        },
        // The last node of the walk: everything is known.
        [ts.SyntaxKind.EndOfFileToken]: () => {
          for (const [module, use] of imported) {
            const known = places.some(({ node }) => node.pos <= use.pos && use.end <= node.end);
            if (!known)
              places.push({ node: module, what: `the mock module ${module.getText()}`, kind: 'import' });
          }
          tell(places, report);
        },
      },
    };
  },
  fixes: [refuseInProduction],
});

/** One finding for the whole file, at the first place. */
function tell(places: MockPlace[], report: (report: Report<readonly MockPlace[]>) => void): void {
  const [first, ...others] = places.sort((a, b) => a.node.getStart() - b.node.getStart());
  if (!first) return;
  const more =
    others.length === 0
      ? ''
      : `, and so ${others.length === 1 ? 'does one more' : `do ${others.length} more`} in this file`;
  report({
    start: first.node.getStart(),
    end: first.node.end,
    message: `${capitalised(first.what)} stands in for real data in production${more}. Use the real source, or fail.`,
    confidence: places.some(({ kind }) => kind === 'call') ? 'high' : 'medium',
    related: others.map(({ node, what }) => ({
      start: node.getStart(),
      end: node.end,
      message: `${capitalised(what)} here.`,
    })),
    data: places,
  });
}

/** What one does with an emitter of events, whatever it is called. */
const listens =
  /^(?:on|once|off|emit|addListener|removeListener|removeAllListeners|addEventListener|pipe|destroy)$/;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whether a function is the program's own way to its data: called by its name, on `this` or on a service, and
 * not on whatever `field.generateFakeData()` may be.
 */
function isOwn(callee: ScriptNode): boolean {
  if (!ts.isPropertyAccessExpression(callee)) return true;
  const { expression } = callee;
  if (expression.kind === ts.SyntaxKind.ThisKeyword) return true;
  // `users_1.getMockUsers()` is how compilers write an import.
  return /(?:service|api|client|provider|data|utils?|helpers?|generator|store|repository|_\d+)$/i.test(
    ts.isIdentifier(expression) ? expression.text : '',
  );
}

/**
 * Whether an import is used for what people see. A library that makes up names is, in a file that makes them up
 * while it loads, there to fill a database.
 */
function isUsed(node: ScriptNode, module: ScriptNode): boolean {
  if (!isValueUse(node)) return false;
  const isLibrary =
    ts.isStringLiteralLike(module) &&
    /^(?:@faker-js\/)?[a-z]/.test(module.text) &&
    !/^(?:msw|mirage)/.test(module.text);
  return !isLibrary || ts.findAncestor(node, isFunction) !== undefined;
}

/** The module that `require(…)` or `import(…)` loads, where it is written down. */
function loadedModule(node: ScriptNode): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const isLoad =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  const [first] = node.arguments;
  return isLoad && first && ts.isStringLiteralLike(first) ? first.text : undefined;
}

/** `const mocks = require('./mocks')` at the top of a file is an import: what counts is where its names are used. */
const isRead = (node: ScriptNode): boolean => {
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent);
};

/** Neither behind a guard, nor asked for, nor part of something that calls itself a mock. */
function runsInProduction(node: ScriptNode): boolean {
  let child = node;
  for (let { parent } = node; parent; child = parent, parent = parent.parent) {
    const name = nameOf(parent);
    if ((name !== undefined && isCalledMock(name)) || isAskedFor(child, parent)) return false;
  }
  return !isDevGuarded(node);
}

/** Whether a branch is taken because of something that is called a mock: `if (mockItems !== undefined)`. */
function isAskedFor(child: ScriptNode, parent: ScriptNode): boolean {
  const condition =
    ts.isIfStatement(parent) && child !== parent.expression
      ? parent.expression
      : ts.isConditionalExpression(parent) && child !== parent.condition
        ? parent.condition
        : undefined;
  if (!condition || condition.end - condition.pos > 500) return false;
  return (
    /mock|fake|dummy|stub|demo/i.test(condition.getText()) &&
    // `const USE_MOCK = true`, `if (!useMock)`: read, and found to prove the contrary.
    !proofOfCondition(condition).whenFalse
  );
}

function nameOf(node: ScriptNode): string | undefined {
  if (isFunction(node)) return nameOfFunction(node);
  if (ts.isClassLike(node)) return node.name?.text;
  // `const mockApi = { users: () => mockUsers }`, and not `const users = mockUsers()`, nor what a call made.
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer)) {
    return textOfName(node.name);
  }
  return undefined;
}
