import { packageFactsOf } from '../../../../server/src/analysis/packageFacts.ts';
import { connect, type Servers } from '../../../../server/src/analysis/routes/connect.ts';
import type { ServerFile } from '../../../../server/src/analysis/routes/facts.ts';
import { ModuleResolver, type PathAliases } from '../../../../server/src/analysis/routes/moduleResolver.ts';
import { serverFileOf } from '../../../../server/src/analysis/routes/serverFile.ts';
import { openFile } from '../../../../server/src/engine/fileContext.ts';

/** What one file says about servers. */
export async function factsOf(path: string, code: string): Promise<ServerFile | undefined> {
  return serverFileOf(await openFile(path, code, packageFactsOf('', undefined)));
}

/** The servers of a project, its files by path. */
export async function serversOf(
  project: Readonly<Record<string, string>>,
  aliases: readonly PathAliases[] = [],
): Promise<Servers> {
  const files = new Map<string, ServerFile>();
  for (const [path, code] of Object.entries(project)) {
    const facts = await factsOf(path, code);
    if (facts) files.set(path, facts);
  }
  return connect(files, new ModuleResolver(files.keys(), aliases), () => '');
}

/** `POST /users: auth, create`, for each route of each application. */
export function routesIn({ roots }: Servers): readonly string[] {
  return roots.flatMap(({ routes }) =>
    routes.map(({ step, path, guards }) => {
      const names = guards.map(({ value }) => value.names[0]);
      return `${step.method} ${path ?? '?'}: ${names.join(', ')}`;
    }),
  );
}
