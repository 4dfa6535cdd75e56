import type * as tsMorph from 'ts-morph';
import { isAuthName } from '../../analysis/authNames.ts';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { heldValue, objectOf } from '../../analysis/options.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { addFlags, type FlagPlace } from './sessions/addFlags.ts';
import { type CookieCall, cookieCallAt } from './sessions/cookieCalls.ts';
import { type Flag, isCleared, type Lack, lacksOf, listed } from './sessions/flags.ts';
import { type CookieText, cookieText, documentCookie, headerValues } from './sessions/headerCookies.ts';
import { loosenedBy, turnedOff } from './sessions/loosened.ts';
import { keepsMessagesOnly } from './sessions/messages.ts';
import { cookieOf, sessionSetupAt } from './sessions/middleware.ts';

/** What each missing flag lets happen. */
const consequences: Readonly<Record<Flag, string>> = {
  httpOnly: 'scripts in the page can read it',
  secure: 'it also travels over plain HTTP',
  sameSite: 'other sites can send it along',
};

export const insecureSessionCookie = defineRule<FlagPlace>({
  id: 'insecure-session-cookie',
  title: 'Session cookie without its safety flags',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [614, 1004, 1275],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['cookie', 'session'],
  why: 'Whoever has the cookie is signed in as its owner. Its flags keep it from scripts in the page, from the open network and from other sites.',
  verification: [
    'The rule finds nothing: each cookie that signs somebody in has `httpOnly` and `secure`.',
    'The answer to a sign-in has `Set-Cookie` with `HttpOnly; Secure; SameSite=Lax`, or `Strict`.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\bcookies?\b.{0,60}\b(?:insecure|http-?only|secure flag|same-?site|flags?)\b|\binsecure\b.{0,20}\bcookies?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const tell = (node: ScriptNode, lacks: readonly Lack[], what: string, data?: FlagPlace) => {
      // Browsers take a cookie that does not speak of `sameSite` for `Lax` by now.
      if (lacks.every(({ flag, value }) => flag === 'sameSite' && !value) || isDevGuarded(node)) return;
      const flags = lacks.map(({ flag }) => flag);
      report({
        start: node.getStart(),
        end: node.end,
        message: `${what} lacks ${listed(flags)}: ${flags.map((flag) => consequences[flag]).join(', and ')}. Turn ${flags.length > 1 ? 'them' : 'it'} on.`,
        ...(data ? { data } : {}),
      });
    };
    const visitCall = (call: tsMorph.ts.CallExpression) => {
      const setup = sessionSetupAt(call);
      if (setup) {
        const cookie = cookieOf(setup);
        if (!cookie || keepsMessagesOnly(file.text)) return;
        const options = cookie === 'missing' ? undefined : cookie;
        const lacks = lacksOf(options, setup.kind);
        if (isSecureByHttps(setup.kind.name, lacks)) return;
        const place =
          cookie === 'missing'
            ? { lacks, owner: setup.options, key: setup.kind.cookie }
            : { lacks, object: cookie };
        return tell(shown(call, options), lacks, 'The session’s cookie', place);
      }
      const cookie = cookieCallAt(call);
      if (cookie) return tellOfCookie(cookie);
      for (const value of headerValues(call)) tellOfText(cookieText(value));
    };
    const tellOfCookie = (cookie: CookieCall) => {
      const options = objectOf(cookie.options);
      if (cookie.options && !options && !isNothing(cookie.options)) return;
      if (isCleared(cookie.value, options)) return;
      const verdict = kindOfCookie(cookie);
      if (verdict === 'harmless') return;
      const lacks = lacksOf(options, cookie.defaults).filter(({ value }) => value ?? verdict === 'auth');
      const place = cookie.byPage
        ? undefined
        : options
          ? { lacks, object: options }
          : { lacks, call: cookie.call, index: cookie.index };
      const flags = cookie.byPage && !lacks.some(({ flag }) => flag !== 'httpOnly') ? [] : lacks;
      tell(cookie.call, flags, 'This cookie', place);
    };
    const tellOfText = (cookie: CookieText | undefined, byPage = false) => {
      if (!cookie || !isAuthName(cookie.name)) return;
      const lacks = cookie.lacks.map((flag) => ({ flag }));
      tell(cookie.node, lacks, 'This cookie', byPage ? undefined : { lacks, text: cookie.node });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => visitCall(node as tsMorph.ts.CallExpression),
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          for (const value of headerValues(node)) tellOfText(cookieText(value));
          const loosened = loosenedBy(node as tsMorph.ts.PropertyAssignment);
          if (loosened) tell(node, loosened.lacks, 'The session’s cookie', loosened);
        },
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          const assignment = node as tsMorph.ts.BinaryExpression;
          const value = documentCookie(assignment);
          if (value) tellOfText(cookieText(heldValue(value)), true);
          const flag = turnedOff(assignment);
          if (flag) tell(node, [{ flag, value: assignment.right }], 'The session’s cookie');
        },
      },
    };
  },
  fixes: [addFlags],
});

/** `cookie-session` turns `secure` on by itself where the request came by HTTPS; its user chose the rest here. */
const isSecureByHttps = (name: string, [first, ...more]: readonly Lack[]): boolean =>
  name === 'cookie-session' && first?.flag === 'secure' && !first.value && more.length === 0;

/** The cookie's options where they are written in the call; else the call. */
const shown = (call: ScriptNode, options: ScriptNode | undefined): ScriptNode => {
  const inside = options && call.pos <= options.pos && options.end <= call.end;
  const property = inside ? options.parent : undefined;
  return property && ts.isPropertyAssignment(property) ? property : call;
};

const isNothing = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

/** Whether a cookie signs somebody in, as its name or its value says; `unknown` where neither says anything. */
function kindOfCookie({ name, value }: CookieCall): 'auth' | 'unknown' | 'harmless' {
  const key = heldValue(name);
  const text = ts.isStringLiteralLike(key) ? key.text : undefined;
  const valueName = value && valueNameOf(value);
  if (text !== undefined) {
    if (isAuthName(text)) return 'auth';
    const ofPerson = /^(?:user|user_?id|uid|account)$/i.test(text);
    return ofPerson ||
      (valueName !== undefined && /token|jwt|session/i.test(valueName) && isAuthName(valueName))
      ? 'auth'
      : 'harmless';
  }
  const spoken = lastName(key) ?? lastName(name) ?? '';
  if (isAuthName(spoken) || (valueName !== undefined && isAuthName(valueName))) return 'auth';
  return /session|auth/i.test(spoken) ? 'unknown' : 'harmless';
}

/** `token`, `session.id`, `createToken(user)` */
function valueNameOf(value: ScriptNode): string | undefined {
  if (ts.isCallExpression(value))
    return lastName(value.expression)?.replace(/^(?:create|make|generate|sign|get|issue)/, '');
  return lastName(value);
}
