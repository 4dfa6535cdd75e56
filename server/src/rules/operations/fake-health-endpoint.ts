import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction } from '../../analysis/functions.ts';
import { isMockFile } from '../../analysis/mockNames.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type Fake, readBranch, readFake } from './fakeHealth/fakes.ts';

export const fakeHealthEndpoint = defineRule({
  id: 'fake-health-endpoint',
  title: 'Health check that asks nobody',
  priority: 'P0',
  category: 'operations',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'health',
    'ready',
    'readiness',
    'live',
    'status',
    'database',
    'redis',
    'heartbeat',
    'check',
    'ping',
    'connect',
  ],
  why: 'The platform keeps sending requests to an instance that can’t answer them, and nobody is woken: the service says that it is well while its database is down.',
  verification: [
    'The rule finds nothing at the cited places.',
    'With the database stopped, the route answers 503.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:fake|hard-?coded|constant|static)\b.{0,30}\bhealth\b|\bhealth (?:check|endpoint|route)s?\b.{0,40}\b(?:always|constant|hard-?coded|fake)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path)) return {};
    const namesPath = /\/(?:health|ready|readiness)/.test(file.text);
    const tell = (found: Fake | undefined) => {
      if (!found || isDevGuarded(found.at)) return;
      const { at, message, related = [], confidence, priority } = found;
      report({
        start: at.getStart(),
        end: at.end,
        message,
        confidence,
        ...(priority ? { priority } : {}),
        related: related.map((each) => ({
          start: each.getStart(),
          end: each.end,
          message: 'The same here.',
        })),
      });
    };
    const visit = (node: ScriptNode) => {
      if (isFunction(node)) tell(readFake(node, file.path));
    };
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: visit,
        [ts.SyntaxKind.FunctionExpression]: visit,
        [ts.SyntaxKind.ArrowFunction]: visit,
        [ts.SyntaxKind.MethodDeclaration]: visit,
        [ts.SyntaxKind.IfStatement]: (node) => {
          if (namesPath && ts.isIfStatement(node)) tell(readBranch(node));
        },
      },
    };
  },
  fixes: [],
});
