import type * as tsMorph from 'ts-morph';
import { runsInBrowser } from '../../analysis/browserCode.ts';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type Decode, decodeAt } from './jwt/decodes.ts';
import { callbackIgnoringError } from './jwt/ignoredError.ts';
import { isTrusted } from './jwt/trusted.ts';
import { verifyInstead } from './jwt/verifyInstead.ts';

export const jwtDecodeWithoutVerify = defineRule<Decode>({
  id: 'jwt-decode-without-verify',
  title: 'JWT is believed without a look at its signature',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [347],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['decode', 'split', 'verify'],
  why: 'Anybody can write a token that says they are the administrator. Only its signature tells a real one from that, and decoding does not look at it.',
  verification: [
    'The rule finds nothing: what decides who somebody is comes from a verification.',
    'A token with a changed payload and the old signature is refused.',
  ],
  effort: { min: 1, max: 3, unit: 'hours' },
  claims:
    /\b(?:jwt|token)s?\b.{0,60}\b(?:decod\w+|unverified|not verified|without (?:verif\w+|(?:a )?signature))|\b(?:unverified|forged?|forgeable)\b.{0,30}\b(?:jwt|token)s?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    let inBrowser: boolean | undefined;
    const visit = (call: tsMorph.ts.CallExpression) => {
      const ignoring = callbackIgnoringError(call);
      if (ignoring && !isDevGuarded(call))
        report({
          start: call.getStart(),
          end: ignoring.getStart(),
          message:
            'Whether the token was good is in the error, and nobody looks at it: a forged token goes through like a real one. Refuse the request when there is an error.',
        });
      const decode = decodeAt(call);
      if (!decode) return;
      inBrowser ??= runsInBrowser(file.path, file.text, file.package);
      const trusted = inBrowser ? undefined : isTrusted(decode);
      if (!trusted || isDevGuarded(call)) return;
      report({
        start: call.getStart(),
        end: call.end,
        message:
          'Nobody looks at this token’s signature, so whoever wrote it chose what it says. Verify it before you believe it.',
        confidence: trusted === 'sure' ? 'high' : 'medium',
        data: decode,
      });
    };
    return { nodes: { [ts.SyntaxKind.CallExpression]: (node) => visit(node as tsMorph.ts.CallExpression) } };
  },
  fixes: [verifyInstead],
});
