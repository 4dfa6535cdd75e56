import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { functionAround } from './passwords/passwordValues.ts';
import { isPrescribed } from './passwords/prescribed.ts';
import { raiseCost } from './passwords/raiseCost.ts';
import { type WeakHash, weakHashAt, weakKeyDerivation } from './passwords/weakHashes.ts';

export const weakPasswordHash = defineRule<WeakHash>({
  id: 'weak-password-hash',
  title: 'Passwords are hashed too fast',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [916],
  owasp: 'A02:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['hash', 'md5', 'sha', 'crypt', 'pbkdf2', 'digest', 'ripemd', 'argon2'],
  why: 'Fast hashes are tried by the billion each second. Once the table with them is out, most of the passwords are known within a day, salted or not.',
  verification: [
    'The rule finds nothing: passwords go through Argon2, scrypt or bcrypt at today’s cost.',
    'Hashing one password takes a tenth of a second or more.',
    'Hashes that were stored before are replaced when their owners sign in.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims:
    /\b(?:md5|sha-?1|sha-?256|weak|fast|unsalted)\b.{0,40}\bpassword|\bpasswords?\b.{0,40}\b(?:weak(?:ly)? hash\w*|md5|sha-?1|sha-?256|hashed with|hashing)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const told = new Set<number>();
    /** Functions of which it is said already: a hash made of several is one. */
    const toldOf = new Set<ScriptNode>();
    const tell = (weak: WeakHash | undefined) => {
      if (!weak || isDevGuarded(weak.node) || told.has(weak.node.getStart())) return;
      if (weak.kind === 'fast') {
        const around = functionAround(weak.node);
        if (toldOf.has(around) || isPrescribed(weak.node, weak.what)) return;
        if (!ts.isSourceFile(around)) toldOf.add(around);
      }
      told.add(weak.node.getStart());
      report({
        start: weak.node.getStart(),
        end: weak.node.end,
        message:
          weak.kind === 'fast'
            ? `${weak.what.slice(0, 20)} is made to be fast, so a stolen password hash is guessed in no time. Use Argon2, scrypt or bcrypt.`
            : `${weak.what} are too few: a stolen password hash is guessed too fast. Raise the cost.`,
        data: weak,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => tell(weakHashAt(node as tsMorph.ts.CallExpression)),
        [ts.SyntaxKind.ObjectLiteralExpression]: (node) =>
          tell(weakKeyDerivation(node as tsMorph.ts.ObjectLiteralExpression)),
      },
    };
  },
  fixes: [raiseCost],
});
