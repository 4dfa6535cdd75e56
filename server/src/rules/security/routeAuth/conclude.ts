import type { ConnectedRoute } from '../../../analysis/routes/connect.ts';
import type { Confidence } from '../../../model/index.ts';
import type { FileFacts, ProjectReport } from '../../rule.ts';
import { isAuthName } from './authNames.ts';
import type { ChecksInFile } from './checksInFile.ts';
import { type AuthFact, connectAuth } from './facts.ts';
import { type Judge, type JudgedRoute, judgeAll } from './judge.ts';
import { isAdministration, isMutating, isOpen, isSensitivePath, isSensitiveRoute } from './openRoutes.ts';

type Report = (report: ProjectReport<undefined>) => void;

/** Reports routes that look at nobody while those beside them do. */
export function reportOpenRoutes(files: readonly FileFacts<AuthFact>[], report: Report): void {
  const project = connectAuth(files);
  if (!project) return;
  const { servers, checks, connected, judge, guarded, folderOf } = project;
  const isPublic = ({ step, file }: ConnectedRoute) => {
    const { line } = step.place.range.start;
    return checks.get(file)?.publicLines.some((each) => each === line || each === line - 1) ?? false;
  };
  const told = new Set<unknown>();
  const tell = (found: readonly JudgedRoute[], why: string, confidence: Confidence) => {
    for (const { route } of found) {
      if (told.has(route.step) || isPublic(route) || guarded.has(folderOf(route.file))) continue;
      told.add(route.step);
      report({
        place: route.step.place,
        message: `${nameOf(route)} doesn't look at who calls it${why}. Check the caller first, or say "// blockers: public" above it.`,
        confidence,
        fixable: /^(?:express|unknown|koa|hono)$/.test(
          servers.get(route.file)?.parts[route.step.part]?.framework ?? '',
        ),
      });
    }
  };
  // Of what another file makes in a way that can't be followed, nothing is known; some names say that it asks.
  const isKnown = ({ file, step }: ConnectedRoute) => {
    const part = servers.get(file)?.parts[step.part];
    if (!part || /auth|private|secure|protected|builder/i.test(part.name)) return false;
    return part.kind !== 'alias' || connected.linker.partsAt(file, { part: step.part }).length > 0;
  };
  for (const { routes, part } of connected.roots) {
    if (part.devOnly) continue;
    const judged = judgeAll(routes.filter(isKnown), judge);
    for (const group of groupsOf(judged)) tell(outliers(group), beside(group), 'medium');
    tell(routersLeftOut(judged), '; nearly all other routes of the application do', 'low');
    tell(nobodyAsked(judged, judge), unasked, 'low');
  }
  for (const group of groupsOf(judgeAll(connected.stray.filter(isKnown), judge)))
    tell(outliers(group), beside(group), 'medium');
  const inMiddleware = nextMiddlewares(checks);
  const handlers = connected.fileRoutes.filter(
    (route) => !inMiddleware.some((covers) => covers(route.file, route.path ?? '', folderOf)),
  );
  for (const group of grouped(judgeAll(handlers, judge), ({ route }) => folderOf(route.file))) {
    tell(outliers(group, 3, false), beside(group), 'medium');
    tell(nobodyAsked(group, judge), unasked, 'low');
  }
}

const unasked =
  ', though it is for administrators or changes an account, and nothing in the application asks';

const nameOf = ({ step, path }: ConnectedRoute): string =>
  `${step.method} ${path === undefined ? 'of a computed path' : path || '/'}`;

const counts = ({ route, protection }: JudgedRoute): boolean =>
  protection === 'yes' || (isMutating(route) && !isOpen(route));

/** Those without a check in a group in which most have one. */
function outliers(group: readonly JudgedRoute[], least = 2, inFront = true): readonly JudgedRoute[] {
  const counted = group.filter(counts);
  const asking = counted.filter(({ protection }) => protection === 'yes');
  const open = counted.filter(({ protection }) => protection === 'no');
  // What handlers read of the caller may be for other ends.
  if (inFront && asking.filter((each) => each.inFront).length < least - 1) return [];
  const mutating = asking.filter(({ route }) => isMutating(route));
  if (mutating.length >= least && mutating.length / (mutating.length + open.length) >= 0.7) return open;
  if (asking.length === 0 || asking.length / (asking.length + open.length) < 0.5) return [];
  // One that asks is no habit yet.
  const isSensitive = asking.length < least ? isSensitivePath : isSensitiveRoute;
  return open.filter(({ route }) => isSensitive(route));
}

/** Routers of which no route has a check, in an application in which nearly all have one. */
function routersLeftOut(judged: readonly JudgedRoute[]): readonly JudgedRoute[] {
  const counted = judged.filter(counts);
  const asking = counted.filter(({ protection }) => protection === 'yes');
  const open = counted.filter(({ protection }) => protection === 'no');
  if (asking.length < 4 || asking.length / (asking.length + open.length) < 0.7) return [];
  return open.filter(({ route }) => isSensitiveRoute(route));
}

/** Administration in an application that checks nobody anywhere, as far as all of it can be read. */
function nobodyAsked(judged: readonly JudgedRoute[], judge: Judge): readonly JudgedRoute[] {
  if (judged.some(({ protection }) => protection !== 'no')) return [];
  if (judged.some(({ route }) => judge.isOpaque(route))) return [];
  return judged.filter(({ route }) => isMutating(route) && isAdministration(route) && !isOpen(route));
}

/** What the others of a group go through, by name. */
function beside(group: readonly JudgedRoute[]): string {
  const names = group.flatMap(({ route, protection }) =>
    protection === 'yes' ? route.step.values.slice(0, -1).flatMap((value) => value.names.slice(0, 1)) : [],
  );
  const name = names.find(isAuthName);
  return name === undefined ? ', as the routes beside it do' : `; the routes beside it go through "${name}"`;
}

/** By the router that they are on. */
const groupsOf = (judged: readonly JudgedRoute[]): readonly (readonly JudgedRoute[])[] =>
  grouped(judged, ({ route }) => `${route.file}\n${route.step.part}`);

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

type Covers = (file: string, path: string, folderOf: (file: string) => string) => boolean;

/** Middlewares of Next that look at who calls, with the paths that they are for. */
function nextMiddlewares(checks: ReadonlyMap<string, ChecksInFile>): readonly Covers[] {
  return [...checks].flatMap(([file, { matchers, names }]) =>
    matchers && names.length > 0
      ? [
          (other: string, path: string, folderOf: (file: string) => string) =>
            folderOf(file) === folderOf(other) &&
            (matchers.length === 0 || matchers.some((each) => fits(each, path))),
        ]
      : [],
  );
}

function fits(matcher: string, path: string): boolean {
  const open = matcher.search(/[:(*]/);
  const not = matcher.indexOf('(?!');
  if (not >= 0) return !/\bapi(?!\/auth)\b/.test(matcher.slice(not, matcher.indexOf(')', not)));
  const start = (open < 0 ? matcher : matcher.slice(0, open)).replace(/\/$/, '');
  return open < 0 ? path === start : path === start || path.startsWith(`${start}/`);
}
