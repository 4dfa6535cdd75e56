import { serverFileOf, serverKeywords } from '../../analysis/routes/serverFile.ts';
import { defineProjectRule, type FileContext, type Visitors } from '../rule.ts';
import { aliasReader } from './rateLimit/manifest.ts';
import { readChecks } from './routeAuth/checksInFile.ts';
import { type AuthFact, reportOpenRoutes } from './routeAuth/conclude.ts';
import { insertMiddleware } from './routeAuth/insertMiddleware.ts';

export const routeWithoutAuth = defineProjectRule<AuthFact>({
  id: 'route-without-auth',
  title: 'Route without authentication',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [306],
  owasp: 'A01:2021',
  enabledByDefault: true,
  scope: 'project',
  languages: ['script', 'json'],
  keywords: [
    ...serverKeywords,
    ...['auth', 'session', 'user', 'verify', 'jwt', 'token', 'guard', 'signature', 'blockers:'],
  ],
  why: 'Whoever finds the address can call it: the check that the routes beside it make is missing here.',
  verification: [
    'The rule finds nothing at the cited place.',
    'A request without credentials is answered with 401, one of somebody else with 403.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bunauthenticated (?:route|endpoint)|\bmissing auth(?:entication)?\b|\broutes? without auth|\bauth(?:entication)? (?:is )?(?:incomplete|missing)|\bunprotected (?:route|endpoint)/i,
  collect(file, tell) {
    if (file.language !== 'json') return file.fileClass === 'production' ? collectScript(file, tell) : {};
    if (!/(?:^|\/)(?:ts|js)config(?:\.[\w-]+)?\.json$/.test(file.path)) return {};
    const { aliases, entry } = aliasReader(file.path);
    tell({ kind: 'aliases', aliases });
    return { entry };
  },
  conclude: reportOpenRoutes,
  fixes: [insertMiddleware],
});

function collectScript(file: FileContext, tell: (fact: AuthFact) => void): Visitors {
  const server = serverFileOf(file);
  if (server) tell({ kind: 'server', server });
  const reading = readChecks(file);
  if (!reading) return {};
  tell({ kind: 'checks', checks: reading.checks });
  return reading.visitors;
}
