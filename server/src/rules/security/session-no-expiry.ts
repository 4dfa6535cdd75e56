import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { numberOf } from '../../analysis/numbers.ts';
import { heldValue, optionOf } from '../../analysis/options.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type AgePlace, addMaxAge } from './sessions/addMaxAge.ts';
import { cookieOf, type SessionSetup, sessionSetupAt } from './sessions/middleware.ts';

type ObjectLiteral = tsMorph.ts.ObjectLiteralExpression;

/** `req.session.cookie.maxAge = …`, once it is known who that is. */
const setLater = /\bsession\??\.cookie\??\.(?:maxAge|expires)\s{0,4}=(?!=)/;
/** More than a year and a month, in milliseconds. */
const tooLong = 400 * 24 * 60 * 60 * 1000;

export const sessionNoExpiry = defineRule<AgePlace>({
  id: 'session-no-expiry',
  title: 'Session that never ends',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [613],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['session'],
  why: 'A browser that is left open, or restores its windows, stays signed in. A session that was stolen is good for as long as nobody ends it.',
  verification: [
    'The rule finds nothing: the cookie or the store has an end.',
    'After that time without a request, the next one has to sign in.',
  ],
  effort: { min: 10, max: 60, unit: 'minutes' },
  claims:
    /\bsessions?\b.{0,30}\b(?:never (?:expires?|ends?)|(?:no|without|missing) (?:an? )?(?:expir\w+|time-?out|max-?age))\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const setup = sessionSetupAt(node as tsMorph.ts.CallExpression);
          const endless = setup && endlessOf(setup);
          if (!endless || isDevGuarded(node)) return;
          report({
            start: node.getStart(),
            end: node.end,
            message: endless.place
              ? 'The session has no end: the cookie lasts as long as the browser, and nobody is ever signed out. Give it a `maxAge`.'
              : 'The session lasts for years or has no end at all, so whoever gets hold of it stays signed in. Let it end sooner.',
            ...(endless.storeMayEnd ? { priority: 'P2' as const, confidence: 'medium' as const } : {}),
            ...(endless.place ? { data: endless.place } : {}),
          });
        },
      },
    };
  },
  fixes: [addMaxAge],
});

interface EndlessSession {
  readonly storeMayEnd: boolean;
  /** Where an end can be written. */
  readonly place?: AgePlace | undefined;
}

function endlessOf(setup: SessionSetup): EndlessSession | undefined {
  const { kind, options } = setup;
  const cookie = cookieOf(setup);
  if (!cookie) return undefined;
  const age = cookie === 'missing' ? undefined : ageOf(cookie);
  if (age === 'unknown' || setLater.test(setup.call.getSourceFile().text)) return undefined;
  if (age) return isForever(age) ? { storeMayEnd: false } : undefined;
  if (kind.expires) return undefined;
  const store = storeOf(options);
  if (store === 'ends' || store === 'unseen') return undefined;
  const place = cookie === 'missing' ? { owner: options } : { object: cookie };
  return { storeMayEnd: store === 'has its own', place };
}

function ageOf(cookie: ObjectLiteral): ScriptNode | 'unknown' | undefined {
  const option = optionOf(cookie, 'maxAge', 'expires', 'originalMaxAge', 'ttl');
  if (option.kind === 'missing' || (option.kind === 'is' && isNothing(option.value))) return undefined;
  return option.kind === 'is' ? option.value : 'unknown';
}

/** `maxAge: undefined`, `expires: false` say nothing. */
function isNothing(expression: ScriptNode): boolean {
  const value = heldValue(expression);
  return value.kind === ts.SyntaxKind.FalseKeyword || (ts.isIdentifier(value) && value.text === 'undefined');
}

/** Years, or as long as the number goes. */
function isForever(expression: ScriptNode): boolean {
  const value = heldValue(expression);
  if (value.kind === ts.SyntaxKind.NullKeyword) return true;
  // koa-session's word for as long as the browser runs.
  if (ts.isStringLiteralLike(value)) return value.text === 'session';
  const number = numberOf(value);
  if (number !== undefined) return number > tooLong;
  return /^(?:Infinity|Number\.(?:MAX_SAFE_INTEGER|MAX_VALUE|POSITIVE_INFINITY))$/.test(value.getText());
}

/** What the store does with sessions that nobody uses any more. */
function storeOf(options: ObjectLiteral): 'none' | 'ends' | 'has its own' | 'unseen' {
  const store = optionOf(options, 'store', 'externalKey');
  if (store.kind === 'missing') return 'none';
  const value = store.kind === 'is' ? heldValue(store.value) : undefined;
  if (!value || (!ts.isNewExpression(value) && !ts.isCallExpression(value))) return 'unseen';
  if (/\b(?:ttl|expiration|expires|maxAge|touchAfter|checkPeriod|expiry)\b/i.test(value.getText()))
    return 'ends';
  return /MemoryStore$/.test(value.expression.getText()) ? 'none' : 'has its own';
}
