import { defineProjectRule } from '../rule.ts';
import { reportOpenRoutes } from './routeAuth/conclude.ts';
import { type AuthFact, authKeywords, collectAuth } from './routeAuth/facts.ts';
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
  keywords: authKeywords,
  why: 'Whoever finds the address can call it: the check that the routes beside it make is missing here.',
  verification: [
    'The rule finds nothing at the cited place.',
    'A request without credentials is answered with 401, one of somebody else with 403.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bunauthenticated (?:route|endpoint)|\bmissing auth(?:entication)?\b|\broutes? without auth|\bauth(?:entication)? (?:is )?(?:incomplete|missing)|\bunprotected (?:route|endpoint)/i,
  collect: collectAuth,
  conclude: reportOpenRoutes,
  fixes: [insertMiddleware],
});
