import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type Disclosed, disclosedIn } from '../../analysis/disclosure/parts.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { judgeLogged } from './sensitiveLog/judge.ts';
import { writesWhole } from './sensitiveLog/knownLogger.ts';
import { loggedBy } from './sensitiveLog/logCalls.ts';
import { isMissingAt } from './sensitiveLog/missing.ts';
import { loggedHeader } from './sensitiveLog/morganFormat.ts';
import type { Logged, SensitiveLog } from './sensitiveLog/place.ts';
import { redact } from './sensitiveLog/redact.ts';

export const noSensitiveLog = defineRule<SensitiveLog>({
  id: 'no-sensitive-log',
  title: 'Secret written to a log',
  priority: 'P0',
  category: 'security',
  confidence: 'medium',
  cwe: [532],
  owasp: 'A09:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['log', 'console', 'print', 'stdout', 'stderr', 'debug', 'winston', 'pino', 'bunyan', 'morgan'],
  why: 'Logs are copied to services, kept for months and read by many more people than may use what stands in them: each of them can sign in with the password or act with the token.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A run of the code leaves no secret in its output.',
    'What was already written is deleted, or the secrets in it are changed.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:logs?|logged|logging|console)\b.{0,40}\b(?:secrets?|passwords?|tokens?|credentials?|sensitive)\b|\b(?:secrets?|passwords?|tokens?|credentials?|sensitive)\b.{0,40}\b(?:logs?|logged|logging)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const format = loggedHeader(call);
          if (format) {
            report({
              start: format.getStart(),
              end: format.end,
              confidence: 'high',
              message:
                'The access log gets the credentials of every request, which its format asks for. Leave that header out.',
              data: { places: [] },
            });
            return;
          }
          const logged = loggedBy(call);
          if (!logged || logged.length === 0) return;
          const found = disclosedIn(withoutRedacted(call, logged, file), judgeLogged).filter((each) =>
            isWritten(each, call),
          );
          const [first] = found;
          if (!first || isDevGuarded(call)) return;
          const whats = [...new Set(found.map(({ verdict }) => verdict.what))];
          report({
            start: first.place.getStart(),
            end: first.place.end,
            confidence: first.verdict.confidence,
            message: `This log gets ${listed(whats)}. ${isBrowserCode(file) ? 'What a page logs is read by extensions and error trackers' : 'Whoever reads logs can use it'}: leave it out, or log whether it is there.`,
            ...(isBrowserCode(file) ? { priority: 'P1' as const } : {}),
            data: { places: [...new Set(found.map(({ place }) => place))] },
          });
        },
      },
    };
  },
  fixes: [redact],
});

const isBrowserCode = (file: FileContext): boolean => shipsToBrowser(file.path, file.text, file.package);

const listed = (whats: readonly string[]): string =>
  whats.length < 2 ? (whats[0] ?? '') : `${whats.slice(0, -1).join(', ')} and ${whats.at(-1)}`;

/** Whether the log surely gets it: not where there is none, nor where a logger may pick what it likes. */
function isWritten({ node, verdict }: Disclosed<Logged>, call: tsMorph.ts.CallExpression): boolean {
  if (verdict.wholeRequest && !writesWhole(call)) return false;
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return true;
  const name = node.getText().replaceAll('?.', '.');
  return !isMissingAt(call, verdict.member === undefined ? name : `${name}.${verdict.member}`);
}

/** A logger that the file tells to redact leaves out what objects hold; what stands in a text it can't see. */
function withoutRedacted(
  call: tsMorph.ts.CallExpression,
  logged: readonly tsMorph.ts.Expression[],
  { text }: FileContext,
): readonly ScriptNode[] {
  const redacts = /\bredact\s*[:(]/.test(text) && !call.expression.getText().startsWith('console');
  return redacts ? logged.filter((each) => !ts.isObjectLiteralExpression(each)) : logged;
}
