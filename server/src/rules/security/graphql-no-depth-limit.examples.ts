import type { Example, RuleExamples } from '../example.ts';

const file = 'src/graphql.ts';
const title = 'Limit the depth of queries to 8';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'graphql-yoga 1',
      file: 'src/graphql.js',
      code: `const { GraphQLServer } = require('graphql-yoga');\n\n⟦new GraphQLServer⟧({ typeDefs, resolvers }).start();\n`,
    },
    {
      name: 'Apollo',
      file,
      code: "import { ApolloServer } from '@apollo/server';\n\nconst server = ⟦new ApolloServer⟧({ typeDefs, resolvers });\n",
    },
    {
      name: 'Yoga',
      file,
      code: "import { createYoga } from 'graphql-yoga';\n\nconst yoga = ⟦createYoga⟧({ schema });\n",
    },
    {
      name: 'Mercurius',
      file,
      code: "import mercurius from 'mercurius';\n\n⟦app.register⟧(mercurius, { schema, resolvers });\n",
    },
    { name: 'Express', file, code: "app.use('/graphql', ⟦graphqlHTTP⟧({ schema, rootValue }));\n" },
    {
      name: 'options in a constant',
      file,
      code: 'const options = { schema, plugins: [logging()] };\nconst server = ⟦new ApolloServer⟧(options);\n',
    },
    {
      name: 'Nest',
      file: 'src/app.module.ts',
      code: '@Module({ imports: [⟦GraphQLModule.forRoot⟧({ driver: ApolloDriver, autoSchemaFile: true })] })\nexport class AppModule {}\n',
    },
  ],
  ok: [
    {
      name: 'a class of its own',
      file: 'src/rockets.js',
      code: `class ApolloServer {}\n\nconst server = new ApolloServer({ missions: 11 });\n`,
    },
    silent(
      'a limit for depth',
      "import depthLimit from 'graphql-depth-limit';\n\nconst server = new ApolloServer({ typeDefs, resolvers, validationRules: [depthLimit(8)] });\n",
    ),
    silent(
      'a limit for complexity',
      'const server = new ApolloServer({ typeDefs, resolvers, plugins: [complexityPlugin(schema)] });\n',
    ),
    silent('Mercurius, with its own option', 'app.register(mercurius, { schema, queryDepth: 7 });\n'),
    silent(
      'rules from another file',
      'const server = new ApolloServer({ typeDefs, resolvers, validationRules });\n',
    ),
    silent(
      'armour',
      'const armor = new ApolloArmor();\nconst server = new ApolloServer({ typeDefs, resolvers, ...armor.protect() });\n',
    ),
    silent(
      'known queries only',
      'const yoga = createYoga({ schema, plugins: [usePersistedOperations({ getPersistedOperation })] });\n',
    ),
    silent('options that can not be read', 'const server = new ApolloServer(buildOptions());\n'),
    silent('a client', 'const client = new ApolloClient({ link, cache: new InMemoryCache() });\n'),
    silent('a test', 'const server = new ApolloServer({ typeDefs, resolvers });\n', 'test/server.test.ts'),
  ],
  fixed: [
    {
      name: 'Apollo',
      file,
      title,
      code: "import { ApolloServer } from '@apollo/server';\n\nconst server = new ApolloServer({\n  typeDefs,\n  resolvers,\n});\n",
      after: {
        [file]:
          "import { ApolloServer } from '@apollo/server';\nimport depthLimit from 'graphql-depth-limit';\n\nconst server = new ApolloServer({\n  validationRules: [depthLimit(8)],\n  typeDefs,\n  resolvers,\n});\n",
      },
    },
    {
      name: 'Mercurius',
      file,
      title,
      code: "import mercurius from 'mercurius';\n\napp.register(mercurius, { schema });\n",
      after: {
        [file]: "import mercurius from 'mercurius';\n\napp.register(mercurius, { queryDepth: 8, schema });\n",
      },
    },
  ],
};
