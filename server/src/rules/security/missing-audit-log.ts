import type { ConnectedRoute } from '../../analysis/routes/connect.ts';
import { defineProjectRule } from '../rule.ts';
import { type AuthFact, authKeywords, collectAuth, connectAuth } from './routeAuth/facts.ts';
import { judgeAll } from './routeAuth/judge.ts';

export const missingAuditLog = defineProjectRule<AuthFact>({
  id: 'missing-audit-log',
  title: 'Administration that leaves no trace',
  priority: 'P2',
  category: 'security',
  confidence: 'low',
  cwe: [778],
  owasp: 'A09:2021',
  enabledByDefault: false,
  scope: 'project',
  languages: ['script', 'json'],
  keywords: authKeywords,
  why: 'Who changed rights, accounts or payments, and when, can not be told afterwards.',
  verification: [
    'The rule finds nothing at the cited place.',
    'A change through the route leaves an entry that says who made it, when, and to what.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims: /\baudit.?(?:log|trail)/i,
  collect: collectAuth,
  conclude(files, report) {
    const project = connectAuth(files);
    if (!project) return;
    const { connected, judge } = project;
    const routes = [...connected.roots.flatMap((root) => root.routes), ...connected.stray];
    for (const { route } of judgeAll(routes, judge)) {
      if (!isAdministration(route) || route.guards.some(({ value }) => value.names.some(records))) continue;
      // A handler in another file may write anything.
      if (route.guards.at(-1)?.value.target) continue;
      report({
        place: route.step.place,
        message: `${route.step.method} ${route.path} changes what only administrators may, and writes down nowhere who did.`,
      });
    }
  },
  fixes: [],
});

const isAdministration = ({ step, path }: ConnectedRoute): boolean =>
  /^(?:POST|PUT|PATCH|DELETE)$/.test(step.method) &&
  /(?:^|[/_-])(?:admin|roles?|permissions?|refunds?|payouts?|impersonate)(?:[/_-]|$)/i.test(path ?? '');

const records = (name: string): boolean =>
  /audit|activit|history|journal|trail|event|record|emit|publish|logg?er|\blog/i.test(name);
