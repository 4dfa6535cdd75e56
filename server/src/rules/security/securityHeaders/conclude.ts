import type { Framework } from '../../../analysis/routes/facts.ts';
import type { FileFacts, Place, ProjectReport } from '../../rule.ts';
import { isLibrary, type Manifest } from '../rateLimit/manifest.ts';

/** What the rule collects in a file. */
export type HeaderFact =
  | {
      readonly kind: 'root';
      readonly framework: Framework;
      readonly name: string;
      readonly place: Place;
      readonly listensHere: boolean;
    }
  | { readonly kind: 'routes' }
  | { readonly kind: 'listens'; readonly how: 'open' | 'local' }
  | { readonly kind: 'sets' }
  | { readonly kind: 'edge' }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

/** What the fix needs to know of an application. */
export interface HeaderPlace {
  /** As the code calls it. */
  readonly name: string;
}

interface PackageHeaders {
  readonly roots: Extract<HeaderFact, { kind: 'root' }>[];
  readonly listens: ('open' | 'local')[];
  hasRoutes: boolean;
  sets: boolean;
  manifest?: Manifest;
  readonly isDesktop: boolean;
}

const advice: Partial<Readonly<Record<Framework, string>>> = {
  express: '`app.use(helmet())`',
  fastify: '`@fastify/helmet`',
  koa: '`koa-helmet`',
  hono: '`secureHeaders()` of `hono/secure-headers`',
  nest: '`app.use(helmet())`',
};

/** Reports the application of each package that serves others and sets no such header anywhere. */
export function reportBare(
  files: readonly FileFacts<HeaderFact>[],
  report: (report: ProjectReport<HeaderPlace>) => void,
): void {
  const packages = new Map<string, PackageHeaders>();
  for (const { package: facts, facts: collected } of files) {
    let own = packages.get(facts.folder);
    if (!own) {
      own = {
        roots: [],
        listens: [],
        hasRoutes: false,
        sets: false,
        isDesktop: facts.dependencies.has('electron'),
      };
      packages.set(facts.folder, own);
    }
    for (const fact of collected) {
      // What stands in front of the servers sets them for all.
      if (fact.kind === 'edge') return;
      if (fact.kind === 'root') own.roots.push(fact);
      if (fact.kind === 'routes') own.hasRoutes = true;
      if (fact.kind === 'listens') own.listens.push(fact.how);
      if (fact.kind === 'sets') own.sets = true;
      if (fact.kind === 'manifest') own.manifest = fact.manifest;
    }
  }
  for (const own of packages.values()) {
    if (own.sets || own.isDesktop || !own.hasRoutes || !own.listens.includes('open')) continue;
    if (own.manifest && isLibrary(own.manifest, true)) continue;
    const root = own.roots.find(({ listensHere }) => listensHere) ?? own.roots[0];
    const how = root && advice[root.framework];
    if (!root || !how) continue;
    report({
      place: root.place,
      message: `Nothing sets security headers on ${root.name === '' ? 'this server' : `"${root.name}"`}: browsers may be led to frame its pages, to guess types, and to run what somebody put in. Add ${how}. Assumed: no proxy in front sets them; the project configures none.`,
      fixable: root.framework === 'express' && root.name !== '',
      data: { name: root.name },
    });
  }
}
