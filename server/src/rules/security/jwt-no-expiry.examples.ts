import type { RuleExamples } from '../example.ts';

const file = 'src/tokens.ts';
const imports = "import jwt from 'jsonwebtoken';\n\n";
const jose = "import { SignJWT } from 'jose';\n\n";
const title = 'Let the token expire after an hour';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'an expiry that is none',
      file: 'src/tokens.js',
      code: `const jwt = require('jsonwebtoken');\n\nexports.tokenFor = (user) => jwt.sign({ id: user.id }, secret, { ⟦expiresIn: undefined⟧ });\n`,
    },
    {
      name: 'jose, in several statements',
      file: 'src/tokens.js',
      code: `import { SignJWT } from 'jose';\n\nexport async function tokenFor(user) {\n  const token = new SignJWT({ sub: user.id });\n  token.setProtectedHeader({ alg: 'HS256' });\n  return ⟦token.sign(key)⟧;\n}\n`,
    },
    {
      name: 'no options',
      file,
      code: `${imports}export const tokenFor = (user: User) => ⟦jwt.sign({ id: user.id }, process.env.JWT_SECRET)⟧;\n`,
    },
    {
      name: 'options that say other things, without imports',
      file: 'auth.js',
      code: "const token = ⟦jwt.sign({ sub: user.id }, secret, { algorithm: 'HS256', issuer: 'shop' })⟧;\n",
    },
    {
      name: 'a payload that the function is given',
      file: 'auth.js',
      code: "const { sign } = require('jsonwebtoken');\nexports.makeToken = (payload) => ⟦sign(payload, process.env.JWT_SECRET)⟧;\n",
    },
    {
      name: 'a callback in the place of options',
      file: 'auth.js',
      code: 'const payload = { user: { id: user.id } };\n⟦jwt.sign(payload, secret, (err, token) => done(err, token))⟧;\n',
    },
    {
      name: 'a hundred years',
      file,
      code: `${imports}export const tokenFor = (id: string) => jwt.sign({ id }, secret, { ⟦expiresIn: '100y'⟧ });\n`,
    },
    {
      name: 'jose',
      file,
      code: `${jose}export const tokenFor = (id: string) =>\n  ⟦new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(key)⟧;\n`,
    },
    {
      name: 'Nest',
      file: 'src/auth.module.ts',
      code: '@Module({ imports: [⟦JwtModule.register({ secret: process.env.JWT_SECRET })⟧] })\nexport class AuthModule {}\n',
    },
    {
      name: 'Nest, asynchronously',
      file: 'src/auth.module.ts',
      code: "@Module({\n  imports: [\n    ⟦JwtModule.registerAsync({\n      inject: [ConfigService],\n      useFactory: (config: ConfigService) => ({ secret: config.getOrThrow('JWT_SECRET'), signOptions: { issuer: 'shop' } }),\n    })⟧,\n  ],\n})\nexport class AuthModule {}\n",
    },
    {
      name: 'Fastify',
      file: 'app.js',
      code: "app.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET });\nconst tokenFor = (user) => ⟦app.jwt.sign({ id: user.id })⟧;\n",
    },
    {
      name: 'a check that ignores the end',
      file,
      code: `${imports}export const readToken = (token: string) => jwt.verify(token, secret, { algorithms: ['HS256'], ⟦ignoreExpiration: true⟧ });\n`,
    },
  ],
  ok: [
    {
      name: 'an end under a name from elsewhere',
      file,
      code: `${imports}export const tokenFor = (user: User) => jwt.sign({ [claims.SUBJECT]: user.id, [claims.EXPIRATION_TIME]: soon() }, key, { header });\n`,
    },
    {
      name: 'jose, in several statements, with an end',
      file: 'src/tokens.js',
      code: `import { SignJWT } from 'jose';\n\nexport async function tokenFor(user) {\n  const token = new SignJWT({ sub: user.id });\n  token.setProtectedHeader({ alg: 'HS256' });\n  token.setExpirationTime('2h');\n  return token.sign(key);\n}\n`,
    },
    {
      name: 'an end in the options',
      file,
      code: `${imports}const expiresIn = '15m';\nexport const a = jwt.sign({ id }, secret, { expiresIn: '1h' });\nexport const b = jwt.sign({ id }, secret, { expiresIn });\n`,
    },
    {
      name: 'an end in the payload',
      file,
      code: `${imports}const payload = { id, exp: Math.floor(Date.now() / 1000) + 3600 };\nexport const token = jwt.sign(payload, secret);\n`,
    },
    {
      name: 'an end that is written to the payload later',
      file: 'auth.js',
      code: 'const claims = { id };\nclaims.exp = now() + 600;\nconst token = jwt.sign(claims, secret);\n',
    },
    {
      name: 'options from elsewhere',
      file,
      code: `${imports}import { signOptions } from './options';\nexport const a = (payload: object) => jwt.sign(payload, secret, signOptions);\nexport const b = (payload: object, options: object) => jwt.sign(payload, secret, { issuer: 'shop', ...options });\n`,
    },
    {
      name: 'jose with an end',
      file,
      code: `${jose}export const token = await new SignJWT({ id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key);\n`,
    },
    {
      name: 'other things that are signed',
      file,
      code: "import crypto from 'node:crypto';\n\nexport const a = crypto.sign('sha256', data, key);\nexport const b = await wallet.sign(transaction);\nexport const c = cookie.sign(value, secret);\n",
    },
    {
      name: 'Nest: the options of the module hold for its service',
      file: 'src/auth.module.ts',
      code: "export const imports = [\n  JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '1h' } }),\n  JwtModule.register({}),\n];\nexport class Tokens {\n  make(id: string) {\n    return this.jwtService.sign({ id });\n  }\n}\n",
    },
    {
      name: 'renewing a token that has expired',
      file,
      code: `${imports}export function refreshSession(token: string) {\n  return jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true });\n}\n`,
    },
    {
      name: 'a check that looks at the end',
      file: 'src/jwt.strategy.ts',
      code: "export class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest, ignoreExpiration: false, secretOrKey: process.env.JWT_SECRET, algorithms: ['HS256'] });\n  }\n}\n",
    },
    {
      name: 'the link in a mail to leave its list',
      file,
      code: `${imports}export const unsubscribeToken = (email: string) => jwt.sign({ email }, secret);\n`,
    },
  ],
  fixed: [
    {
      name: 'options, where there were none',
      file,
      title,
      code: `${imports}export const tokenFor = (user: User) => jwt.sign({ id: user.id }, process.env.JWT_SECRET);\n`,
      after: {
        [file]: `${imports}export const tokenFor = (user: User) => jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });\n`,
      },
    },
    {
      name: 'among the options that there are',
      file,
      title,
      code: `${imports}export const tokenFor = (id: string) =>\n  jwt.sign({ id }, secret, {\n    algorithm: 'HS256',\n  });\n`,
      after: {
        [file]: `${imports}export const tokenFor = (id: string) =>\n  jwt.sign({ id }, secret, {\n    algorithm: 'HS256',\n    expiresIn: '1h',\n  });\n`,
      },
    },
    {
      name: 'jose',
      file,
      title,
      code: `${jose}export const token = await new SignJWT({ id })\n  .setProtectedHeader({ alg: 'HS256' })\n  .sign(key);\n`,
      after: {
        [file]: `${jose}export const token = await new SignJWT({ id })\n  .setProtectedHeader({ alg: 'HS256' })\n  .setExpirationTime('1h')\n  .sign(key);\n`,
      },
    },
    {
      name: 'Nest',
      file: 'src/auth.module.ts',
      title,
      code: 'export const imports = [JwtModule.register({ secret: process.env.JWT_SECRET })];\n',
      after: {
        'src/auth.module.ts':
          "export const imports = [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { expiresIn: '1h' } })];\n",
      },
    },
  ],
};
