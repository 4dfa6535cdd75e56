import assert from 'node:assert/strict';
import { isDevGuarded } from '../../../server/src/analysis/devGuards.ts';
import { loadScriptParser, parseScript, type ScriptNode, ts } from '../../../server/src/languages/script.ts';

/** The call of `mock()` in a text. */
function callIn(code: string): ScriptNode {
  const find = (node: ScriptNode): ScriptNode | undefined =>
    ts.isCallExpression(node) && node.expression.getText() === 'mock'
      ? node
      : ts.forEachChild(node, (child) => find(child));
  const call = find(parseScript('a.tsx', code));
  assert.ok(call, code);
  return call;
}

const guarded = [
  "if (process.env.NODE_ENV === 'development') mock();",
  "if (process.env.NODE_ENV !== 'production') { mock(); }",
  "if ('production' !== process.env.NODE_ENV) mock();",
  "if (process.env['NODE_ENV'] === 'test') mock();",
  "if (process.env.NODE_ENV === 'production') real(); else mock();",
  "const data = process.env.NODE_ENV === 'production' ? real() : mock();",
  'const data = isDev ? mock() : real();',
  'const data = isProd ? real() : mock();',
  'if (!isProduction) mock();',
  'if (config.server.isDevelopment) mock();',
  'if (this.isTestEnvironment()) mock();',
  'if (__DEV__ && ready) mock();',
  '__DEV__ && mock();',
  'isProd || mock();',
  'if (import.meta.env.DEV) mock();',
  'if (!import.meta.env.PROD) mock();',
  "if (import.meta.env.MODE === 'mock') mock();",
  'if (useMock) mock();',
  'if (options.useMockData) mock();',
  "if (process.env.USE_MOCKS === 'true') mock();",
  'if (process.env.VITE_USE_MOCKS) mock();',
  'if (MOCK_PAYMENTS) mock();',
  'if (DEMO) mock();',
  'if (ENABLE_MOCK_API === true) mock();',
  'if (!disableMocks) mock();',
  'if (isNonProd) mock();',
  'if (!useRealApi) mock();',
  "if (provider === 'mock') mock();",
  "if (['development', 'test'].includes(process.env.NODE_ENV)) mock();",
  "if (!['production', 'staging'].includes(env)) mock();",
  "if (process.env.NODE_ENV?.startsWith('dev')) mock();",
  "if ((process.env.NODE_ENV ?? 'development') === 'development') mock();",
  "const isLocal = process.env.NODE_ENV !== 'production'; if (isLocal) mock();",
  "const { NODE_ENV } = process.env; if (NODE_ENV === 'test') mock();",
  "const where = process.env.NODE_ENV; if (where === 'test') mock();",
  "const debugging = process.env.NODE_ENV !== 'production';\nfunction f() { return debugging && mock(); }",
  "function f() { if (process.env.NODE_ENV === 'production') return real(); return mock(); }",
  "function f() { if (process.env.NODE_ENV === 'production') { throw new Error('no'); } try { mock(); } catch {} }",
  'function f() { if (!isDev) return; items.forEach(() => mock()); }',
  'function f() { if (isDev) { log(); } else { throw new Error(); } mock(); }',
  'function f() { if (isProd) { try { return real(); } catch (e) { throw e; } } mock(); }',
  "if (process.env.NODE_ENV === 'production') process.exit(1);\nmock();",
  'for (const each of all) { if (isProd) continue; mock(); }',
  "switch (process.env.NODE_ENV) { case 'development': case 'test': mock(); break; default: real(); }",
  "switch (process.env.NODE_ENV) { case 'production': real(); break; default: mock(); }",
  "switch (provider) { case 'mock': return mock(); default: return real(); }",
  'const page = <div>{isDev && <Panel data={mock()} />}</div>;',
  'const USE_MOCK = false; if (USE_MOCK) mock();',
  "if (typeof jest !== 'undefined') mock();",
  'if (isDev && (a || b)) mock();',
  'if (isDev || useMock) mock();',
];

const unguarded = [
  'mock();',
  "if (process.env.NODE_ENV === 'production') mock();",
  "if (process.env.NODE_ENV !== 'development') mock();",
  "if (process.env.NODE_ENV === 'development') real(); else mock();",
  'const data = isDev ? real() : mock();',
  'if (!isDev) mock();',
  'if (isProd) mock();',
  'isDev || mock();',
  'isProd && mock();',
  'if (isDev || ready) mock();',
  'if (!(isDev && ready)) mock();',
  'if (isDevice) mock();',
  'if (isDeveloper) mock();',
  'if (latest) mock();',
  'if (!apiKey) mock();',
  'if (mockUser) mock();',
  'const USE_MOCK = true; if (USE_MOCK) mock();',
  "if (process.env.USE_MOCKS !== 'false') mock();",
  'const useMock = process.env.USE_MOCK ?? true; if (useMock) mock();',
  "if (['production', 'development'].includes(env)) mock();",
  "if (color === 'development') mock();",
  "function f() { if (process.env.NODE_ENV === 'development') return real(); return mock(); }",
  'function f() { if (isProd) { log(); } mock(); }',
  'function f() { mock(); if (isProd) return; }',
  'function f() { if (isProd) { try { return real(); } catch (e) { log(e); } } mock(); }',
  'function f() { if (isProd) { try { return real(); } catch (e) { return mock(); } } }',
  'function f() { if (isProd) return; }\nmock();',
  "switch (process.env.NODE_ENV) { case 'production': mock(); break; default: real(); }",
  "switch (process.env.NODE_ENV) { case 'production': case 'test': mock(); break; default: real(); }",
  "switch (process.env.NODE_ENV) { case 'test': real(); break; default: mock(); }",
  "const isDev = process.env.NODE_ENV === 'production'; if (isDev) mock();",
  "if (typeof window !== 'undefined') mock();",
  'if (isDev) { log(); }\nmock();',
];

describe('isDevGuarded', () => {
  before(loadScriptParser);
  for (const code of guarded) it(`is guarded: ${code}`, () => assert.equal(isDevGuarded(callIn(code)), true));
  for (const code of unguarded) it(`runs: ${code}`, () => assert.equal(isDevGuarded(callIn(code)), false));
});
