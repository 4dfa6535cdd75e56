import { looksLikeServer } from './creations.ts';
import type { RouteStep, ServerFile, ServerPart, Step, UseStep, Value } from './facts.ts';
import { type LinkedPart, Linker } from './linker.ts';
import type { ModuleResolver } from './moduleResolver.ts';
import { nearest } from './nearest.ts';

/** What a request goes through, with the file that says so. */
export interface Guard {
  readonly file: string;
  readonly value: Value;
}

/** A route with all that is in force before its handler, and the handler itself. */
export interface ConnectedRoute {
  readonly file: string;
  readonly step: RouteStep;
  /** From the application's root on; undefined where a part of it is not literal. */
  readonly path: string | undefined;
  readonly guards: readonly Guard[];
}

/** An application with all its routes, in whatever files they are. */
export interface ConnectedRoot {
  readonly file: string;
  readonly part: ServerPart;
  readonly routes: readonly ConnectedRoute[];
}

export interface Servers {
  readonly roots: readonly ConnectedRoot[];
  /** Routes that are files, as in Next. */
  readonly fileRoutes: readonly ConnectedRoute[];
  /** Routes of routers that no application is known to mount. */
  readonly stray: readonly ConnectedRoute[];
  /** What stands in front of something that could not be connected with any application. */
  readonly loose: readonly Guard[];
  readonly linker: Linker;
}

/** More than any application has: where parts go in circles, it ends here. */
const mostRoutes = 5_000;

/**
 * Connects what the files say: which routes an application has, and what is in force for each of them. Where the way
 * from an application to a router can't be followed, the router belongs to the nearest application of its package.
 * `folderOf` gives a file's package.
 */
export function connect(
  files: ReadonlyMap<string, ServerFile>,
  resolver: ModuleResolver,
  folderOf: (file: string) => string,
): Servers {
  const linker = new Linker(files, resolver);
  const all = linker.all();
  const mounted = new Set<LinkedPart>();
  for (const linked of all) {
    for (const step of linked.steps) {
      if (step.kind !== 'use') continue;
      for (const each of linker.mounted(linked.file, step)) if (each !== linked) mounted.add(each);
    }
  }
  const reached = new Set<LinkedPart>();
  const roots = all
    .filter((each) => each.part.kind === 'root' && !mounted.has(each))
    .map((linked) => ({ linked, routes: routesOf(linked, linker, reached, [], '') }));

  const unreached = all.filter(
    ({ part, steps }) => steps.length > 0 && (part.kind === 'router' || isServer(part)),
  );
  // Those that others mount are reached through them.
  for (const linked of [...unreached].sort((a, b) => Number(mounted.has(a)) - Number(mounted.has(b)))) {
    if (reached.has(linked)) continue;
    const root = nearest(
      linked.file,
      roots.filter(
        // A bare server of Node has no routers.
        (each) =>
          each.linked.part.framework !== 'http' && folderOf(each.linked.file) === folderOf(linked.file),
      ),
    );
    if (!root) continue;
    const everywhere = stepsOf(root.linked).flatMap(({ file, step }) =>
      step.kind === 'use' && step.path === '' ? guardsOf(file, step, linker) : [],
    );
    root.routes.push(...routesOf(linked, linker, reached, everywhere, ''));
  }
  const fileRoutes = all
    .filter(({ part }) => part.kind === 'handlers')
    .flatMap((linked) => routesOf(linked, linker, reached, [], ''));
  const loose = all.filter((each) => !reached.has(each));
  const strayReached = new Set(reached);
  return {
    roots: roots.map(({ linked, routes }) => ({ file: linked.file, part: linked.part, routes })),
    fileRoutes,
    stray: [...loose]
      .sort((a, b) => Number(mounted.has(a)) - Number(mounted.has(b)))
      .flatMap((linked) =>
        linked.part.kind === 'handlers' || strayReached.has(linked)
          ? []
          : routesOf(linked, linker, strayReached, [], ''),
      ),
    loose: loose.flatMap(({ file, steps }) =>
      steps.flatMap((step) => (step.kind === 'hand' ? [] : step.values.map((value) => ({ file, value })))),
    ),
    linker,
  };
}

const isServer = (part: ServerPart): boolean => part.kind === 'parameter' && looksLikeServer(part);

interface PlacedStep {
  readonly file: string;
  readonly step: Step;
  readonly part: ServerPart;
}

/** The steps of a part under all its names. */
function stepsOf(linked: LinkedPart, seen = new Set<LinkedPart>()): PlacedStep[] {
  if (seen.has(linked)) return [];
  seen.add(linked);
  const { file, part, steps } = linked;
  return [
    ...steps.map((step) => ({ file, step, part })),
    ...linked.same.flatMap((each) => stepsOf(each, seen)),
  ];
}

function routesOf(
  linked: LinkedPart,
  linker: Linker,
  reached: Set<LinkedPart>,
  inherited: readonly Guard[],
  before: string | undefined,
  stack: readonly LinkedPart[] = [],
): ConnectedRoute[] {
  if (stack.includes(linked) || stack.length > 20) return [];
  const names = new Set<LinkedPart>();
  const steps = stepsOf(linked, names);
  for (const each of names) reached.add(each);
  const prefix = concat(before, linked.part.prefix ?? '');
  const uses = steps.flatMap(({ file, step, part }) =>
    step.kind === 'use' ? [{ file, step, part, guards: guardsOf(file, step, linker) }] : [],
  );
  const routes: ConnectedRoute[] = [];
  for (const { file, step } of steps) {
    if (step.kind === 'hand' || routes.length > mostRoutes) continue;
    const inner = step.kind === 'use' ? linker.mounted(file, step) : [];
    if (step.kind === 'use' && inner.length === 0) continue;
    const guards = [...inherited];
    for (const use of uses) {
      if (use.guards.length > 0 && use.step !== step && inForce(use, file, step)) guards.push(...use.guards);
    }
    if (step.kind === 'route') {
      guards.push(...step.values.map((value) => ({ file, value })));
      routes.push({ file, step, path: concat(prefix, step.path), guards });
      continue;
    }
    guards.push(...guardsOf(file, step, linker));
    const path = concat(prefix, step.path);
    for (const each of new Set(inner)) {
      routes.push(...routesOf(each, linker, reached, guards, path, [...stack, linked]));
    }
  }
  return routes;
}

/** What a use puts in front of others: all but what it mounts or hands on to, which is read by itself. */
function guardsOf(file: string, step: UseStep, linker: Linker): readonly Guard[] {
  return step.values
    .filter(({ names, target }) => {
      const parts = target ? linker.partsAt(file, target) : [];
      return names.length > 0 && parts.every(({ part }) => part.kind === 'alias');
    })
    .map((value) => ({ file, value }));
}

/** Whether a use holds for a step: it comes before it, as far as one can tell, and its path is the step's. */
function inForce(
  use: { readonly file: string; readonly step: UseStep; readonly part: ServerPart },
  file: string,
  step: Step,
): boolean {
  const ordered = use.part.framework !== 'fastify' && use.part.framework !== 'nest';
  if (ordered && use.file === file && use.step.scope === step.scope && use.step.at > step.at) return false;
  const path = step.kind === 'hand' ? undefined : step.path;
  const own = use.step.path?.replace(/\/?\*$|\/$/, '');
  if (own === undefined || own === '' || path === undefined) return true;
  return path === own || path.startsWith(`${own}/`);
}

function concat(before: string | undefined, path: string | undefined): string | undefined {
  if (before === undefined || path === undefined) return undefined;
  return before + (path === '/' || path === '' ? '' : path.startsWith('/') ? path : `/${path}`);
}
