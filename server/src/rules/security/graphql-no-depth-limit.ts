import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { addDepthLimit, type DepthPlace } from './graphql/addDepthLimit.ts';
import { mayLimit } from './graphql/limits.ts';
import { type GraphqlServer, hasKey, serverOf } from './graphql/servers.ts';

export const graphqlNoDepthLimit = defineRule<DepthPlace>({
  id: 'graphql-no-depth-limit',
  title: 'GraphQL without a limit for one query',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [770],
  owasp: 'API4:2023',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'apolloserver',
    'graphqlserver',
    'createyoga',
    'mercurius',
    'graphqlhttp',
    'express_graphql',
    'expressgraphql',
    'createhandler',
    'graphqlmodule',
  ],
  why: 'One query that asks for friends of friends of friends makes the server load the whole database, and one person can take it down with a few lines.',
  verification: [
    'The rule finds nothing: depth or complexity is limited, or only known queries are answered.',
    'A query nested twenty levels deep is refused before anything is resolved.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bGraphQL\b.{0,60}\b(?:depth|complexity|nested quer(?:y|ies)|query cost|unbounded)\b|\b(?:query )?(?:depth|complexity) limit(?:s|ing)?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const judge = (node: ScriptNode) => {
      const server = serverOf(node as tsMorph.ts.CallExpression);
      if (!server || isDevGuarded(node) || mayLimit(server, file.package)) return;
      report({
        start: server.start,
        end: server.end,
        message:
          'Nothing limits how much one query may ask for: a query that nests deep enough takes the server down. Limit its depth or complexity, or answer known queries only.',
        data: placeOf(server),
      });
    };
    return { nodes: { [ts.SyntaxKind.CallExpression]: judge, [ts.SyntaxKind.NewExpression]: judge } };
  },
  fixes: [addDepthLimit],
});

function placeOf({ kind, options }: GraphqlServer): DepthPlace {
  const at = options.getStart() + 1;
  const [first] = options.properties;
  const gap = first ? options.getSourceFile().text.slice(at, first.getStart()) : ' ';
  return {
    kind,
    at,
    gap: gap.trim() === '' ? gap : ' ',
    isEmpty: !first,
    rules: hasKey(options, /^validationRules$/),
  };
}
