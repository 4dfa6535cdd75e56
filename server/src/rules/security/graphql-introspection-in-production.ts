import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { booleanInProduction } from '../../analysis/inProduction.ts';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type Report } from '../rule.ts';
import { onlyInDevelopment, type SwitchPlace } from './graphql/onlyInDevelopment.ts';
import { hasKey, serverOf } from './graphql/servers.ts';

export const graphqlIntrospectionInProduction = defineRule<SwitchPlace>({
  id: 'graphql-introspection-in-production',
  title: 'GraphQL shows its schema in production',
  priority: 'P2',
  category: 'security',
  confidence: 'high',
  cwe: [200],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['introspection', 'playground', 'graphiql', 'landingpage'],
  why: 'Introspection and the pages for trying out queries show everybody every type, field and mutation, the forgotten ones too: half of an attack is finding them.',
  verification: [
    'The rule finds nothing: introspection and playgrounds are on outside production only.',
    'In production the query `{ __schema { types { name } } }` is refused.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:GraphQL )?introspection\b|\bGraphQL (?:playground|schema (?:exposed|exposure|visible))\b|\bgraphiql\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || !/graphql|apollo|yoga|mercurius/i.test(file.text)) return {};
    const told = new Set<number>();
    const tell = (place: Report<SwitchPlace>) => {
      if (told.has(place.start)) return;
      told.add(place.start);
      report(place);
    };
    return {
      nodes: {
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          const { name, initializer } = node as tsMorph.ts.PropertyAssignment;
          const option = textOfName(name) ?? '';
          if (!/^(?:introspection|playground|graphiql)$/.test(option) || !isServerOption(node, option))
            return;
          const value = plain(initializer);
          const isPage =
            option !== 'introspection' &&
            (ts.isObjectLiteralExpression(value) || ts.isStringLiteralLike(value));
          if (isPage ? isTurnedOff(value) : booleanInProduction(initializer) !== true) return;
          if (isDevGuarded(node)) return;
          const edit =
            value.kind === ts.SyntaxKind.TrueKeyword
              ? { start: initializer.getStart(), end: initializer.end }
              : undefined;
          tell({
            start: node.getStart(),
            end: node.end,
            message:
              option === 'introspection'
                ? 'Introspection is on in production: everybody can read the whole schema. Switch it on outside production only.'
                : `The page for trying out queries (\`${option}\`) is open in production. Switch it on outside production only.`,
            data: { edit },
          });
        },
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          if (
            !isPlaygroundPlugin(lastName(call.expression) ?? '') ||
            !isInPlugins(call) ||
            isDevGuarded(node)
          )
            return;
          tell({
            start: node.getStart(),
            end: node.end,
            message:
              'The page for trying out queries is open in production. Add this plugin outside production only.',
            data: { edit: undefined },
          });
        },
      },
    };
  },
  fixes: [onlyInDevelopment],
});

const isPlaygroundPlugin = (name: string): boolean =>
  /^ApolloServerPluginLandingPage(?:GraphQLPlayground|LocalDefault)$/.test(name);

/** In the list of a server's plugins, and not behind a condition there. */
function isInPlugins(call: ScriptNode): boolean {
  const list = call.parent;
  return (
    ts.isArrayLiteralExpression(list) &&
    ts.isPropertyAssignment(list.parent) &&
    textOfName(list.parent.name) === 'plugins'
  );
}

const isTurnedOff = (value: ScriptNode): boolean =>
  ts.isStringLiteralLike(value) && /^(?:false|off|)$/.test(value.text);

/** Whether an option is of a server: handed to one, or among options that only servers have. */
function isServerOption(property: ScriptNode, option: string): boolean {
  const object = property.parent;
  if (!ts.isObjectLiteralExpression(object)) return false;
  if (
    hasKey(
      object,
      /^(?:typeDefs|resolvers|schema|autoSchemaFile|typePaths|driver|rootValue|context|plugins|gateway|graphqlEndpoint|customFormatErrorFn|playground|validationRules|csrfPrevention)$/,
    ) &&
    !hasKey(object, /^(?:documents|generates)$/) &&
    option === 'introspection'
  )
    return true;
  for (let node: ScriptNode = object; node.parent && !ts.isStatement(node); node = node.parent) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (
        serverOf(node) ||
        /^(?:forRoot(?:Async)?|graphqlHTTP|register|GraphQLServer|ApolloServer\w{0,20}|createYoga|start|applyMiddleware)$/.test(
          lastName(node.expression) ?? '',
        )
      )
        return true;
      return false;
    }
    if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
      const type = node.type?.getText() ?? '';
      return (
        /Apollo|Gql|GraphQL|Yoga|Mercurius/.test(type) ||
        (/apollo|graphql|yoga|mercurius|gql/i.test(textOfName(node.name) ?? '') && hasKey(object, /./))
      );
    }
  }
  return hasKey(object, /^(?:typeDefs|resolvers|schema|autoSchemaFile|rootValue)$/);
}
