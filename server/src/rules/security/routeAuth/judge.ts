import type { ConnectedRoute, Guard } from '../../../analysis/routes/connect.ts';
import type { RouteStep } from '../../../analysis/routes/facts.ts';
import type { Linker } from '../../../analysis/routes/linker.ts';
import { isAuthName, isSetUp } from './authNames.ts';
import type { ChecksInFile } from './checksInFile.ts';

/** Whether who calls is looked at: `unknown` where something stands in front that can't be read. */
export type Protection = 'yes' | 'no' | 'unknown';

/** Judges what a request goes through, by names and by what is behind them in other files. */
export class Judge {
  readonly #linker: Linker;
  readonly #checks: ReadonlyMap<string, ChecksInFile>;
  readonly #known = new Map<Guard['value'], boolean>();

  constructor(linker: Linker, checks: ReadonlyMap<string, ChecksInFile>) {
    this.#linker = linker;
    this.#checks = checks;
  }

  checksCaller(guard: Guard): boolean {
    let known = this.#known.get(guard.value);
    if (known === undefined) {
      known = this.#test(guard);
      this.#known.set(guard.value, known);
    }
    return known;
  }

  of({ step, guards }: ConnectedRoute): Protection {
    if (guards.some((guard) => this.checksCaller(guard))) return 'yes';
    // What stands between path and handler and says nothing by its name may check anything.
    const between = step.values.slice(0, -1);
    return between.some(({ names }) => names.length > 0 && !names.some(isSetUp)) ? 'unknown' : 'no';
  }

  /** Whether something before the handler looks at who calls. */
  asksInFront({ step, guards }: ConnectedRoute): boolean {
    const { values } = step;
    const handler = values.length > 1 ? values.at(-1) : undefined;
    return guards.some(
      (guard) =>
        this.checksCaller(guard) &&
        (guard.value !== handler || guard.value.names.some((name) => inOptions.test(name))),
    );
  }

  /** Whether something in front of a route can't be read. */
  isOpaque({ guards, step }: ConnectedRoute): boolean {
    return guards.some(({ value }) => !step.values.includes(value) && !value.names.some(isSetUp));
  }

  #test({ file, value: { names, target } }: Guard): boolean {
    if (names.some(isAuthName)) return true;
    const origin = target && this.#linker.originOf(file, target);
    if (!origin) return false;
    if ('package' in origin) return isAuthName(origin.name) || authPackage.test(origin.package);
    if (isAuthName(origin.name)) return true;
    const inside = this.#checks.get(origin.file)?.names;
    if (!inside) return false;
    const name = /^(?:default|\*)$/.test(origin.name) ? '<default>' : origin.name;
    if (inside.includes(name)) return true;
    return names.some((name) => inside.includes(name.split('.').at(-1) ?? ''));
  }
}

/** Of a handler with its options, or with its decorators. */
const inOptions = /^(?:preHandler|onRequest|preValidation|UseGuards)$/;

const authPackage =
  /^(?:passport(?:-.+)?|express-jwt|koa-jwt|koa-passport|@clerk\/.+|@auth0\/.+|express-oauth2-jwt-bearer|express-openid-connect|keycloak-connect|express-basic-auth|connect-ensure-login|supertokens-node.*|@fastify\/(?:jwt|auth|basic-auth|bearer-auth)|next-auth.*|iron-session.*|@workos.*|hono\/(?:jwt|bearer-auth|basic-auth))$/;

/** A route under all its paths: it counts as open only where it is open under each. */
export interface JudgedRoute {
  readonly route: ConnectedRoute;
  readonly protection: Protection;
  /** A middleware or decorator asks, and not only the handler. */
  readonly inFront: boolean;
}

/** Judges each route once, though several applications may mount it. */
export function judgeAll(routes: readonly ConnectedRoute[], judge: Judge): readonly JudgedRoute[] {
  const covered = coveredStarts(routes, judge);
  const byStep = new Map<RouteStep, JudgedRoute>();
  for (const route of routes) {
    const protection = covered.some((start) => route.path?.startsWith(start)) ? 'yes' : judge.of(route);
    const before = byStep.get(route.step);
    if (!before || (before.protection === 'no' && protection !== 'no'))
      byStep.set(route.step, { route, protection, inFront: judge.asksInFront(route) });
  }
  return [...byStep.values()];
}

/** `app.all('/api/*', requireUser)` is a route, and stands in front of those behind it: starts of such paths. */
function coveredStarts(routes: readonly ConnectedRoute[], judge: Judge): readonly string[] {
  return routes.flatMap(({ step, path, guards }) =>
    step.method === 'ALL' && path?.endsWith('*') && guards.some((guard) => judge.checksCaller(guard))
      ? [path.slice(0, -1)]
      : [],
  );
}
