import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import {
  persistedToken,
  type StorageWrite,
  signsIn,
  writeOfAssignment,
  writeOfCall,
} from './browserStorage/writes.ts';

export const tokenInLocalStorage = defineRule<undefined>({
  id: 'token-in-local-storage',
  title: 'Token is kept where every script can read it',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [922],
  owasp: 'A04:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['storage', 'localforage', 'persist', 'usepersistedstate'],
  why: 'One foreign script in the page, from an advertisement, a package or a comment that was not escaped, reads the token and sends it away. A cookie with `httpOnly` is out of its reach.',
  verification: [
    'The rule finds nothing: the server sets the token as a cookie with `httpOnly`, or it is kept in memory only.',
    'After signing in, no value in the storage of the browser is a token.',
  ],
  effort: { min: 4, max: 16, unit: 'hours' },
  claims:
    /\b(?:tokens?|jwts?|credentials)\b.{0,40}\b(?:local|session) ?storage\b|\b(?:local|session) ?storage\b.{0,40}\b(?:tokens?|jwts?|credentials)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const tell = (node: ScriptNode, storage: string) => {
      if (isDevGuarded(node)) return;
      report({
        start: node.getStart(),
        end: node.end,
        message:
          storage === 'AsyncStorage'
            ? 'AsyncStorage keeps this unencrypted on the device. Keep it in the keychain, such as with SecureStore.'
            : 'Every script in the page can read this and send it away. Let the server keep it in a cookie with `httpOnly`.',
        ...(storage === 'persist' ? { confidence: 'medium' as const } : {}),
      });
    };
    const tellOf = (write: StorageWrite | undefined) => {
      if (write && signsIn(write)) tell(write.node, write.storage);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          tellOf(writeOfCall(call));
          const persisted = persistedToken(call);
          if (persisted) tell(persisted, 'persist');
        },
        [ts.SyntaxKind.BinaryExpression]: (node) =>
          tellOf(writeOfAssignment(node as tsMorph.ts.BinaryExpression)),
      },
    };
  },
  fixes: [],
});
