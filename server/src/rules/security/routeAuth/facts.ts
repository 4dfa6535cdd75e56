import { connect, type Servers } from '../../../analysis/routes/connect.ts';
import type { ServerFile } from '../../../analysis/routes/facts.ts';
import { ModuleResolver, type PathAliases } from '../../../analysis/routes/moduleResolver.ts';
import { serverFileOf, serverKeywords } from '../../../analysis/routes/serverFile.ts';
import type { FileContext, FileFacts, Visitors } from '../../rule.ts';
import { aliasReader } from '../rateLimit/manifest.ts';
import { type ChecksInFile, readChecks } from './checksInFile.ts';
import { Judge } from './judge.ts';

/** What the rules about callers collect in a file. */
export type AuthFact =
  | { readonly kind: 'server'; readonly server: ServerFile }
  | { readonly kind: 'checks'; readonly checks: ChecksInFile }
  | { readonly kind: 'aliases'; readonly aliases: PathAliases };

export const authKeywords: readonly string[] = [
  ...serverKeywords,
  ...['auth', 'session', 'user', 'verify', 'jwt', 'token', 'guard', 'signature', 'blockers:'],
];

export function collectAuth(file: FileContext, tell: (fact: AuthFact) => void): Visitors {
  if (file.language !== 'json') return file.fileClass === 'production' ? collectScript(file, tell) : {};
  if (!/(?:^|\/)(?:ts|js)config(?:\.[\w-]+)?\.json$/.test(file.path)) return {};
  const { aliases, entry } = aliasReader(file.path);
  tell({ kind: 'aliases', aliases });
  return { entry };
}

function collectScript(file: FileContext, tell: (fact: AuthFact) => void): Visitors {
  const server = serverFileOf(file);
  if (server) tell({ kind: 'server', server });
  const reading = readChecks(file);
  if (!reading) return {};
  tell({ kind: 'checks', checks: reading.checks });
  return reading.visitors;
}

/** What the files say together. */
export interface AuthProject {
  readonly servers: ReadonlyMap<string, ServerFile>;
  readonly checks: ReadonlyMap<string, ChecksInFile>;
  readonly connected: Servers;
  readonly judge: Judge;
  /** Folders of packages with a guard for all routes. */
  readonly guarded: ReadonlySet<string>;
  readonly folderOf: (file: string) => string;
}

/** Undefined where there are no routes. */
export function connectAuth(files: readonly FileFacts<AuthFact>[]): AuthProject | undefined {
  const servers = new Map<string, ServerFile>();
  const checks = new Map<string, ChecksInFile>();
  const aliases: PathAliases[] = [];
  const folders = new Map<string, string>();
  const guarded = new Set<string>();
  for (const { file, package: facts, facts: collected } of files) {
    folders.set(file, facts.folder);
    for (const fact of collected) {
      if (fact.kind === 'aliases') aliases.push(fact.aliases);
      if (fact.kind === 'server') servers.set(file, fact.server);
      if (fact.kind !== 'checks') continue;
      checks.set(file, fact.checks);
      if (fact.checks.everywhere) guarded.add(facts.folder);
    }
  }
  if (![...servers.values()].some(({ steps }) => steps.some(({ kind }) => kind === 'route')))
    return undefined;
  const folderOf = (file: string) => folders.get(file) ?? '';
  const connected = connect(servers, new ModuleResolver(folders.keys(), aliases), folderOf);
  return { servers, checks, connected, judge: new Judge(connected.linker, checks), guarded, folderOf };
}
