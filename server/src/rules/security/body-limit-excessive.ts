import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { limitInCall, limitInProperty } from './bodyLimit/limits.ts';

export const bodyLimitExcessive = defineRule({
  id: 'body-limit-excessive',
  title: 'Requests may be far larger than they need to be',
  priority: 'P2',
  category: 'security',
  confidence: 'high',
  cwe: [770],
  owasp: 'API4:2023',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'limit',
    'maxfilesize',
    'maxfieldssize',
    'maxbytes',
    'maxbodysize',
    'maxrequestbodysize',
    'maxfieldsize',
    'sizelimit',
  ],
  why: 'A body is read into memory before anybody looks at it: a few large ones at the same time, from anybody who can reach the server, and it stops answering.',
  verification: [
    'The rule finds nothing: each limit is as large as the largest body that the program takes.',
    'A request with a body beyond that is answered with 413.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:body|request|payload|json|upload)\b.{0,30}\b(?:size )?limits?\b.{0,40}\b(?:excessive|too (?:large|high|big)|unlimited|missing)|\b(?:excessive|too (?:large|high)|unlimited)\b.{0,30}\b(?:body|payload|request)\b.{0,20}\b(?:size|limit)/i,
  check(file, report) {
    if (file.fileClass !== 'production' && file.fileClass !== 'config') return {};
    const reported = new Set<number>();
    const tell = (found: ReturnType<typeof limitInCall>) => {
      if (!found || reported.has(found.node.getStart())) return;
      reported.add(found.node.getStart());
      report({ start: found.node.getStart(), end: found.node.end, message: messageOf(found) });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => tell(limitInCall(node as tsMorph.ts.CallExpression)),
        [ts.SyntaxKind.NewExpression]: (node) => tell(limitInCall(node as tsMorph.ts.NewExpression)),
        [ts.SyntaxKind.PropertyAssignment]: (node) =>
          tell(limitInProperty(node as tsMorph.ts.PropertyAssignment)),
      },
    };
  },
  fixes: [],
});

function messageOf({ bytes, what }: { bytes: number; what: 'body' | 'upload' }): string {
  const size =
    bytes === Number.POSITIVE_INFINITY ? 'of any size' : `of ${Math.round(bytes / 1024 / 1024)} MB`;
  return what === 'body'
    ? `Bodies ${size} are read into memory and parsed. Allow what the largest request needs, and give the routes that need more a limit of their own.`
    : `Files ${size} may be sent, and many at once. Allow what is needed, or write them to a disk or a store as they come in.`;
}
