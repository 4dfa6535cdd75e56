import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { textOfName } from '../../analysis/namedValue.ts';
import { ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { addExpiry } from './jwt/addExpiry.ts';
import { type Endless, endlessAt, ignoresExpiry } from './jwt/expiry.ts';

const messages: Readonly<Record<Endless['why'], string>> = {
  none: 'The token never expires: whoever gets hold of it stays signed in for good. Give it an end, such as `expiresIn`.',
  'too-long':
    'The token is good for more than a year, so a stolen one is as well. Let it end sooner, and renew it.',
  ignored:
    'Expired tokens are taken as well, so the end that they were given means nothing. Let the check look at it.',
};

export const jwtNoExpiry = defineRule<Endless>({
  id: 'jwt-no-expiry',
  title: 'JWT that never expires',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [613],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['jwt', 'jsonwebtoken', 'ignoreexpiration'],
  why: 'A signed token can’t be taken back. One that was stolen, or that belongs to somebody who left, is good for as long as it says.',
  verification: [
    'The rule finds nothing: each token that is signed has an end, and each check looks at it.',
    'A decoded token has `exp`, and is refused when that has passed.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:jwt|token)s?\b.{0,40}\b(?:never expires?|(?:no|without|missing|lacks?) (?:an? )?(?:expir\w+|exp\b))|\bnever expir\w+.{0,30}\b(?:jwt|token)s?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const tell = (place: Endless | undefined) => {
      if (!place || isDevGuarded(place.node)) return;
      report({
        start: place.node.getStart(),
        end: place.node.end,
        message: messages[place.why],
        confidence: place.confidence,
        data: place,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => tell(endlessAt(node as tsMorph.ts.CallExpression)),
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          const property = node as tsMorph.ts.PropertyAssignment;
          if (textOfName(property.name) === 'ignoreExpiration') tell(ignoresExpiry(property));
        },
      },
    };
  },
  fixes: [addExpiry],
});
