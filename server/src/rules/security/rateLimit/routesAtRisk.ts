import type { ConnectedRoute } from '../../../analysis/routes/connect.ts';

/** Routes that someone who tries often gains from, or that cost money each time. */
const sensitive =
  /log-?in|sign-?in|sign-?up|regist|(?:^|[/_-])auth|session|reset|forgot|passw|token|otp|2fa|mfa|verif|activat|upload|import|webhook|hooks?(?:\/|$)|payment|checkout|charge|billing|subscri|invit|contact|(?:^|[/_-])ai(?:[/_-]|$)|chat|complet|generat|embed|prompt|llm|transcri|e?mail/i;

/** Routes that nobody gains from calling often, or that only machines of one's own call. */
const harmless =
  /(?:^|\/)(?:log-?out|sign-?out|health\w*|live\w*|ready\w*|ping|status|metrics|version|csp-report|cron|revalidate)(?:\/|$)|\[\.\.\.nextauth\]/i;

const writing = /^(?:POST|PUT|PATCH|DELETE|ALL)$/;

/** Whether calling a route without end does harm: it changes something, or answers all methods at one path. */
export function isAtRisk({ step, path }: ConnectedRoute): boolean {
  if (!writing.test(step.method) || harmless.test(path ?? '')) return false;
  // A catch-all answers "not found", or hands on to something that is not known.
  return step.method !== 'ALL' || (step.path !== undefined && !/^$|^\/$|\*/.test(step.path));
}

/** Judged by its path, or by the name of its file where the path says nothing. */
export const isSensitive = ({ path, file }: ConnectedRoute): boolean =>
  sensitive.test(path ?? file.slice(file.lastIndexOf('/') + 1));

/** Only the sender's machines call these; the signature decides, not how often. */
export const isWebhook = ({ path }: ConnectedRoute): boolean => /hooks?(?:\/|$)/i.test(path ?? '');

/** `POST /login`, as people write it. */
export const routeName = ({ step, path }: ConnectedRoute): string =>
  `${step.method === 'ALL' ? 'any method of' : step.method} ${path === undefined ? 'a computed path' : path || '/'}`;
