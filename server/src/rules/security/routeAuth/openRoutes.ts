import type { ConnectedRoute } from '../../../analysis/routes/connect.ts';
import type { Value } from '../../../analysis/routes/facts.ts';

/** Routes that people call before they are known, or that others than people call. */
const openToAll =
  /log-?in|sign-?in|sign-?up|sign-?out|log-?out|regist|forgot|reset(?:$|[-_/]?(?:pass|pwd|token|link|mail|code|[:{[]))|refresh|recover|verif|confirm|activat|callback|oauth|sso|saml|token|otp|2fa|mfa|magic|webhook|(?:^|[/_-])hooks?(?:[/_-]|$)|health|live|ready|ping|status|metrics|public|contact|newsletter|subscri|feedback|csp-?report|report-uri|track|analytic|telemetry|(?:^|\/)events?$|beacon|collect|search|graphql|trpc|(?:^|\/)sessions?$|captcha|cron|accept|demo|waitlist|lead|quote|estimate|(?:^|\/)check|preview|password|unlock|onboard|setup|install|(?:^|\/)auth(?:\/|$)|authenticate|guest|anonymous|batch-get|calculate|convert|(?:^|\/)jwks/i;

/** The same for what changes or takes away. */
const openToChange =
  /log-?in|sign-?in|log-?out|sign-?out|sessions?$|reset(?:$|[-_/]?(?:pass|pwd|token|link|mail|code|[:{[]))|forgot|password|verif|webhook|unsubscri|public|token|activat|confirm|callback|guest|anonymous|(?:^|\/)cart/i;

const changing = /^(?:PUT|PATCH|DELETE)$/;

/** Whether a route is meant to be called by anybody, by its path or its handler's name. */
export function isOpen({ step, path }: ConnectedRoute): boolean {
  const words = changing.test(step.method) ? openToChange : openToAll;
  const handler = step.values.at(-1);
  // `res.status(405)`: there is nothing to be called.
  if (handler?.names.some((name) => name.startsWith('answers.'))) return true;
  return words.test(path ?? '') || words.test(handlerName(step.values));
}

/** Last name of the handler: `users.remove` → `remove`. */
function handlerName(values: readonly Value[]): string {
  return values.at(-1)?.names[0]?.split('.').at(-1) ?? '';
}

export const isMutating = ({ step }: ConnectedRoute): boolean =>
  /^(?:POST|PUT|PATCH|DELETE)$/.test(step.method);

const isAdmin = (path: string | undefined): boolean =>
  /(?:^|[/_-])(?:admin|superuser|backoffice|internal)(?:[/_-]|$)/i.test(path ?? '');

/** Whether it does what only some should: deletes, changes one of many, or says so by its path. */
export const isSensitiveRoute = (route: ConnectedRoute): boolean =>
  route.step.method === 'DELETE' ||
  (changing.test(route.step.method) && /[:{[]/.test(route.path ?? '')) ||
  isSensitivePath(route);

/** Whether its path is of accounts, of money or of administration. */
export const isSensitivePath = ({ path }: ConnectedRoute): boolean =>
  isAdmin(path) ||
  /(?:^|[/_-])(?:users?|accounts?|roles?|permissions?|payments?|payouts?|transfers?|refunds?|orders?|billing|settings|keys?)(?:[/_-]|$)/i.test(
    path ?? '',
  );

/** Whether nobody would leave it open on purpose, whatever the rest of the application does. */
export const isAdministration = (route: ConnectedRoute): boolean =>
  isAdmin(route.path) ||
  (changing.test(route.step.method) &&
    /(?:^|\/)(?:users?|accounts?|customers?|members?)\/[:{[]/i.test(route.path ?? ''));
