import type { ConnectedRoute } from '../../../analysis/routes/connect.ts';
import type { Place, ProjectReport } from '../../rule.ts';
import { isSensitive, routeName } from './routesAtRisk.ts';

/** What is wrong with an application's limits. */
export type Verdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-applied'; readonly what: string; readonly place: Place | undefined }
  | { readonly kind: 'partial' };

/** More places than these help nobody. */
const mostRelated = 20;

const assumption =
  'Assumed: no proxy, gateway or firewall in front limits requests; the project configures none.';

/** Message and places for a verdict over the routes that a limit is missing for. */
export function wordsFor(
  verdict: Verdict,
  routes: readonly ConnectedRoute[],
  server: string,
): Pick<ProjectReport, 'message' | 'related'> {
  const names = named([...routes].sort((a, b) => Number(isSensitive(b)) - Number(isSensitive(a))));
  const can = `${names} can be called without end`;
  const message = {
    none: `No rate limit on ${server}: ${can}.`,
    'not-applied': `A rate limit ${verdict.kind === 'not-applied' ? `("${verdict.what}") ` : ''}is there, but nothing applies it to ${server}: ${can}.`,
    partial: `The rate limits of ${server} leave out ${names}.`,
  }[verdict.kind];
  const related = routes.slice(0, mostRelated).map((route) => ({
    place: route.step.place,
    message: `${routeName(route)} has no limit.`,
  }));
  const defined =
    verdict.kind === 'not-applied' && verdict.place
      ? [{ place: verdict.place, message: `"${verdict.what}" is defined here and limits nothing.` }]
      : [];
  return { message: `${message} ${assumption}`, related: [...defined, ...related] };
}

/** `POST /login, POST /pay and 4 other routes`. */
function named(routes: readonly ConnectedRoute[]): string {
  const names = [...new Set(routes.map(routeName))];
  const shown = names.slice(0, 3);
  const others = names.length - shown.length;
  if (others > 0) return `${shown.join(', ')} and ${others} other ${others === 1 ? 'route' : 'routes'}`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}
