import type { RuleExamples } from '../example.ts';

// Put together from pieces, so that no token-shaped literal stands in this file.
const random = ['a81f5e0c', '9d3b47e2', '6c1fa8d0', '5b9e37c4'].join('');
const title = 'Require the variable';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a word that signs tokens',
      file: 'src/auth.ts',
      code: "const secret = process.env.JWT_SECRET || ⟦'default-secret-key'⟧;\n",
    },
    {
      name: 'a placeholder, which signs as well as any',
      file: 'src/session.js',
      code: "app.use(session({ secret: process.env.SESSION_SECRET ?? ⟦'change-me'⟧ }));\n",
    },
    {
      name: "an administrator's password",
      file: 'src/admin.ts',
      code: "export const password = process.env['ADMIN_PASSWORD'] || ⟦'admin123'⟧;\n",
    },
    {
      name: 'a secret that opens the own door',
      file: 'src/routes/admin.ts',
      code: "if (req.headers.authorization !== `Bearer ${process.env.ADMIN_SECRET || ⟦'default-admin-secret'⟧}`) return;\n",
    },
    {
      name: 'a default in a pattern',
      file: 'src/config.ts',
      code: "const { PORT = '3000', JWT_SECRET = ⟦'supersecret'⟧ } = process.env;\n",
    },
    {
      name: 'a setting with a default',
      file: 'src/jwt.module.ts',
      code: "export const secret = (config: ConfigService) => config.get<string>('JWT_SECRET', ⟦'secretKey'⟧);\n",
    },
    {
      name: 'a helper with a default',
      file: 'src/settings.ts',
      code: "export const key = env('ENCRYPTION_KEY', ⟦'this is my encryption key'⟧);\n",
    },
    {
      name: 'a setting and then a text',
      file: 'src/jwt.strategy.ts',
      code: "super({ secretOrKey: configService.get('JWT_SECRET') || ⟦'secret'⟧ });\n",
    },
    {
      name: 'another runtime',
      file: 'src/deno.ts',
      code: "const secret = Deno.env.get('COOKIE_SECRET') ?? ⟦'insecure-cookie-secret'⟧;\n",
    },
    {
      name: 'a condition',
      file: 'src/condition.ts',
      code: "const secret = process.env.JWT_SECRET ? process.env.JWT_SECRET : ⟦'dev-secret'⟧;\n",
    },
    {
      name: 'several variables and then a text',
      file: 'src/several.ts',
      code: "const secret = process.env.NEXTAUTH_SECRET || process.env.AUTH_SECRET || ⟦'fallback-secret-for-build'⟧;\n",
    },
    {
      name: "a database's password that everyone tries first",
      file: 'src/db.ts',
      code: "export const pool = new Pool({ password: process.env.DB_PASSWORD || ⟦'postgres'⟧ });\n",
    },
    {
      name: "a random key of somebody else's service",
      file: 'src/weather.ts',
      code: `const key = process.env.WEATHER_API_KEY || ⟦'${random}'⟧;\n`,
    },
    {
      name: 'the environment under another name',
      file: 'src/named.ts',
      code: "const env = process.env;\nexport const secret = env.JWT_SECRET || ⟦'your-secret-key'⟧;\n",
    },
    {
      name: 'given to what holds it where it is missing',
      file: 'src/auth.ts',
      code: "let secret = process.env.AUTH_SECRET;\nif (!secret) {\n  secret = ⟦'fallback-secret'⟧;\n}\nexport const key = secret;\n",
    },
    {
      name: 'given to the environment itself',
      file: 'src/auth.ts',
      code: "if (!process.env.JWT_SECRET) {\n  process.env.JWT_SECRET = ⟦'default-jwt-secret'⟧;\n}\n",
    },
    {
      name: 'a default in a schema of the environment',
      file: 'src/env.ts',
      code: "export const schema = z.object({\n  JWT_SECRET: z.string().default(⟦'super-secret-jwt-key'⟧),\n  PORT: z.coerce.number().default(3000),\n});\n",
    },
    {
      name: 'a default of envalid',
      file: 'src/env.ts',
      code: "export const env = cleanEnv(process.env, { JWT_SECRET: str({ default: ⟦'change-this-secret'⟧ }) });\n",
    },
    {
      name: 'a constant named for what it is',
      file: 'src/auth.ts',
      code: "const DEFAULT_SECRET = ⟦'insecure-default'⟧;\nexport const secret = process.env.APP_SECRET || DEFAULT_SECRET;\n",
    },
    {
      name: 'a condition that asks for nothing',
      file: 'src/auth.ts',
      code: "const secret = process.env.JWT_SECRET != null ? process.env.JWT_SECRET : ⟦'my-jwt-secret'⟧;\n",
    },
  ],
  ok: [
    {
      name: 'what is shown of a key',
      file: 'src/status.ts',
      code: "const shown = process.env.STRIPE_SECRET_KEY?.substring(0, 7) || 'not set';\nconst state = process.env.JWT_SECRET ? 'configured' : 'missing';\n",
    },
    {
      name: 'nothing, said in words',
      file: 'src/llm.ts',
      code: "const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed';\nconst other = process.env.JWT_SECRET || 'not set';\nconst none = process.env.API_TOKEN || 'none';\nconst unset = process.env.JWT_SECRET || 'unset';\nconst empty = process.env.JWT_SECRET || '';\n",
    },
    {
      name: 'a fallback outside production only',
      file: 'src/session.ts',
      code: "const isProduction = process.env.NODE_ENV === 'production';\nconst secret = process.env.SESSION_SECRET || (isProduction ? undefined : 'dev-secret-do-not-use');\nif (!secret) throw new Error('SESSION_SECRET is not set.');\n",
    },
    {
      name: 'a branch for development',
      file: 'src/dev.ts',
      code: "export function secret() {\n  if (process.env.NODE_ENV === 'development') return process.env.JWT_SECRET || 'dev-secret';\n  return process.env.JWT_SECRET;\n}\n",
    },
    {
      name: 'a program that does not start with its fallback',
      file: 'src/checked.ts',
      code: "const secret = process.env.JWT_SECRET || 'dev-only-secret';\nif (process.env.NODE_ENV === 'production' && secret === 'dev-only-secret') {\n  throw new Error('Set JWT_SECRET.');\n}\n",
    },
    {
      name: 'a variable that is required before',
      file: 'src/required.ts',
      code: "if (!process.env.JWT_SECRET) {\n  console.error('JWT_SECRET is missing');\n  process.exit(1);\n}\nexport const secret = process.env.JWT_SECRET || 'never-used-secret';\n",
    },
    {
      name: 'what is no secret',
      file: 'src/settings.ts',
      code: "const port = process.env.PORT || '3000';\nconst name = process.env.SECRET_NAME || 'prod/db/password';\nconst issuer = process.env.JWT_ISSUER || 'shop';\nconst expires = process.env.JWT_SECRET_EXPIRES_IN || '7d';\nconst level = process.env.LOG_LEVEL ?? 'info';\n",
    },
    {
      name: 'an address on this machine',
      file: 'src/urls.ts',
      code: "const redis = process.env.REDIS_URL || 'redis://localhost:6379';\nconst db = process.env.DATABASE_URL || 'postgres://localhost:5432/shop';\n",
    },
    {
      name: "a made-up key of somebody else's service, which only says no",
      file: 'src/mail.ts',
      code: "const key = process.env.SENDGRID_API_KEY || 'your-api-key';\nconst id = process.env.GOOGLE_CLIENT_SECRET || 'dummy';\nconst token = process.env.SLACK_TOKEN || 'test';\nconst password = process.env.SMTP_PASSWORD || 'smtp-password';\n",
    },
    {
      name: 'names of headers, cookies and keys',
      file: 'src/names.ts',
      code: "const header = process.env.API_KEY_HEADER || 'x-api-key';\nconst cookie = process.env.SESSION_COOKIE_NAME || 'shop.sid';\nconst region = process.env.AWS_REGION || 'eu-west-1';\n",
    },
    {
      name: 'a test',
      file: 'src/auth.test.ts',
      code: "const secret = process.env.JWT_SECRET || 'test-secret';\n",
    },
    {
      name: 'a value that is no environment variable',
      file: 'src/options.ts',
      code: "export const create = (options: Options) => sign(options.secret || 'secret-of-options');\n",
    },
    {
      name: 'a map that has a get of its own',
      file: 'src/labels.ts',
      code: "const label = labels.get('password', 'Enter your password');\nconst text = t.get('JWT_SECRET', 'The secret that signs');\n",
    },
    {
      name: 'a random fallback',
      file: 'src/random.ts',
      code: "const secret = process.env.JWT_SECRET || randomBytes(32).toString('hex');\n",
    },
    {
      name: 'a public key',
      file: 'src/public.ts',
      code: "const key = process.env.STRIPE_PUBLISHABLE_KEY || 'publishable-key-of-the-shop';\n",
    },
    {
      name: 'defaults in a schema that open nothing',
      file: 'src/env.ts',
      code: "export const schema = z.object({\n  COOKIE_NAME: z.string().default('sid'),\n  JWT_EXPIRES_IN: z.string().default('1h'),\n  TOKEN_ISSUER: z.string().default('shop'),\n});\n",
    },
    {
      name: 'given behind a check for production',
      file: 'src/auth.ts',
      code: "let secret = process.env.JWT_SECRET;\nif (!secret) {\n  if (process.env.NODE_ENV === 'production') throw new Error('JWT_SECRET is missing');\n  secret = 'dev-only-secret';\n}\nexport const key = secret;\n",
    },
    {
      name: 'a default of envalid for development only',
      file: 'src/env.ts',
      code: "export const env = cleanEnv(process.env, { JWT_SECRET: str({ devDefault: 'dev-secret' }) });\n",
    },
    {
      name: 'a label in a schema',
      file: 'src/form.ts',
      code: "export const schema = Joi.object({ PASSWORD_LABEL: Joi.string().default('Password') });\n",
    },
  ],
  fixed: [
    {
      name: 'TypeScript gets a helper that throws',
      title,
      file: 'src/auth.ts',
      code: "import jwt from 'jsonwebtoken';\n\nconst secret = process.env.JWT_SECRET || ⟦'default-secret-key'⟧;\n",
      after: {
        'src/auth.ts': [
          "import jwt from 'jsonwebtoken';",
          "import { requireEnv } from './requireEnv';",
          '',
          "const secret = requireEnv('JWT_SECRET');",
          '',
        ].join('\n'),
        'src/requireEnv.ts': [
          '/** Reads an environment variable; throws when it is missing or empty. */',
          'export function requireEnv(name: string): string {',
          '  const value = process.env[name];',
          '  if (!value) throw new Error(`The environment variable ${name} is not set.`);',
          '  return value;',
          '}',
          '',
        ].join('\n'),
      },
    },
    {
      name: 'JavaScript too: reading process.env alone would let it start',
      title,
      file: 'src/session.js',
      code: "const session = require('express-session');\n\napp.use(session({ secret: process.env.SESSION_SECRET ?? ⟦'change-me'⟧ }));\n",
      after: {
        'src/session.js': [
          "const session = require('express-session');",
          "const { requireEnv } = require('./requireEnv');",
          '',
          "app.use(session({ secret: requireEnv('SESSION_SECRET') }));",
          '',
        ].join('\n'),
        'src/requireEnv.js': [
          '/** Reads an environment variable; throws when it is missing or empty. */',
          'exports.requireEnv = function requireEnv(name) {',
          '  const value = process.env[name];',
          '  if (!value) throw new Error(`The environment variable ${name} is not set.`);',
          '  return value;',
          '};',
          '',
        ].join('\n'),
      },
    },
    {
      name: 'a helper that is there and required already',
      title,
      file: 'src/admin.js',
      code: "const { requireEnv } = require('./requireEnv');\n\nexports.password = process.env.ADMIN_PASSWORD || ⟦'admin123'⟧;\n",
      project: { 'src/requireEnv.js': 'exports.requireEnv = (name) => process.env[name];\n' },
      after: {
        'src/admin.js':
          "const { requireEnv } = require('./requireEnv');\n\nexports.password = requireEnv('ADMIN_PASSWORD');\n",
      },
    },
    {
      name: "Nest's configuration can throw itself",
      title,
      file: 'src/jwt.module.ts',
      code: "import { ConfigService } from '@nestjs/config';\n\nexport const secret = (config: ConfigService) => config.get<string>('JWT_SECRET', ⟦'secretKey'⟧);\n",
      after: {
        'src/jwt.module.ts':
          "import { ConfigService } from '@nestjs/config';\n\nexport const secret = (config: ConfigService) => config.getOrThrow<string>('JWT_SECRET');\n",
      },
    },
  ],
};
