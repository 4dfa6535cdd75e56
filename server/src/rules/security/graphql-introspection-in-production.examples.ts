import type { Example, RuleExamples } from '../example.ts';

const file = 'src/graphql.ts';
const title = 'Switch on outside production only';
const limit = 'validationRules: [depthLimit(8)]';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'Apollo',
      file,
      code: `const server = new ApolloServer({ typeDefs, resolvers, ⟦introspection: true⟧, ${limit} });\n`,
    },
    {
      name: 'a playground',
      file,
      code: `const server = new ApolloServer({ typeDefs, resolvers, ⟦playground: true⟧, ${limit} });\n`,
    },
    {
      name: 'GraphiQL',
      file,
      code: `app.use('/graphql', graphqlHTTP({ schema, ⟦graphiql: true⟧, ${limit} }));\n`,
    },
    {
      name: 'a constant that is always true',
      file,
      code: `const introspection = true;\nconst server = new ApolloServer({ typeDefs, resolvers, ⟦introspection: introspection⟧, ${limit} });\n`,
    },
    {
      name: 'Nest',
      file: 'src/app.module.ts',
      code: `@Module({ imports: [GraphQLModule.forRoot({ driver: ApolloDriver, ⟦introspection: true⟧, ⟦playground: true⟧, ${limit} })] })\nexport class AppModule {}\n`,
    },
    {
      name: 'a condition the wrong way round',
      file,
      code: `const server = new ApolloServer({ typeDefs, ⟦introspection: process.env.NODE_ENV === 'production'⟧, ${limit} });\n`,
    },
  ],
  ok: [
    silent(
      'outside production only',
      `const server = new ApolloServer({ typeDefs, introspection: process.env.NODE_ENV !== 'production', ${limit} });\n`,
    ),
    silent(
      'switched off',
      `const server = new ApolloServer({ typeDefs, introspection: false, ${limit} });\n`,
    ),
    silent(
      'a flag of development',
      `const server = new ApolloServer({ typeDefs, introspection: isDev, playground: isDev, ${limit} });\n`,
    ),
    silent(
      'a setting',
      `const server = new ApolloServer({ typeDefs, introspection: config.graphql.introspection, ${limit} });\n`,
    ),
    silent(
      'a generator of types',
      "const graphqlConfig = generate({ schema: 'schema.graphql', documents: [], generates: {}, introspection: true });\n",
      'codegen.config.ts',
    ),
    silent(
      'another kind of playground',
      '// graphql\nexport const routes = { playground: true, home: true };\n',
    ),
    silent(
      'a test',
      'const server = new ApolloServer({ typeDefs, introspection: true });\n',
      'test/server.test.ts',
    ),
  ],
  fixed: [
    {
      name: 'introspection',
      file,
      title,
      code: `const server = new ApolloServer({ typeDefs, introspection: true, ${limit} });\n`,
      after: {
        [file]: `const server = new ApolloServer({ typeDefs, introspection: process.env.NODE_ENV !== 'production', ${limit} });\n`,
      },
    },
  ],
};
