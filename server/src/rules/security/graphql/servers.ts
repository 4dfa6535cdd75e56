import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isMadeHere } from '../../../analysis/madeHere.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A server of GraphQL where it is made. */
export interface GraphqlServer {
  readonly kind: 'apollo' | 'yoga' | 'mercurius' | 'express-graphql' | 'graphql-http' | 'nest';
  /** Its options, where they are written down. */
  readonly options: tsMorph.ts.ObjectLiteralExpression;
  /** What is underlined: what makes it. Offsets count from 0. */
  readonly start: number;
  readonly end: number;
}

type Call = tsMorph.ts.CallExpression | tsMorph.ts.NewExpression;

/** The server that a call makes; undefined where its options can't be read. */
export function serverOf(call: Call): GraphqlServer | undefined {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  const kind = kindOf(call, name);
  if (!kind || isMadeHere(callee)) return undefined;
  const options = optionsOf(
    kind === 'mercurius' && name === 'register' ? call.arguments?.[1] : call.arguments?.[0],
  );
  if (!options) return undefined;
  if (kind === 'graphql-http' && !hasKey(options, /^schema$/)) return undefined;
  if (
    kind === 'nest' &&
    !hasKey(
      options,
      /^(?:driver|autoSchemaFile|typePaths|typeDefs|schema|introspection|playground|graphiql|installSubscriptionHandlers|subscriptions|definitions|buildSchemaOptions|include|context|useFactory)$/,
    )
  )
    return undefined;
  return { kind, options, start: call.getStart(), end: call.expression.end };
}

function kindOf(call: Call, name: string): GraphqlServer['kind'] | undefined {
  if (name === 'ApolloServer' && ts.isNewExpression(call)) return 'apollo';
  // `GraphQLServer` is what graphql-yoga 1 called it.
  if (name === 'createYoga' || name === 'GraphQLServer') return 'yoga';
  if (/^(?:graphqlHTTP|graphqlHttp|express_graphql|expressGraphQL)$/.test(name)) return 'express-graphql';
  if (name === 'createHandler') return 'graphql-http';
  if (/^forRoot(?:Async)?$/.test(name) && /GraphQLModule/.test(call.expression.getText().slice(0, 40)))
    return 'nest';
  const [first] = call.arguments ?? [];
  const isMercurius =
    name === 'register' &&
    first !== undefined &&
    /^(?:mercurius|require\(['"]mercurius|import\(['"]mercurius)/i.test(first.getText().slice(0, 40));
  return isMercurius ? 'mercurius' : undefined;
}

/** An object literal, itself, in a constant, or what a factory gives. */
function optionsOf(node: ScriptNode | undefined, hops = 2): tsMorph.ts.ObjectLiteralExpression | undefined {
  if (!node || hops < 0) return undefined;
  const value = plain(node);
  if (ts.isObjectLiteralExpression(value)) {
    const factory = propertyOf(value, 'useFactory');
    return factory ? returned(factory) : value;
  }
  // `graphqlHTTP((req) => ({ … }))`
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return returned(value);
  if (!ts.isIdentifier(value)) return undefined;
  const held = heldBy(value);
  return held?.writes.length === 1 ? optionsOf(held.writes[0]?.value, hops - 1) : undefined;
}

function returned(node: ScriptNode): tsMorph.ts.ObjectLiteralExpression | undefined {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isMethodDeclaration(node))
    return undefined;
  const { body } = node;
  if (!body) return undefined;
  if (!ts.isBlock(body)) {
    const value = plain(body);
    return ts.isObjectLiteralExpression(value) ? value : undefined;
  }
  const last = body.statements.at(-1);
  const value = last && ts.isReturnStatement(last) && last.expression ? plain(last.expression) : undefined;
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

export const hasKey = (object: tsMorph.ts.ObjectLiteralExpression, key: RegExp): boolean =>
  object.properties.some((each) => each.name && key.test(textOfName(each.name) ?? ''));
