import { identityRead } from '../../../analysis/routes/identity.ts';
import { dotted, nameOfOwner } from '../../../analysis/routes/syntax.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Visitors } from '../../rule.ts';
import { isAuthName } from './authNames.ts';

/** What a file says of checks, apart from its routes. Plain data. */
export interface ChecksInFile {
  /** Functions and methods that look at who calls, by name. */
  readonly names: readonly string[];
  /** Lines, counted from 0, with `blockers: public`. */
  readonly publicLines: readonly number[];
  /** A guard of Nest for all routes. */
  readonly everywhere: boolean;
  /** Of the middleware of Next: what it is for, as it says; empty for all. */
  readonly matchers?: readonly string[];
}

const words =
  /\.(?:user|session|auth|account|apiKey|currentUser|cookies|userId|tenant|locals|state)\b|uthoriz|erify|ession\(|\bauth\(|jwt|passport|isAuthenticated|urrentUser|signature|timingSafe|APP_GUARD|require[A-Z]|ensure[A-Z]|blockers:\s?public|x-api-key|token/i;

const isNextMiddleware = (path: string): boolean =>
  /^(?:.*\/)?(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/.test(path);

/** Visitors that fill what they return; undefined for a file that checks nothing. */
export function readChecks(
  file: FileContext,
): { readonly checks: ChecksInFile; readonly visitors: Visitors } | undefined {
  if (!words.test(file.text)) return undefined;
  const names: string[] = [];
  const checks = {
    names,
    publicLines: publicLines(file),
    everywhere:
      /\bAPP_GUARD\b/.test(file.text) &&
      /useClass:\s?\w*(?:Auth|Jwt|Session|Role|Permission|Access|Token|Keycloak)\w*/.test(file.text),
    ...(isNextMiddleware(file.path) ? { matchers: matchersIn(file.text) } : {}),
  };
  const add = (node: ScriptNode): void => {
    for (let around = node.parent; around && !ts.isSourceFile(around); around = around.parent) {
      if (!ts.isFunctionLike(around)) continue;
      const name = nameOfOwner(around);
      if (name === undefined) continue;
      if (names.includes(name)) return;
      names.push(name);
    }
  };
  const read = (node: ScriptNode): void => {
    if (identityRead(node) !== undefined) add(node);
  };
  const call = (node: ScriptNode): void => {
    const name = ts.isCallExpression(node) ? dotted(node.expression) : undefined;
    if (name !== undefined && isAuthName(name)) add(node);
  };
  return {
    checks,
    visitors: {
      nodes: {
        [ts.SyntaxKind.PropertyAccessExpression]: read,
        [ts.SyntaxKind.StringLiteral]: read,
        [ts.SyntaxKind.BindingElement]: read,
        [ts.SyntaxKind.CallExpression]: call,
      },
    },
  };
}

function publicLines(file: FileContext): readonly number[] {
  const lines: number[] = [];
  for (const { index } of file.text.matchAll(/\/[/*] ?blockers: ?public\b/g)) {
    lines.push(file.lines.positionAt(index).line);
  }
  return lines;
}

/** The texts of `config.matcher`. */
function matchersIn(text: string): readonly string[] {
  const at = text.indexOf('matcher');
  if (at < 0) return [];
  return [...text.slice(at, at + 600).matchAll(/['"`](\/[^'"`\n]{0,200})['"`]/g)].map(
    ([, each = '']) => each,
  );
}
