import type { ScriptFile } from '../../../languages/script.ts';
import { commentedImportOf, type LiveNames, rootOf } from './liveNames.ts';
import type { CommentRun } from './runs.ts';
import type { Service } from './service.ts';

/** Files that put a program together. */
const entryFile = /(?:^|\/)(?:server|main|app|bootstrap|worker|start|www|entry)\.[cm]?[jt]sx?$/i;
const entryIndex = /^(?:(?:.*\/)?(?:src|server|api|backend|app)\/)?index\.[cm]?[jt]sx?$/i;
/** Comments that say that it should come back. */
export const isMissed =
  /\b(?:disabled?|temporar(?:y|ily)|until|todo|fixme|re-?enable|for now|turned off|broken|not ready)\b/i;
/** What helps to develop is no service. */
const helper =
  /mock|msw|debug|devtool|profil|bench|stats|livereload|hot|serviceworker|webvitals|storybook|swagger/i;
/** Middlewares without which anybody gets in, by the names that they usually have. */
export const protection =
  /^(?:helmet|csrf\w*|csurf|lusca|hpp|rate_?[lL]imit\w*|\w*(?:[rR]ate)?[lL]imiter|auth|authenticate\w*|authMiddleware|(?:require|verify|check)(?:Auth\w*|Token|Login|User|Jwt))$/;

/** What is known where a service is weighed. */
export interface Surroundings {
  readonly path: string;
  readonly script: ScriptFile;
  readonly live: LiveNames;
  readonly run: CommentRun;
}

/** How much speaks for a service that should run and does not; 3 is enough. */
export function weigh(service: Service, around: Surroundings): number {
  const { live } = around;
  if (service.keys.some((key) => helper.test(key))) return 0;
  switch (service.kind) {
    case 'start':
      return weighStart(service, around);
    case 'effect':
      return weighEffect(service, around);
    case 'route':
      return live.hasRoute(service.method) || !isKnown(service.receiver ?? '', live)
        ? 0
        : service.keys.some((key) => live.isDeclared(key)) || service.keys.length === 0
          ? 3
          : 1;
    case 'part':
      return service.keys.some((key) => isLost(key, around)) ? 3 : 0;
    case 'guard':
      return live.isInClass(around.run.start) && !hasTwin(`@${service.method}(`, around) ? 3 : 0;
    case 'refusal':
      return live.isInFunction(around.run.start) &&
        service.given.some((name) => live.isDeclared(name) || isGivenIn(around.run, name)) &&
        !/^\s*(?:else\b|\}\s*else\b|if\s*\()/.test(lineBelow(around))
        ? 3
        : 0;
  }
}

function weighStart(service: Service, around: Surroundings): number {
  const { receiver, method, keys, loads } = service;
  const { path, script, live } = around;
  if (keys.some((key) => live.isUsed(key))) return 0;
  if (method === 'listen' && live.listens) return 0;
  // Its application is gone as well: this is an older version of the file.
  if (receiver !== undefined && !isKnown(receiver, live)) return 0;
  const isEntry = entryFile.test(path) || entryIndex.test(path) || live.listens;
  const isMounted = /^(?:use|register|mount)/.test(method);
  const words = script.text.slice(around.run.start, around.run.end);
  let weight = (isEntry ? 2 : 0) + (isMissed.test(words) ? 1 : 0);
  if (isMounted && /(?:^|\.)(?:app|server|router|fastify|api|application|express)$/i.test(receiver ?? ''))
    weight += 1;
  // It was brought in for this call, and for nothing else in the file.
  const root = receiver ?? keys[0] ?? '';
  const isComponent = /\.[jt]sx$/.test(path);
  const isAlone = (name: string) => live.isImported(name) && !live.isUsed(rootOf(name));
  if (!isComponent && (isAlone(root) || keys.some(isAlone)) && !hasTwinPath(around)) return weight + 3;
  // `app.start()` names nothing but the application itself.
  if (receiver !== undefined && keys[0] === `${receiver}.${method}`) return weight;
  // What is told of an event is no part of how the program is put together.
  if (/^(?:on|process|subscribe|consume|addHook|setErrorHandler|addJob)$/.test(method)) return 0;
  const known = keys.filter((key) => !/^express\b/.test(key));
  if (loads) return weight + 2;
  // What keeps intruders out needs no second witness.
  if (isMounted && known.some((key) => protection.test(key))) return weight + 2;
  if (known.some((key) => live.isDeclared(key))) return weight + 2;
  return known.some((key) => commentedImportOf(key, script)) ? weight + 2 : 0;
}

/** A call in a function, of what is there, and that nothing else in the file makes. */
function weighEffect(service: Service, around: Surroundings): number {
  const { receiver, method, keys, given, isFinished } = service;
  const { path, live, run } = around;
  if (/\.[jt]sx$/.test(path) || !isFinished || keys.some((key) => live.isUsed(key))) return 0;
  if (!live.isInFunction(run.start) || hasTwin(`.${method}(`, around) || takesOver(run, around)) return 0;
  const root = rootOf(receiver ?? method);
  if (isKnown(receiver ?? method, live)) return 3;
  return given.some((name) => name !== root && live.isDeclared(name)) ? 3 : 0;
}

/** The comment itself gives the name its value: `// const ok = await compare(…);`. */
const isGivenIn = ({ lines }: CommentRun, name: string): boolean =>
  lines.some(({ code }) => new RegExp(`^\\s*(?:const|let|var) ${name.replaceAll('$', '\\$')} =`).test(code));

const isKnown = (name: string, live: LiveNames): boolean => live.isDeclared(name) || live.isUsed(name);

/** Imported, also in a comment, and used by nothing that runs. */
const isLost = (name: string, { live, script }: Surroundings): boolean =>
  !live.isUsed(name) && (live.isImported(name) || commentedImportOf(name, script) !== undefined);

/** Whether the code next to a comment holds what it would do: another version of the same line. */
const hasTwin = (code: string, around: Surroundings): boolean =>
  lineBelow(around).includes(code) || lineAbove(around).includes(code);

/** `app.use('/users', …)` with another router for the same path. */
function hasTwinPath(around: Surroundings): boolean {
  const { run, script } = around;
  const path = /(['"`])\/[^'"`]*\1/.exec(script.text.slice(run.start, run.end))?.[0];
  return path !== undefined && hasTwin(path, around);
}

/** The next line gives the same variable another value. */
function takesOver({ lines }: CommentRun, around: Surroundings): boolean {
  const name = /^\s*(?:const|let|var) (\w+) =/.exec(lines.at(-1)?.code ?? '')?.[1];
  return name !== undefined && new RegExp(`\\b${name}\\s*[:=]`).test(lineBelow(around));
}

const lineBelow = ({ run, script }: Surroundings): string =>
  /^[^\n]*\n([^\n]*)/.exec(script.text.slice(run.end, run.end + 500))?.[1] ?? '';
const lineAbove = ({ run, script }: Surroundings): string =>
  script.text
    .slice(Math.max(0, run.start - 500), run.start)
    .split('\n')
    .at(-2) ?? '';
