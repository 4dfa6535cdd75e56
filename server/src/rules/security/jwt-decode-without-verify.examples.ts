import type { RuleExamples } from '../example.ts';

const file = 'src/auth.ts';
const imports = "import jwt from 'jsonwebtoken';\n\n";
const title = 'Verify the token with the secret of this file';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a token that a helper takes from the request',
      file: 'src/auth.js',
      code: `const jwt = require('jsonwebtoken');\n\nmodule.exports = (req, res, next) => {\n  const decoded = ⟦jwt.decode(getToken(req), { complete: true })⟧;\n  req.userId = decoded.payload.sub;\n  next();\n};\n`,
    },
    {
      name: 'a helper that takes it apart',
      file: 'src/admin.js',
      code: "function parseJwt(token) {\n  return JSON.parse(atob(token.split('.')[1]));\n}\n\napp.get('/admin', (req, res) => {\n  const user = ⟦parseJwt(req.cookies.jwt)⟧;\n  if (!user.isAdmin) return res.sendStatus(403);\n  res.json(report());\n});\n",
    },
    {
      name: 'a middleware',
      file: 'src/auth.js',
      code: "function requireUser(req, res, next) {\n  const token = req.headers.authorization?.split(' ')[1];\n  req.user = ⟦jwt.decode(token)⟧;\n  next();\n}\n",
    },
    {
      name: 'a role that decides',
      file,
      code: `${imports}export function isAdmin(token: string): boolean {\n  const claims = ⟦jwt.decode(token)⟧ as Claims;\n  return claims.role === 'admin';\n}\n`,
    },
    {
      name: 'the library for browsers, on a server',
      file,
      code: "import { jwtDecode } from 'jwt-decode';\n\nexport async function currentUser(req: Request) {\n  const { sub } = ⟦jwtDecode<Claims>(req.headers.get('authorization') ?? '')⟧;\n  return users.byId(sub);\n}\n",
    },
    {
      name: 'by hand',
      file: 'src/auth.js',
      code: "exports.userOf = (req) => {\n  const token = req.cookies.session;\n  const payload = ⟦JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())⟧;\n  return payload.userId;\n};\n",
    },
    {
      name: 'by hand, step by step',
      file: 'src/auth.js',
      code: "function getUser(req) {\n  const [, payload] = req.headers.authorization.split('.');\n  const json = atob(payload.replace(/-/g, '+'));\n  return ⟦JSON.parse(json)⟧;\n}\n",
    },
    {
      name: 'jose',
      file,
      code: "import { decodeJwt } from 'jose';\n\nexport async function authenticate(request: Request) {\n  const claims = ⟦decodeJwt(request.headers.get('authorization')!.slice(7))⟧;\n  return { id: claims.sub };\n}\n",
    },
    {
      name: 'Nest’s service in a guard',
      file: 'src/auth.guard.ts',
      code: 'export class AuthGuard {\n  canActivate(context: ExecutionContext) {\n    const request = context.switchToHttp().getRequest();\n    request.user = ⟦this.jwtService.decode(request.headers.authorization)⟧;\n    return true;\n  }\n}\n',
    },
    {
      name: 'an error that nobody looks at',
      file: 'src/auth.js',
      code: "function auth(req, res, next) {\n  ⟦jwt.verify(token(req), secret, { algorithms: ['HS256'] }, ⟧(err, decoded) => {\n    req.user = decoded;\n    next();\n  });\n}\n",
    },
  ],
  ok: [
    {
      name: 'a helper that takes a verified one apart',
      file: 'src/admin.js',
      code: "function parseJwt(token) {\n  return JSON.parse(atob(token.split('.')[1]));\n}\n\napp.get('/admin', requireAuth, (req, res) => {\n  const user = parseJwt(req.cookies.jwt);\n  res.json(user.isAdmin ? report() : []);\n});\n",
    },
    {
      name: 'a browser shows who is signed in',
      file: 'src/Profile.tsx',
      code: "import { jwtDecode } from 'jwt-decode';\n\nexport const Profile = ({ token }: Props) => <b>{jwtDecode<Claims>(token).name}</b>;\n",
    },
    {
      name: 'the key is looked up by the header, then verified',
      file,
      code: `${imports}export async function readToken(token: string) {\n  const decoded = jwt.decode(token, { complete: true });\n  const key = await keys.get(decoded?.header.kid);\n  return jwt.verify(token, key, { algorithms: ['RS256'] });\n}\n`,
    },
    {
      name: 'when a token ends',
      file,
      code: `${imports}export function isExpired(token: string): boolean {\n  const { exp } = jwt.decode(token) as { exp: number };\n  return exp < Date.now() / 1000;\n}\n`,
    },
    {
      name: 'what a provider’s token endpoint answered',
      file,
      code: "import { decodeJwt } from 'jose';\n\nexport async function signIn(code: string) {\n  const tokens = await provider.exchange(code);\n  return decodeJwt(tokens.id_token).sub;\n}\n",
    },
    {
      name: 'a token that was just made',
      file,
      code: `${imports}export function issue(user: User) {\n  const token = jwt.sign({ id: user.id }, secret, { expiresIn: '1h' });\n  const { exp, id } = jwt.decode(token) as Claims;\n  return { token, exp, id };\n}\n`,
    },
    {
      name: 'decoding other things',
      file,
      code: "export const text = decoder.decode(bytes);\nexport const version = JSON.parse(atob(cursor.split('.')[0]));\nexport const parts = '1.2.3'.split('.')[1];\n",
    },
    {
      name: 'a callback that refuses',
      file: 'src/auth.js',
      code: "function auth(req, res, next) {\n  jwt.verify(token(req), secret, { algorithms: ['HS256'] }, (err, decoded) => {\n    if (err) return next(err);\n    req.user = decoded;\n    next();\n  });\n}\n",
    },
    {
      name: 'jwt-simple, which verifies when it decodes',
      file: 'src/auth.js',
      code: "const jwt = require('jwt-simple');\n\nexports.readUser = (token) => jwt.decode(token, process.env.JWT_SECRET, false, 'HS256');\n",
    },
  ],
  fixed: [
    {
      name: 'the secret that the file signs with',
      file,
      title,
      code: `${imports}export const issue = (id: string) => jwt.sign({ id }, JWT_SECRET, { expiresIn: '1h' });\nexport const currentUser = (token: string) => jwt.decode(token);\n`,
      after: {
        [file]: `${imports}export const issue = (id: string) => jwt.sign({ id }, JWT_SECRET, { expiresIn: '1h' });\nexport const currentUser = (token: string) => jwt.verify(token, JWT_SECRET, { algorithms: ['HS256'] });\n`,
      },
    },
  ],
};
