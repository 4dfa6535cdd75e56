import type { Example, RuleExamples } from '../example.ts';

const file = 'src/auth.js';
const code = (name: string, ...lines: string[]): Example => ({ name, file, code: `${lines.join('\n')}\n` });

export const examples: RuleExamples = {
  bad: [
    code('a token that is checked', "const claims = jwt.verify(token, process.env.JWT_SECRET || ⟦''⟧);"),
    code('a token that is signed', 'const token = jwt.sign({ id }, process.env.JWT_SECRET ?? ⟦""⟧);'),
    code(
      'a constant that signs below',
      "const secret = process.env.JWT_SECRET || ⟦''⟧;",
      'export const sign = (id) => jwt.sign({ id }, secret);',
    ),
    code(
      'a field of a class',
      'class Tokens {',
      "  secret = process.env.TOKEN_SECRET || ⟦''⟧;",
      '  sign(data) {',
      "    return crypto.createHmac('sha256', this.secret).update(data).digest('hex');",
      '  }',
      '}',
    ),
    code('sessions', "app.use(session({ secret: process.env.SESSION_SECRET || ⟦''⟧, resave: false }));"),
    code(
      'a webhook',
      "const event = stripe.webhooks.constructEvent(body, signature, process.env.STRIPE_WEBHOOK_SECRET || ⟦''⟧);",
    ),
    code(
      'jose',
      "const key = new TextEncoder().encode(process.env.JWT_SECRET || ⟦''⟧);",
      'await jwtVerify(token, key);',
    ),
    code('a comparison', "if (req.headers['x-admin-token'] === (process.env.ADMIN_TOKEN || ⟦''⟧)) next();"),
    code(
      "a parameter's default",
      "const { JWT_SECRET = ⟦''⟧ } = process.env;",
      'jwt.verify(token, JWT_SECRET);',
    ),
    code(
      'settings of what signs elsewhere',
      "export const jwtConfig = { secret: process.env.JWT_SECRET || ⟦''⟧ };",
    ),
    code(
      'a constant that signs elsewhere',
      "export const ENCRYPTION_KEY = process.env.ENCRYPTION_KEY ?? ⟦''⟧;",
    ),
  ],
  ok: [
    code(
      'a client that says no by itself',
      "const ai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY || '' });",
    ),
    code('a header', "fetch(url, { headers: { 'x-api-key': process.env.API_KEY || '' } });"),
    code(
      'a variable that is no secret',
      "const issuer = process.env.JWT_ISSUER || '';",
      'jwt.verify(token, key, { issuer });',
    ),
    code(
      'a check before',
      "if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');",
      "jwt.verify(token, process.env.JWT_SECRET || '');",
    ),
    code('a question whether there is one', "if ((process.env.API_KEY || '') === '') warn();"),
    code('a text that is shown', "render({ token: process.env.SITE_TOKEN || '' });"),
    code('a password of a database', "const pool = new Pool({ password: process.env.DB_PASSWORD || '' });"),
    { name: 'a test', file: 'src/auth.test.js', code: "jwt.verify(token, process.env.JWT_SECRET || '');\n" },
  ],
  fixed: [
    {
      name: 'a token that is signed',
      title: 'Require the variable',
      file: 'src/auth.ts',
      code: "import jwt from 'jsonwebtoken';\n\nexport const sign = (id: string) => jwt.sign({ id }, process.env.JWT_SECRET || ⟦''⟧);\n",
      project: {
        'src/requireEnv.ts':
          'export function requireEnv(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(name);\n  return value;\n}\n',
      },
      after: {
        'src/auth.ts':
          "import jwt from 'jsonwebtoken';\nimport { requireEnv } from './requireEnv';\n\nexport const sign = (id: string) => jwt.sign({ id }, requireEnv('JWT_SECRET'));\n",
      },
    },
  ],
};
