import type { RuleExamples } from '../example.ts';

const file = 'src/auth.ts';
const imports = "import jwt from 'jsonwebtoken';\n\n";
const title = 'Accept one algorithm only';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a list in a variable of the same name',
      file: 'auth.js',
      code: "const algorithms = ['HS256', 'none'];\n\nexports.read = (token) => jwt.verify(token, key, { ⟦algorithms⟧ });\n",
    },
    {
      name: 'a version of jsonwebtoken that goes by the token',
      file: 'src/auth.ts',
      project: { 'package.json': '{ "dependencies": { "jsonwebtoken": "^8.5.1" } }' },
      code: "import jwt from 'jsonwebtoken';\n\nexport const read = (token: string) => ⟦jwt.verify(token, process.env.JWT_SECRET as string)⟧;\n",
    },
    {
      name: 'no options',
      file,
      code: `${imports}export const readToken = (token: string) => ⟦jwt.verify(token, process.env.JWT_SECRET)⟧;\n`,
    },
    {
      name: 'without imports, with a callback',
      file: 'middleware.js',
      code: '⟦jwt.verify(token, secret, (err, decoded) => {\n  if (err) return done(err);\n  done(null, decoded);\n})⟧;\n',
    },
    {
      name: 'options that say other things',
      file,
      code: `${imports}const options = { issuer: 'shop' };\nexport const readToken = (token: string) => ⟦jwt.verify(token, publicKey, options)⟧;\n`,
    },
    {
      name: 'an imported function, promisified',
      file: 'auth.js',
      code: "const { promisify } = require('util');\nconst { verify } = require('jsonwebtoken');\nconst check = promisify(verify);\nexports.read = async (token) => ⟦check(token, process.env.JWT_SECRET)⟧;\n",
    },
    {
      name: 'no signature at all (P0)',
      file,
      code: `${imports}export const readToken = (token: string) => jwt.verify(token, secret, { ⟦algorithms: ['HS256', 'none']⟧ });\n`,
    },
    {
      name: 'signing with nothing (P0)',
      file,
      code: `${imports}export const makeToken = (id: string) => jwt.sign({ id }, '', { ⟦algorithm: 'none'⟧, expiresIn: '1h' });\n`,
    },
    {
      name: 'no key (P0)',
      file: 'auth.js',
      code: 'exports.read = (token) => ⟦jwt.verify(token, null)⟧;\n',
    },
    {
      name: 'Express middleware',
      file: 'app.js',
      code: "const { expressjwt } = require('express-jwt');\n\nmodule.exports = expressjwt(⟦{ secret: process.env.JWT_SECRET }⟧);\n",
    },
    {
      name: 'Passport',
      file: 'passport.js',
      code: 'passport.use(\n  new JwtStrategy(⟦{ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: secret }⟧, onToken),\n);\n',
    },
    {
      name: 'Nest with Passport',
      file: 'src/jwt.strategy.ts',
      code: "export class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor(config: ConfigService) {\n    super(⟦{\n      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),\n      secretOrKey: config.getOrThrow('JWT_SECRET'),\n    }⟧);\n  }\n}\n",
    },
  ],
  ok: [
    {
      name: 'a list of other things',
      file: 'src/zip.js',
      code: `const accepted = { algorithms: ['none', 'gzip'] };\n`,
    },
    {
      name: 'a version of jsonwebtoken that goes by the kind of the key',
      file: 'src/auth.ts',
      project: { 'package.json': '{ "dependencies": { "jsonwebtoken": "^9.0.2" } }' },
      code: "import jwt from 'jsonwebtoken';\n\nexport const read = (token: string) => jwt.verify(token, process.env.JWT_SECRET as string);\n",
    },
    {
      name: 'only when a token of its own ends',
      file,
      code: `${imports}class Stats {\n  renew() {\n    this.token = jwt.sign(payload, this.config.adminToken, { expiresIn: '3h' });\n  }\n  isExpired(token) {\n    const decoded = jwt.verify(token, this.config.adminToken);\n    return decoded.exp < Date.now() / 1000;\n  }\n}\n`,
    },
    {
      name: 'a list',
      file,
      code: `${imports}export const readToken = (token: string) => jwt.verify(token, secret, { algorithms: ['RS256'] });\n`,
    },
    {
      name: 'a list in a variable, and one that is not seen',
      file,
      code: `${imports}import { verifyOptions } from './options';\nconst algorithms = ['HS256'];\nexport const a = (token: string) => jwt.verify(token, secret, { algorithms });\nexport const b = (token: string) => jwt.verify(token, secret, verifyOptions);\nexport const c = (token: string, options: object) => jwt.verify(token, secret, { ...options });\n`,
    },
    {
      name: 'jose, which goes by the kind of the key',
      file,
      code: "import { jwtVerify } from 'jose';\n\nexport const readToken = (token: string) => jwtVerify(token, key);\n",
    },
    {
      name: 'other things that are verified',
      file,
      code: "import argon2 from 'argon2';\nimport crypto from 'node:crypto';\n\nexport const a = await argon2.verify(hash, given);\nexport const b = crypto.verify('sha256', data, key, signature);\nexport const c = totp.verify(code, secret);\n",
    },
    {
      name: 'a module of one’s own, and Nest’s service',
      file,
      code: "import * as jwt from './jwt';\n\nexport const a = (token: string) => jwt.verify(token, secret);\nexport class Tokens {\n  read(token: string) {\n    return this.jwt.verify(token);\n  }\n}\n",
    },
    {
      name: 'an algorithm of something else',
      file,
      code: "export const image = { algorithm: 'none', quality: 80 };\nexport const cache = { alg: 'none' };\n",
    },
    {
      name: 'refusing none',
      file,
      code: `${imports}if (header.alg === 'none') throw new Error('Tokens need a signature.');\n`,
    },
    {
      name: 'Passport with a list',
      file: 'passport.js',
      code: "passport.use(new JwtStrategy({ jwtFromRequest, secretOrKey: secret, algorithms: ['HS256'] }, onToken));\n",
    },
  ],
  fixed: [
    {
      name: 'the algorithm of shared secrets',
      file,
      title,
      code: `${imports}export const readToken = (token: string) => jwt.verify(token, process.env.JWT_SECRET);\n`,
      after: {
        [file]: `${imports}export const readToken = (token: string) => jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });\n`,
      },
    },
    {
      name: 'before a callback, with a public key',
      file,
      title,
      code: `${imports}jwt.verify(token, publicKey, (err, claims) => done(err, claims));\n`,
      after: {
        [file]: `${imports}jwt.verify(token, publicKey, { algorithms: ['RS256'] }, (err, claims) => done(err, claims));\n`,
      },
    },
    {
      name: 'among the options that there are',
      file: 'app.js',
      title,
      code: "const { expressjwt } = require('express-jwt');\n\nmodule.exports = expressjwt({\n  secret: process.env.JWT_SECRET,\n});\n",
      after: {
        'app.js':
          "const { expressjwt } = require('express-jwt');\n\nmodule.exports = expressjwt({\n  secret: process.env.JWT_SECRET,\n  algorithms: ['HS256'],\n});\n",
      },
    },
  ],
};
