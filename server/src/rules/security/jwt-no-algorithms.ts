import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { textOfName } from '../../analysis/namedValue.ts';
import { heldValue } from '../../analysis/options.ts';
import { majorOf } from '../../analysis/packageFacts.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type AnyAlgorithm, anyAlgorithmAt, isNoAlgorithm } from './jwt/algorithms.ts';
import { isJsonWebToken } from './jwt/libraries.ts';
import { restrictAlgorithms } from './jwt/restrictAlgorithms.ts';

export const jwtNoAlgorithms = defineRule<AnyAlgorithm>({
  id: 'jwt-no-algorithms',
  title: 'JWT is verified with whatever algorithm it names',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [347],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['jwt', 'jsonwebtoken', 'jose', 'algorithms'],
  why: 'A token says itself how it is signed. Whoever may choose that can pick the weakest way that the library takes, up to none at all, and sign in as anybody.',
  verification: [
    'The rule finds nothing: each verification names the algorithms that it takes.',
    'A token with `"alg": "none"` and one signed with another algorithm are refused.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:jwt|json web token)s?\b.{0,60}\balgorithms?\b|\balgorithms?\b.{0,40}\b(?:jwt|json web token)s?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    // Since version 9 the key's kind decides: a shared secret takes no weaker algorithm, and none is refused.
    const keyDecides = (majorOf(file.package, 'jsonwebtoken') ?? 0) >= 9;
    const tellNone = (node: ScriptNode) =>
      report({
        start: node.getStart(),
        end: node.end,
        message:
          'Tokens need no signature here: the algorithm `none` is taken, so anybody can write one. Name a real algorithm.',
        priority: 'P0',
      });
    const visit = (node: ScriptNode) => {
      const place = anyAlgorithmAt(node);
      if (place && !isDevGuarded(node) && !onlyAsksForEnd(place)) {
        if (isEmptyKey(place)) tellNone(place.node);
        else if (!keyDecides)
          report({
            start: place.node.getStart(),
            end: place.node.end,
            message:
              'The token chooses the algorithm that its signature is checked with. List the ones you sign with in `algorithms`.',
            data: place,
          });
      }
    };
    const visitProperty = (node: ScriptNode) => {
      const property = node as tsMorph.ts.PropertyAssignment | tsMorph.ts.ShorthandPropertyAssignment;
      const name = textOfName(property.name);
      if (name === undefined || !/^alg(?:orithms?)?$/.test(name)) return;
      if (isNoAlgorithm(property, name) && !isDevGuarded(node)) tellNone(node);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: visit,
        [ts.SyntaxKind.NewExpression]: visit,
        [ts.SyntaxKind.PropertyAssignment]: visitProperty,
        [ts.SyntaxKind.ShorthandPropertyAssignment]: visitProperty,
      },
    };
  },
  fixes: [restrictAlgorithms],
});

/** A token that the file itself signed with the same key is only asked when it ends: `isExpired(token)`. */
function onlyAsksForEnd({ call, key }: AnyAlgorithm): boolean {
  const around = ts.findAncestor(call, isFunction);
  if (!key || !around || !/expir/i.test(nameOfFunction(around) ?? '')) return false;
  const { text } = call.getSourceFile();
  return (
    /\bsign\(/.test(text) && text.includes(key.getText()) && text.indexOf(key.getText()) < key.getStart()
  );
}

/** `jwt.verify(token, null)`: what has no key can have no signature. */
function isEmptyKey({ call, key, options }: AnyAlgorithm): boolean {
  if (options || !key || !ts.isCallExpression(call) || !isJsonWebToken(call.expression, 'verify'))
    return false;
  const value = heldValue(key);
  return (
    value.kind === ts.SyntaxKind.NullKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isStringLiteralLike(value) && value.text === '') ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  );
}
