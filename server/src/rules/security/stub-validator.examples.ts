import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'replaced by another that says yes',
      file: 'src/access.js',
      code: 'let isAuthenticated = (user) => ⟦true⟧;\nif (settings.auth) isAuthenticated = (user) => true;\nmodule.exports = (user) => isAuthenticated(user);\n',
    },
    {
      name: 'the check of compatibility that a placeholder stands in for',
      file: 'src/lib/extensions/extensionUtils.ts',
      code: [
        'export function isExtensionCompatible(extension: Extension): boolean {',
        "  if (typeof console !== 'undefined') {",
        "    console.debug('Checking compatibility of', extension.name);",
        '  }',
        '  // PLACEHOLDER: the versions are to be compared here.',
        '  ⟦return true;⟧',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a risk that was accepted in a comment, and nowhere else',
      file: 'src/extensions.ts',
      code: [
        '/**',
        ' * PRODUCTION NOTE: currently returns true (no validation).',
        ' *',
        ' * @returns Always true (validation deferred)',
        ' */',
        'export function checkExtensionCompatibility(manifest: Manifest, apiVersion: string): boolean {',
        '  // To be implemented',
        '  ⟦return true;⟧',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a middleware that lets every request pass',
      file: 'src/middleware.js',
      code: "function requireAuth(req, res, next) {\n  logger.debug('checking');\n  ⟦next()⟧;\n}\n",
    },
    {
      name: 'a middleware that is made for a role',
      file: 'src/roles.js',
      code: 'exports.authorize = (role) => (req, res, next) => ⟦next()⟧;\n',
    },
    {
      name: 'a guard of a framework',
      file: 'src/auth.guard.ts',
      code: 'class AuthGuard implements CanActivate {\n  canActivate() {\n    ⟦return true;⟧\n  }\n}\n',
    },
    {
      name: 'a strategy that believes everybody',
      file: 'src/passport.js',
      code: 'passport.use(new LocalStrategy((username, password, done) => {\n  return ⟦done(null, { username })⟧;\n}));\n',
    },
    {
      name: 'a callback that is told yes',
      file: 'src/permissions.js',
      code: 'exports.checkPermission = (user, action, callback) => {\n  return ⟦callback(null, true)⟧;\n};\n',
    },
    {
      name: 'a check that is never reached',
      file: 'src/tokens.js',
      code: 'function validateToken(token) {\n  ⟦return true;⟧\n  const payload = jwt.verify(token, key);\n  return payload.exp > now();\n}\n',
    },
    {
      name: 'two ways that lead to the same',
      file: 'src/documents.js',
      code: 'function canEdit(user, paper) {\n  if (user.id === paper.owner) {\n    ⟦return true;⟧\n  } else {\n    return true;\n  }\n}\n',
    },
    {
      name: 'an answer that nobody waits for',
      file: 'src/admins.js',
      code: 'const isAdmin = (user) => ⟦roles.includes(user.role) || true⟧;\n',
    },
    {
      name: 'a signature that is computed and not compared',
      file: 'src/hooks.js',
      code: 'function verifySignature(body, signature) {\n  const expected = computeSignature(body);\n  ⟦return true;⟧\n}\n',
    },
    {
      name: 'a condition that a constant has switched off',
      file: 'src/gate.js',
      code: 'if (⟦isValid || true⟧) enter();\nif (⟦false && !user⟧) refuse();\n',
    },
    {
      name: 'a check that only logs',
      file: 'src/extensions/compatibility.ts',
      code: [
        'export function isPluginCompatible(plugin: Plugin): boolean {',
        "  if (typeof console !== 'undefined') {",
        "    console.debug('checking', plugin.id);",
        '  }',
        '  // Compare versions here.',
        '  ⟦return true;⟧',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a permission that everyone has',
      file: 'src/roles.ts',
      code: 'export const hasPermission = (user: User, action: string) => ⟦true⟧;\n',
    },
    {
      name: 'a signature that is never looked at',
      file: 'src/webhooks.js',
      code: "exports.verifySignature = async function (body, header) {\n  logger.info('verifying');\n  ⟦return true;⟧\n};\n",
    },
    {
      name: 'a promise that resolves to yes',
      file: 'src/licence.ts',
      code: 'function checkLicence(key: string) {\n  ⟦return Promise.resolve(true);⟧\n}\n',
    },
    {
      name: 'an object that says valid',
      file: 'src/forms.ts',
      code: 'export function validateOrder(order: Order) {\n  ⟦return { valid: true, errors: [] };⟧\n}\n',
    },
    {
      name: 'a method of a class of its own',
      file: 'src/access.ts',
      code: 'class AccessControl {\n  canRead(user: User, file: string) {\n    ⟦return true;⟧\n  }\n}\n',
    },
    {
      name: 'a check that pretends to take its time',
      file: 'src/tax.ts',
      code: [
        'export async function validateTaxNumber(number: string): Promise<boolean> {',
        '  await new Promise((resolve) => setTimeout(resolve, 500));',
        '  ⟦return true;⟧',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a guard among others whose comment says that it is to come',
      file: 'src/guards.ts',
      code: [
        'class TokenGuard implements Guard {',
        '  // TODO: verify the token',
        '  canActivate(context: Context): boolean {',
        '    ⟦return true;⟧',
        '  }',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a hook with a callback',
      file: 'src/useAccess.tsx',
      code: 'const canAccess = useCallback((page: string) => ⟦true⟧, []);\n',
    },
    {
      name: 'a member of a service',
      file: 'src/auth.ts',
      code: 'export const authService = {\n  verifyToken(token: string) {\n    ⟦return true;⟧\n  },\n};\n',
    },
  ],
  ok: [
    {
      name: 'the value before the settings are read',
      file: 'src/server.js',
      code: "let ensureAuthenticated = (req, res, next) => {\n  next();\n};\n\nif (config.authentication) {\n  ensureAuthenticated = (req, res, next) => {\n    if (req.isAuthenticated()) return next();\n    res.status(401).end();\n  };\n}\n\napp.get('/users', ensureAuthenticated, list);\n",
    },
    {
      name: 'replaced by a check of another file',
      file: 'src/access.js',
      code: "let isAuthenticated = (req) => true;\nif (settings.auth) isAuthenticated = require('./auth').isAuthenticated;\nmodule.exports = (req) => isAuthenticated(req);\n",
    },
    {
      name: 'what whoever goes on finds out for himself',
      file: 'src/paths.ts',
      code: 'export function isResolvable(path: string, aliases: Aliases): boolean {\n  return true;\n  return aliases.some((each) => exists(each, path));\n}\n',
    },
    {
      name: 'what a node says of itself, whoever asks',
      file: 'src/nodes.ts',
      code: 'export class IdentifierNode {\n  isExpression(_context?: Context) {\n    return true;\n  }\n}\n',
    },
    {
      name: 'two kinds that are it, and all others that are not',
      file: 'src/y.ts',
      code: "function isExternal(table: Table) {\n  if (table.kind === 'external') {\n    return true;\n  } else if (table.source) {\n    return true;\n  }\n  return false;\n}\n",
    },
    {
      name: 'a middleware that asks',
      file: 'src/r.js',
      code: 'function requireAuth(req, res, next) {\n  if (!req.user) return res.sendStatus(401);\n  next();\n}\n',
    },
    {
      name: 'a middleware that promises nothing',
      file: 'src/s.js',
      code: 'const noop = (req, res, next) => next();\nconst optionalAuth = (req, res, next) => next();\nconst stopWatch = (req, res, next) => next();\n',
    },
    {
      name: 'somebody for whom another service vouches',
      file: 'src/t.js',
      code: 'passport.use(new ShopStrategy(options, (accessToken, refreshToken, profile, done) => done(null, profile)));\npassport.deserializeUser((user, done) => done(null, user));\n',
    },
    {
      name: 'a check by a library that throws',
      file: 'src/u.js',
      code: "function verifyToken(token) {\n  const claims = jwt.verify(token, key, { algorithms: ['RS256'], maxAge: '1h' });\n  return true;\n}\n",
    },
    {
      name: 'a switch that lets nobody in',
      file: 'src/v.js',
      code: 'if (verbose || true) explain();\nconst isShown = wanted || true;\n',
    },
    {
      name: 'two ways that lead elsewhere',
      file: 'src/w.js',
      code: 'function canEdit(user, paper) {\n  if (user.id === paper.owner) return true;\n  return user.role === "editor";\n}\n',
    },
    {
      name: 'a question about the platform',
      file: 'src/x.js',
      code: 'function isSupported(type) {\n  return true;\n}\n',
    },
    {
      name: 'a check that checks',
      file: 'src/a.ts',
      code: 'function isAdult(user: User) {\n  if (user.age < 18) return false;\n  return true;\n}\n',
    },
    {
      name: 'an assertion that throws',
      file: 'src/b.ts',
      code: "function ensureName(name: string) {\n  if (!name) throw new Error('A name is missing.');\n  return true;\n}\n",
    },
    {
      name: 'a check that another one makes',
      file: 'src/c.ts',
      code: 'function validateUser(user: User) {\n  assertUser(user);\n  return true;\n}\n',
    },
    { name: 'a constant without parameters', file: 'src/d.ts', code: 'const isEnabled = () => true;\n' },
    {
      name: 'a hook to be overridden',
      file: 'src/e.ts',
      code: 'abstract class Rule {\n  canRun(file: string) {\n    return true;\n  }\n}\n',
    },
    {
      name: 'a default that a subclass overrides',
      file: 'src/f.ts',
      code: 'class Node {\n  isVisible(at: Date) {\n    return true;\n  }\n}\nclass Leaf extends Node {\n  isVisible(at: Date) {\n    return at > this.born;\n  }\n}\n',
    },
    {
      name: 'one of several strategies',
      file: 'src/g.ts',
      code: 'class OpenPolicy implements Policy {\n  isAllowed(user: User) {\n    return true;\n  }\n}\n',
    },
    {
      name: 'a type guard for the compiler',
      file: 'src/h.ts',
      code: 'function isString(value: string): value is Name {\n  return true;\n}\n',
    },
    {
      name: 'a predicate whose name says it',
      file: 'src/i.ts',
      code: 'const allowAll = (request: Request) => true;\nconst isAlwaysTrue = (x: number) => true;\n',
    },
    {
      name: 'a default option',
      file: 'src/j.ts',
      code: 'const defaultOptions = {\n  isSelectable: (row: Row) => true,\n};\n',
    },
    {
      name: 'a default for what is not given',
      file: 'src/k.ts',
      code: 'function tree(isOpen = (node: Node) => true) {}\nconst canDrop = options.canDrop ?? ((item: Item) => true);\n',
    },
    {
      name: 'an option of a library',
      file: 'src/l.ts',
      code: 'table({ isRowSelectable: (row) => true });\n',
    },
    {
      name: 'a parser that gives back what it read',
      file: 'src/m.ts',
      code: 'function validateInput(input: Input) {\n  return { valid: true, input };\n}\n',
    },
    {
      name: 'a test double',
      file: 'src/n.test.ts',
      code: 'const hasPermission = (user: User) => true;\n',
    },
    {
      name: 'a mock beside the code',
      file: 'src/auth.mock.ts',
      code: 'export const verifyToken = (token: string) => true;\n',
    },
    {
      name: 'a shortcut for development only',
      file: 'src/o.ts',
      code: "if (process.env.NODE_ENV !== 'production') {\n  exports.isTrusted = function (host) {\n    return true;\n  };\n}\n",
    },
    {
      name: 'a question that one platform answers',
      file: 'src/storage.native.ts',
      code: 'export function isAvailable(name: string) {\n  return true;\n}\n',
    },
    {
      name: 'a command that tells that it was handled',
      file: 'src/p.ts',
      code: 'function handleKey(event: KeyboardEvent) {\n  return true;\n}\n',
    },
    {
      name: 'an answer that says no',
      file: 'src/q.ts',
      code: 'function checkQuota(user: User) {\n  return { allowed: false, ok: true };\n}\n',
    },
  ],
  fixed: [
    {
      name: 'the placeholder of a check refuses',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/lib/extensions/extensionUtils.ts',
      code: "export function isExtensionCompatible(extension: Extension): boolean {\n  if (typeof console !== 'undefined') {\n    console.debug('Checking compatibility of', extension.name);\n  }\n  // PLACEHOLDER: the versions are to be compared here.\n  ⟦return true;⟧\n}\n",
      after: {
        'src/lib/extensions/extensionUtils.ts':
          "export function isExtensionCompatible(extension: Extension): boolean {\n  if (typeof console !== 'undefined') {\n    console.debug('Checking compatibility of', extension.name);\n  }\n  // PLACEHOLDER: the versions are to be compared here.\n  throw new Error('isExtensionCompatible has no check yet, so it refuses.');\n}\n",
      },
    },
    {
      name: 'a middleware hands on an error',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/middleware.js',
      code: 'function requireAuth(req, res, next) {\n  ⟦next()⟧;\n}\n',
      after: {
        'src/middleware.js':
          "function requireAuth(req, res, next) {\n  next(new Error('requireAuth has no check yet, so it refuses.'));\n}\n",
      },
    },
    {
      name: 'a check decides again',
      title: 'Let the check decide: take out the constant',
      file: 'src/gate.js',
      code: 'if (⟦isValid(order) || true⟧) enter(order);\n',
      after: { 'src/gate.js': 'if (isValid(order)) enter(order);\n' },
    },
    {
      name: 'logging stays, the answer goes',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/compatibility.ts',
      code: "export function isCompatible(plugin: Plugin): boolean {\n  console.debug('checking', plugin.id);\n  // PLACEHOLDER\n  ⟦return true;⟧\n}\n",
      after: {
        'src/compatibility.ts':
          "export function isCompatible(plugin: Plugin): boolean {\n  console.debug('checking', plugin.id);\n  // PLACEHOLDER\n  throw new Error('isCompatible has no check yet, so it refuses.');\n}\n",
      },
    },
    {
      name: 'an arrow function gets a body, and the type that its value gave',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/roles.ts',
      code: 'export const roles = "roles";\nexport const hasPermission = (user: User) => ⟦true⟧;\n',
      after: {
        'src/roles.ts':
          'export const roles = "roles";\nexport const hasPermission = (user: User): boolean => {\n  throw new Error("hasPermission has no check yet, so it refuses.");\n};\n',
      },
    },
    {
      name: 'a promise is rejected',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/licence.ts',
      code: 'class Licence {\n  checkKey(key: string) {\n    ⟦return Promise.resolve({ valid: true, plan: "pro" });⟧\n  }\n}\n',
      after: {
        'src/licence.ts':
          'class Licence {\n  checkKey(key: string): Promise<{ valid: boolean; plan: string }> {\n    return Promise.reject(new Error("checkKey has no check yet, so it refuses."));\n  }\n}\n',
      },
    },
    {
      name: 'plain JavaScript needs no type',
      title: 'Fail closed: throw until it is implemented',
      file: 'src/sign.js',
      code: 'const verifySignature = async body => ⟦({ ok: true })⟧;\n',
      after: {
        'src/sign.js':
          "const verifySignature = async body => {\n  throw new Error('verifySignature has no check yet, so it refuses.');\n};\n",
      },
    },
  ],
};
