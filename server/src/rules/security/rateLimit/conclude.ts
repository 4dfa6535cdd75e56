import { type ConnectedRoot, type ConnectedRoute, connect } from '../../../analysis/routes/connect.ts';
import type { ServerFile } from '../../../analysis/routes/facts.ts';
import { ModuleResolver, type PathAliases } from '../../../analysis/routes/moduleResolver.ts';
import type { FileFacts, ProjectReport } from '../../rule.ts';
import { judge } from './judge.ts';
import { type IsLimiter, limiterTest } from './limiters.ts';
import type { LimitsInFile } from './limitsInFile.ts';
import type { Manifest } from './manifest.ts';
import { emptyPackage, isLone, isNext, isSilent, type PackageLimits } from './packageLimits.ts';
import { isAtRisk, isSensitive, isWebhook } from './routesAtRisk.ts';
import { wordsFor } from './verdict.ts';

/** What the rule collects in a file. */
export type LimitFact =
  | { readonly kind: 'server'; readonly server: ServerFile }
  | { readonly kind: 'limits'; readonly limits: LimitsInFile }
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'aliases'; readonly aliases: PathAliases }
  | { readonly kind: 'edge' };

/** What the fix needs to know of an application. */
export interface LimitPlace {
  /** As the code calls it. */
  readonly name: string;
}

type Report = (report: ProjectReport<LimitPlace>) => void;

/** Reports each application, and each Next package, with routes that should be limited and are not. */
export function reportUnlimited(files: readonly FileFacts<LimitFact>[], report: Report): void {
  const servers = new Map<string, ServerFile>();
  const aliases: PathAliases[] = [];
  const packages = new Map<string, PackageLimits>();
  const folders = new Map<string, string>();
  const madeBy = new Map<string, ReadonlySet<string>>();
  for (const { file, package: facts, facts: collected } of files) {
    folders.set(file, facts.folder);
    const own = packages.get(facts.folder) ?? emptyPackage(facts.dependencies);
    packages.set(facts.folder, own);
    for (const fact of collected) {
      // What stands in front of the servers limits them all.
      if (fact.kind === 'edge') return;
      if (fact.kind === 'aliases') aliases.push(fact.aliases);
      if (fact.kind === 'manifest') own.manifest = fact.manifest;
      if (fact.kind === 'server') {
        servers.set(file, fact.server);
        if (fact.server.listens) own.listens.push(fact.server.listens);
      }
      if (fact.kind === 'limits') {
        own.made.push(...fact.limits.made);
        own.used ||= fact.limits.used;
        own.imported.push(...fact.limits.imported);
        madeBy.set(file, new Set([...fact.limits.made.map(({ name }) => name), ...fact.limits.refuse]));
      }
    }
  }
  if (![...servers.values()].some(({ steps }) => steps.length > 0)) return;
  const folderOf = (file: string) => folders.get(file) ?? '';
  const connected = connect(servers, new ModuleResolver(folders.keys(), aliases), folderOf);
  const limits = limiterTest(connected, madeBy);
  for (const guard of connected.loose) {
    const own = packages.get(folderOf(guard.file));
    if (own && limits(guard)) own.used = true;
  }
  for (const root of connected.roots) {
    const own = packages.get(folderOf(root.file));
    if (own && !isSilent(own) && !root.part.devOnly) reportRoot(root, own, limits, report);
  }
  const lone = connected.stray.filter(({ file }) => isLone(packages.get(folderOf(file))));
  const isController = ({ file, step }: ConnectedRoute) =>
    servers.get(file)?.parts[step.part]?.framework === 'nest';
  reportController(lone.filter(isController), 'this controller', limits, report);
  // A router of an application that is seen may be reached behind a limit in a way that can't be followed.
  if (connected.roots.length === 0)
    reportController(
      lone.filter((each) => !isController(each)),
      'this router',
      limits,
      report,
    );
  reportFileRoutes(connected.fileRoutes, folderOf, packages, limits, report);
}

function reportRoot(root: ConnectedRoot, own: PackageLimits, limits: IsLimiter, report: Report): void {
  const judged = judge(root.routes, own, limits);
  if (!judged) return;
  const { part } = root;
  // Of code without its beginning little is known: only what everybody would limit.
  if (part.undeclared && !judged.routes.some(isSensitive)) return;
  report({
    place: part.place,
    ...wordsFor(judged.verdict, judged.routes, part.name === '' ? 'this server' : `"${part.name}"`),
    ...priorityOf(judged.routes),
    fixable: part.framework === 'express' && part.name !== '',
    data: { name: part.name },
  });
}

/** Code without its manifest and its application: what takes passwords is reported by itself. */
function reportController(
  routes: readonly ConnectedRoute[],
  what: string,
  limits: IsLimiter,
  report: Report,
): void {
  if (routes.some(({ guards }) => guards.some(limits))) return;
  const unlimited = routes.filter((route) => isAtRisk(route) && isSensitive(route) && !isWebhook(route));
  const [first] = unlimited;
  if (!first) return;
  const words = wordsFor({ kind: 'none' }, unlimited, what);
  report({ place: first.step.place, ...words, confidence: 'low', fixable: false });
}

/** A package of Next is one application; its first unlimited handler stands for it, since a comment can stand there. */
function reportFileRoutes(
  routes: readonly ConnectedRoute[],
  folderOf: (file: string) => string,
  packages: ReadonlyMap<string, PackageLimits>,
  limits: IsLimiter,
  report: Report,
): void {
  const byFolder = new Map<string, ConnectedRoute[]>();
  for (const route of routes) {
    const folder = folderOf(route.file);
    const known = byFolder.get(folder);
    if (known) known.push(route);
    else byFolder.set(folder, [route]);
  }
  for (const [folder, each] of byFolder) {
    const own = packages.get(folder);
    if (!own || !isNext(own) || isSilent(own)) continue;
    const judged = judge(each, own, limits);
    const first = judged?.routes[0];
    if (!judged || !first) continue;
    report({
      place: first.step.place,
      ...wordsFor(judged.verdict, judged.routes, 'this Next application'),
      ...priorityOf(judged.routes),
      // Many Next applications only have a few handlers behind a sign-in of their own.
      confidence: judged.routes.some(isSensitive) ? 'medium' : 'low',
      fixable: false,
    });
  }
}

/** Where there is no password to try and nothing to pay for, a missing limit does not stop a release. */
const priorityOf = (routes: readonly ConnectedRoute[]): Pick<ProjectReport, 'priority'> =>
  routes.some(isSensitive) ? {} : { priority: 'P1' };
