import type { ConnectedRoute } from '../../analysis/routes/connect.ts';
import { defineProjectRule } from '../rule.ts';
import { type AuthFact, authKeywords, collectAuth, connectAuth } from './routeAuth/facts.ts';
import { judgeAll } from './routeAuth/judge.ts';

export const routeWithoutAuthorization = defineProjectRule<AuthFact>({
  id: 'route-without-authorization',
  title: 'Route without a check of what the caller may do',
  priority: 'P1',
  category: 'security',
  confidence: 'low',
  cwe: [862, 639],
  owasp: 'A01:2021',
  enabledByDefault: false,
  scope: 'project',
  languages: ['script', 'json'],
  keywords: authKeywords,
  why: 'Whoever is signed in can change what belongs to others, by counting the id up.',
  verification: [
    'The rule finds nothing at the cited place.',
    'A request of one user for what belongs to another is answered with 403 or 404.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bmissing authorization\b|\bIDOR\b|\binsecure direct object|\bownership checks?\b|\bobject.level (?:authorization|permission)/i,
  collect: collectAuth,
  conclude(files, report) {
    const project = connectAuth(files);
    if (!project) return;
    const { connected, judge, checks } = project;
    const routes = [...connected.roots.flatMap((root) => root.routes), ...connected.stray];
    for (const { route, inFront } of judgeAll(routes, judge)) {
      if (!inFront || !changesOneOfMany(route) || route.guards.some(({ value }) => value.names.some(decides)))
        continue;
      const handler = route.guards.at(-1);
      if (!handler || judge.checksCaller(handler)) continue;
      // A handler that can't be read may look at anything.
      const target = handler.value.target;
      const origin = target && connected.linker.originOf(handler.file, target);
      if (target && !(origin && 'file' in origin && checks.has(origin.file))) continue;
      report({
        place: route.step.place,
        message: `${route.step.method} ${route.path} asks who calls, and not whether what it changes is theirs. Compare its owner with the caller, or ask for a role.`,
      });
    }
  },
  fixes: [],
});

const changesOneOfMany = ({ step, path }: ConnectedRoute): boolean =>
  /^(?:PUT|PATCH|DELETE)$/.test(step.method) && /\/(?::\w|\{)/.test(path ?? '');

/** What looks further than at who calls. */
const decides = (name: string): boolean =>
  /role|admin|owner|permi|polic|access|scope|tenant|(?:^|\.|[a-z_])[cC]an(?:$|[A-Z])|abilit|member|allow|authoriz|restrict|grant|staff|acl|guard/i.test(
    name,
  );
