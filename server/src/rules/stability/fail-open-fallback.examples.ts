import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'money that was charged, whether it was or not',
      file: 'src/payments.js',
      code: "async function charge(card, amount) {\n  try {\n    const made = await stripe.charges.create({ amount, source: card });\n    return { success: true, id: made.id };\n  } catch (error) {\n    logger.error(error);\n    ⟦return { success: true, id: 'offline' };⟧\n  }\n}\n",
    },
    {
      name: 'nobody is a fraud while the check is down',
      file: 'src/fraud.ts',
      code: 'export async function isFraudulent(tx: Payment) {\n  try {\n    return (await api.score(tx)) > 0.8;\n  } catch {\n    ⟦return false;⟧\n  }\n}\n',
    },
    {
      name: 'the answer of the route, word for word',
      file: 'src/route.ts',
      code: "export async function load() {\n  try {\n    await db.ping();\n    return Response.json({ state: 'ok', database: 'connected' });\n  } catch {\n    ⟦return Response.json({ state: 'ok', database: 'connected' });⟧\n  }\n}\n",
    },
    {
      name: 'a check whose result is set by hand',
      file: 'src/captcha.js',
      code: 'exports.verifyCaptcha = async (token) => {\n  let ok = false;\n  try {\n    ok = await ask(token);\n  } catch (error) {\n    ⟦ok = true;⟧\n  }\n  return ok;\n};\n',
    },
    {
      name: 'a file that nobody looked into',
      file: 'src/scanner.ts',
      code: 'class VirusScanner {\n  async isClean(file: Buffer) {\n    try {\n      return !(await this.clam.scan(file)).infected;\n    } catch (error) {\n      this.log(error);\n      ⟦return true;⟧\n    }\n  }\n}\n',
    },
    {
      name: 'a permission that everyone has while the policy cannot be asked',
      file: 'src/access.ts',
      code: 'export async function isAuthorized(user: User) {\n  try {\n    return await policy.allows(user);\n  } catch (error) {\n    ⟦return true;⟧\n  }\n}\n',
    },
    {
      name: 'a middleware that lets through what it could not verify',
      file: 'src/auth.js',
      code: 'const requireAuth = async (req, res, next) => {\n  try {\n    req.user = await verify(req.headers.authorization);\n    return next();\n  } catch (error) {\n    logger.warn(error);\n    ⟦return next();⟧\n  }\n};\n',
    },
    {
      name: 'an error of the callback that goes on as if there were none',
      file: 'src/tokens.js',
      code: 'function authenticateToken(req, res, next) {\n  jwt.verify(tokenOf(req), key, { algorithms: ["RS256"] }, (err, user) => {\n    if (err) ⟦return next();⟧\n    req.user = user;\n    return next();\n  });\n}\n',
    },
    {
      name: 'an object that allows',
      file: 'src/policy.ts',
      code: "export async function decide(user: User) {\n  try {\n    return await ask(user);\n  } catch {\n    ⟦return { allowed: true, reason: 'unavailable' };⟧\n  }\n}\n",
    },
    {
      name: 'a promise that turns its failure into a yes',
      file: 'src/captcha.ts',
      code: 'const passed = await verifyCaptcha(answer).catch(() => ⟦true⟧);\n',
    },
    {
      name: 'a signature that counts where no secret is set',
      file: 'src/webhooks.ts',
      code: 'export function verifyWebhook(body: string, signature: string) {\n  if (!process.env.WEBHOOK_SECRET) {\n    ⟦return true;⟧\n  }\n  return matches(body, signature);\n}\n',
    },
    {
      name: 'a guard that is gone where no key is set',
      file: 'src/guard.js',
      code: 'const webhookAuth = (req, res, next) => {\n  if (!process.env.WEBHOOK_KEY) ⟦return next();⟧\n  compare(req, res, next);\n};\n',
    },
    {
      name: 'a role that nobody has and everybody gets',
      file: 'src/roles.ts',
      code: 'export function hasRole(user: User | undefined, role: string) {\n  if (!user) ⟦return true;⟧\n  return user.roles.includes(role);\n}\n',
    },
    {
      name: 'a yes from the beginning that no failure takes back',
      file: 'src/uploads.ts',
      code: 'export async function mayUpload(user: User) {\n  let ⟦isAllowed = true⟧;\n  try {\n    isAllowed = await policy.ask(user);\n  } catch (error) {\n    logger.warn({ error }, "no policy");\n  }\n  return isAllowed;\n}\n',
    },
    {
      name: 'a system that says it is well when nobody could ask',
      file: 'src/status.ts',
      code: "export async function status() {\n  try {\n    return await ask();\n  } catch (error) {\n    logger.error(error);\n    ⟦return { status: 'healthy' };⟧\n  }\n}\n",
    },
    {
      name: 'a state that is set to well',
      file: 'src/Status.tsx',
      code: "async function refresh() {\n  try {\n    setStatus(await ask());\n  } catch (error) {\n    report(error);\n    ⟦setStatus('healthy');⟧\n  }\n}\n",
    },
    {
      name: 'whatever is not known is allowed',
      file: 'src/permissions.ts',
      code: "export function hasPermission(role: string, action: string) {\n  switch (action) {\n    case 'delete':\n      return role === 'admin';\n    default:\n      ⟦return true;⟧\n  }\n}\n",
    },
    {
      name: 'a guard of a framework',
      file: 'src/auth.guard.ts',
      code: 'class AuthGuard implements CanActivate {\n  async canActivate(context: ExecutionContext) {\n    try {\n      return await this.tokens.verify(context);\n    } catch {\n      ⟦return true;⟧\n    }\n  }\n}\n',
    },
    {
      name: 'a limit that ends with its store',
      file: 'src/limits.ts',
      code: 'export const rateLimiter = async (req: Request, res: Response, next: NextFunction) => {\n  try {\n    await store.consume(req.ip);\n    next();\n  } catch (error) {\n    ⟦next();⟧\n  }\n};\n',
    },
    {
      name: 'a check whose failure is written to the log, and that is all',
      file: 'src/csrf.ts',
      code: 'export function csrfProtection(req: Request, res: Response, next: NextFunction) {\n  try {\n    verify(req);\n  } catch (error) {\n    logger.warn(error);\n  }\n  ⟦next();⟧\n}\n',
    },
  ],
  ok: [
    {
      name: 'a text that is no address, and so none of those that are known',
      file: 'src/media.js',
      code: 'function isBlockedUrl(value) {\n  try {\n    return blocked.includes(new URL(value).hostname);\n  } catch {\n    return false;\n  }\n}\n',
    },
    {
      name: 'what is gone already need not be deleted',
      file: 'src/files.ts',
      code: 'export async function deleteFile(key: string) {\n  try {\n    await s3.delete(key);\n    return { success: true };\n  } catch {\n    return { success: true };\n  }\n}\n',
    },
    {
      name: 'a success that says what it lacks',
      file: 'src/orders.ts',
      code: "export async function save(order: Order) {\n  try {\n    await index(order);\n    return { success: true };\n  } catch (error) {\n    return { success: true, warning: 'Not indexed yet' };\n  }\n}\n",
    },
    {
      name: 'a danger that is taken for granted',
      file: 'src/bans.ts',
      code: 'export async function isBanned(ip: string) {\n  try {\n    return await store.has(ip);\n  } catch {\n    return true;\n  }\n}\n',
    },
    {
      name: 'the same words for nothing',
      file: 'src/lists.ts',
      code: 'export async function list() {\n  try {\n    if (await isEmpty()) return [];\n    return await all();\n  } catch {\n    return [];\n  }\n}\n',
    },
    {
      name: 'a failure that is a no',
      file: 'src/a.ts',
      code: 'export async function isAuthorized(user: User) {\n  try {\n    return await policy.allows(user);\n  } catch (error) {\n    logger.error(error);\n    return false;\n  }\n}\n',
    },
    {
      name: 'a failure that is handed on',
      file: 'src/b.ts',
      code: 'const requireAuth = async (req: Request, res: Response, next: NextFunction) => {\n  try {\n    req.user = await verify(req);\n    next();\n  } catch (error) {\n    next(error);\n  }\n};\n',
    },
    {
      name: 'a middleware for those who may be somebody',
      file: 'src/c.ts',
      code: 'const optionalAuth = async (req: Request, res: Response, next: NextFunction) => {\n  try {\n    req.user = await verify(req);\n  } catch (error) {\n    logger.debug(error);\n    return next();\n  }\n  return next();\n};\n',
    },
    {
      name: 'a question whose yes is the careful answer',
      file: 'src/d.ts',
      code: 'function isExpired(token: Token) {\n  try {\n    return token.until < now();\n  } catch (error) {\n    logger.debug(error);\n    return true;\n  }\n}\n',
    },
    {
      name: 'what a browser can do',
      file: 'src/e.ts',
      code: 'function supportsImages() {\n  try {\n    return probe();\n  } catch (error) {\n    report(error);\n    return true;\n  }\n}\n',
    },
    {
      name: 'cleaning up: nothing hangs on it',
      file: 'src/f.ts',
      code: 'async function cleanUp(file: string) {\n  try {\n    await remove(file);\n  } catch (error) {\n    logger.debug(error);\n  }\n  return true;\n}\n',
    },
    {
      name: 'a route for which no role is asked',
      file: 'src/g.guard.ts',
      code: "class RolesGuard implements CanActivate {\n  canActivate(context: ExecutionContext) {\n    const requiredRoles = this.reflector.get('roles', context.getHandler());\n    if (!requiredRoles) return true;\n    return matches(requiredRoles, context);\n  }\n}\n",
    },
    {
      name: 'a signature that only development goes without',
      file: 'src/h.ts',
      code: "export function verifyWebhook(body: string) {\n  if (!secret) {\n    if (process.env.NODE_ENV === 'production') throw new Error('The secret is missing.');\n    return true;\n  }\n  return matches(body, secret);\n}\n",
    },
    {
      name: 'an error that is known and harmless',
      file: 'src/i.ts',
      code: "async function checkAccess(user: User) {\n  try {\n    return await ask(user);\n  } catch (error) {\n    if (error.code === 'OPEN_HOUSE') return true;\n    throw error;\n  }\n}\n",
    },
    {
      name: 'a field that may be left empty',
      file: 'src/j.ts',
      code: 'function validateAge(value: string) {\n  if (!value) return true;\n  return Number(value) > 17;\n}\n',
    },
    {
      name: 'a page for those who are not logged in',
      file: 'src/k.ts',
      code: "const redirectIfAuthenticated = (req: Request, res: Response, next: NextFunction) => {\n  if (!req.user) return next();\n  res.redirect('/home');\n};\n",
    },
    {
      name: 'a default that refuses',
      file: 'src/l.ts',
      code: "function hasPermission(role: string, action: string) {\n  switch (action) {\n    case 'read':\n      return true;\n    default:\n      return false;\n  }\n}\n",
    },
    {
      name: 'a yes that a failure takes back',
      file: 'src/m.ts',
      code: 'async function mayUpload(user: User) {\n  let isAllowed = true;\n  try {\n    isAllowed = await ask(user);\n  } catch (error) {\n    logger.warn(error);\n    isAllowed = false;\n  }\n  return isAllowed;\n}\n',
    },
    {
      name: 'one of two ways to say who one is',
      file: 'src/n.ts',
      code: "const apiKeyAuth = (req: Request, res: Response, next: NextFunction) => {\n  const apiKey = req.get('x-api-key');\n  if (!apiKey) return next();\n  find(apiKey, req, next);\n};\n",
    },
    {
      name: 'a log that never stops a request',
      file: 'src/o.ts',
      code: 'const accessLog = async (req: Request, res: Response, next: NextFunction) => {\n  try {\n    await write(req);\n  } catch (error) {\n    logger.error(error);\n  }\n  next();\n};\n',
    },
  ],
  fixed: [
    {
      name: 'a yes becomes a no',
      title: 'Fail closed: answer no',
      file: 'src/access.ts',
      code: 'export async function isAuthorized(user: User) {\n  try {\n    return await policy.allows(user);\n  } catch (error) {\n    logger.error(error);\n    ⟦return true;⟧\n  }\n}\n',
      after: {
        'src/access.ts':
          'export async function isAuthorized(user: User) {\n  try {\n    return await policy.allows(user);\n  } catch (error) {\n    logger.error(error);\n    return false;\n  }\n}\n',
      },
    },
    {
      name: 'an object keeps its other parts',
      title: 'Fail closed: answer no',
      file: 'src/policy.ts',
      code: "const decision = await checkAccess(user).catch(() => ⟦({ allowed: true, reason: 'unavailable' })⟧);\n",
      after: {
        'src/policy.ts':
          "const decision = await checkAccess(user).catch(() => ({ allowed: false, reason: 'unavailable' }));\n",
      },
    },
    {
      name: 'an error is handed on',
      title: 'Fail closed: answer no',
      file: 'src/auth.js',
      code: 'const requireAuth = async (req, res, next) => {\n  try {\n    req.user = await verify(req);\n    return next();\n  } catch (error) {\n    ⟦return next();⟧\n  }\n};\n',
      after: {
        'src/auth.js':
          'const requireAuth = async (req, res, next) => {\n  try {\n    req.user = await verify(req);\n    return next();\n  } catch (error) {\n    return next(error);\n  }\n};\n',
      },
    },
  ],
};
