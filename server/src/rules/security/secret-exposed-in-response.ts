import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { disclosedIn } from '../../analysis/disclosure/parts.ts';
import {
  type Sent,
  sentByAssignment,
  sentByCall,
  sentByNew,
  sentByReturn,
} from '../../analysis/http/responses.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { judgeSent } from './secretResponse/judge.ts';
import { readsConnectionString } from './secretResponse/receivedSecret.ts';
import { type SentSecret, sendBoolean } from './secretResponse/sendBoolean.ts';

export const secretExposedInResponse = defineRule<SentSecret>({
  id: 'secret-exposed-in-response',
  title: 'Secret sent in a response',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [200],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['env', 'config', 'settings', 'secret', 'pass', 'pwd', 'connection', 'conn', 'dsn'],
  why: 'Whoever can call the route has the secret, and so have proxies, caches and the tools of every browser that shows the answer; the first letters of a key tell which one it is.',
  verification: [
    'The rule finds nothing at the cited places.',
    'The answer of the route, read as a client gets it, holds no secret and no part of one.',
    'A secret that was sent is changed.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:secrets?|keys?|passwords?|credentials?|connection strings?|environment)\b.{0,40}\b(?:responses?|endpoints?|returned|exposed (?:by|in|through))\b|\b(?:responses?|endpoints?)\b.{0,30}\b(?:leaks?|exposes?|returns?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const told = new Set<number>();
    const tell = (place: Report<SentSecret>) => {
      if (told.has(place.start)) return;
      told.add(place.start);
      report(place);
    };
    const look = (sent: Sent | undefined) => {
      if (sent) reportSent(sent, tell);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => look(sentByCall(node as tsMorph.ts.CallExpression)),
        [ts.SyntaxKind.NewExpression]: (node) => look(sentByNew(node as tsMorph.ts.NewExpression)),
        [ts.SyntaxKind.BinaryExpression]: (node) =>
          look(sentByAssignment(node as tsMorph.ts.BinaryExpression)),
        [ts.SyntaxKind.ReturnStatement]: (node) => look(sentByReturn(node)),
        [ts.SyntaxKind.ArrowFunction]: (node) => look(sentByReturn(node)),
        [ts.SyntaxKind.PropertyAccessExpression]: (node) => {
          if (!readsConnectionString(node as tsMorph.ts.PropertyAccessExpression) || !isPage(file)) return;
          tell({
            start: node.getStart(),
            end: node.end,
            confidence: 'medium',
            message:
              'The page reads a connection string out of an answer: whoever calls that route has the password of the database. Have it send whether the database is reached.',
            data: { place: node, setting: false },
          });
        },
      },
    };
  },
  fixes: [sendBoolean],
});

const isPage = (file: FileContext): boolean =>
  /\.[jt]sx$/.test(file.path) ||
  /\buse(?:State|Effect|Callback|Query)\b/.test(file.text) ||
  shipsToBrowser(file.path, file.text, file.package);

function reportSent(sent: Sent, tell: (report: Report<SentSecret>) => void): void {
  for (const { place, verdict } of disclosedIn(sent, judgeSent, { partial: true })) {
    if (isDevGuarded(place)) continue;
    tell({
      start: place.getStart(),
      end: place.end,
      confidence: verdict.confidence,
      message: `This answer sends ${verdict.what} to whoever asks. ${verdict.setting ? 'Send at most whether it is set.' : 'Leave it out.'}`,
      data: { place, setting: verdict.setting },
    });
  }
}
