import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a serverless function',
      file: 'src/handler.js',
      code: "exports.handler = async () => ({ ⟦statusCode: 501⟧, body: 'Later' });\n",
    },
    {
      name: 'a text that is thrown',
      file: 'src/invoices.js',
      code: "function parseInvoice(xml) {\n  ⟦throw 'Not implemented';⟧\n}\n",
    },
    {
      name: 'a function that only throws',
      file: 'src/reports.ts',
      code: "export function exportReport(id: string) {\n  ⟦throw new Error('Not implemented');⟧\n}\n",
    },
    {
      name: 'a route that answers 501',
      file: 'src/refunds.js',
      code: "router.post('/refunds', requireAuth, (req, res) => {\n  ⟦res.status(501).json({ error: 'Not Implemented' })⟧;\n});\n",
    },
    {
      name: 'a route that puts people off',
      file: 'src/exports.ts',
      code: "router.get('/exports', (req, res) => {\n  ⟦res.json({ message: 'Coming soon' })⟧;\n});\n",
    },
    {
      name: 'one method of a service that works',
      file: 'src/payments.ts',
      code: "class StripePayments implements Payments {\n  async charge(order: Order) {\n    return this.client.charge(order);\n  }\n  async refund(order: Order) {\n    ⟦throw new Error('Method not implemented.');⟧\n  }\n}\n",
    },
    {
      name: 'an error made for it',
      file: 'src/search.ts',
      code: 'export const search = (query: string) => {\n  ⟦throw new NotImplementedException();⟧\n};\n',
    },
    {
      name: 'a promise that is rejected',
      file: 'src/mail.ts',
      code: "export const sendInvoice = (order: Order) => ⟦Promise.reject(new Error('Invoices are not yet implemented'))⟧;\n",
    },
    {
      name: 'an answer with a status',
      file: 'src/app/api/imports/route.ts',
      code: "export async function POST() {\n  return ⟦new Response('Later', { status: 501 })⟧;\n}\n",
    },
    {
      name: 'an error for a callback',
      file: 'src/files.js',
      code: "exports.copy = function (from, done) {\n  ⟦done(new Error('TODO: implement copying'))⟧;\n};\n",
    },
  ],
  ok: [
    {
      name: 'a list of codes',
      file: 'src/codes.ts',
      code: "export const codes = [{ statusCode: 501, text: 'Not Implemented' }];\n",
    },
    {
      name: 'the way back of a migration',
      file: 'migrations/003-locale.js',
      code: "module.exports = {\n  async up(knex) {\n    await addLocale(knex);\n  },\n  async down() {\n    throw new Error('not implemented');\n  },\n};\n",
    },
    {
      name: 'what each dialect has in its own way',
      file: 'src/dialects/dialect.js',
      code: "class Dialect {\n  useReturning() {\n    return false;\n  }\n  getTables() {\n    throw new Error('getTables not implemented for this dialect');\n  }\n}\nmodule.exports = Dialect;\n",
    },
    {
      name: 'a method that an API does not offer',
      file: 'modules/notification/index.js',
      code: "module.exports = {\n  restApiRoutes: (self) => ({\n    put(req, _id) {\n      throw self.apos.error('unimplemented');\n    },\n    async patch(req, _id) {\n      return self.dismiss(req, _id);\n    },\n  }),\n};\n",
    },
    {
      name: 'a method that subclasses write',
      file: 'src/a.ts',
      code: "abstract class Repository {\n  find(): Item[] {\n    throw new Error('Not implemented');\n  }\n}\nclass Shape {\n  area() {\n    throw new Error('must be implemented by subclass');\n  }\n  name() {\n    return 'shape';\n  }\n}\n",
    },
    {
      name: 'a class that others extend',
      file: 'src/b.ts',
      code: "class Shape {\n  area(): number {\n    throw new Error('Not implemented');\n  }\n  name() {\n    return 'shape';\n  }\n}\nclass Square extends Shape {\n  area() {\n    return this.side ** 2;\n  }\n}\n",
    },
    {
      name: 'a kind that is not known',
      file: 'src/c.ts',
      code: "function draw(kind: string) {\n  switch (kind) {\n    case 'circle':\n      return circle();\n    default:\n      throw new Error(`${kind} is not implemented`);\n  }\n}\n",
    },
    {
      name: 'an option that is not there',
      file: 'src/d.ts',
      code: "function copy(options: Options) {\n  if (options.deep) throw new Error('Deep copies are not implemented');\n  return flat(options);\n}\n",
    },
    {
      name: 'an error’s own class',
      file: 'src/e.ts',
      code: "export class NotImplementedError extends Error {\n  constructor() {\n    super('Not implemented');\n  }\n}\n",
    },
    {
      name: 'a context before its provider',
      file: 'src/f.tsx',
      code: "const Session = createContext({\n  login: () => {\n    throw new Error('Not implemented');\n  },\n});\n",
    },
    {
      name: 'an interface in the shape of a class',
      file: 'src/g.js',
      code: "class Driver {\n  open() {\n    throw new Error('Not implemented');\n  }\n  shut() {\n    throw new Error('Not implemented');\n  }\n}\n",
    },
    {
      name: 'a method of HTTP that a server does not know',
      file: 'src/h.ts',
      code: "http.createServer((req, res) => {\n  if (req.method !== 'GET') {\n    res.writeHead(501);\n    res.end();\n    return;\n  }\n  serve(req, res);\n});\n",
    },
    {
      name: 'what another server answered',
      file: 'src/i.ts',
      code: 'if (response.status === 501) giveUp(response);\n',
    },
    {
      name: 'a page that tells of what comes',
      file: 'src/Soon.tsx',
      code: 'export const Soon = () => <p>Coming soon</p>;\n',
    },
    {
      name: 'a test',
      file: 'src/a.test.ts',
      code: "const save = () => {\n  throw new Error('Not implemented');\n};\n",
    },
    {
      name: 'a platform that has no way',
      file: 'src/share.web.ts',
      code: "export function share() {\n  throw new Error('Not implemented');\n}\n",
    },
  ],
  fixed: [],
};
