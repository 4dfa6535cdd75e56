/** What a package's manifest says that rules and fixes need. Plain data. */
export interface PackageFacts {
  /** Folder of the manifest, relative to the root; '' for the root itself. */
  readonly folder: string;
  readonly dependencies: ReadonlySet<string>;
  /** What the manifest asks for of each dependency, as written: `^9.0.2`. */
  readonly versions: ReadonlyMap<string, string>;
  /** `module` where `.js` files are ES modules. */
  readonly type: 'module' | 'commonjs';
}

const noPackage: PackageFacts = {
  folder: '',
  dependencies: new Set(),
  versions: new Map(),
  type: 'commonjs',
};

/** The lowest major version of a dependency that the manifest takes; undefined where it does not say. */
export function majorOf({ versions }: PackageFacts, name: string): number | undefined {
  const major = /^(?:npm:[^@]{0,100}@)?[\^~>=v ]{0,4}(\d{1,4})(?:\.|$)/.exec(versions.get(name) ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Reads a `package.json`; one that is broken or absent says nothing. */
export function packageFactsOf(folder: string, manifest: string | undefined): PackageFacts {
  if (manifest === undefined) return { ...noPackage, folder };
  try {
    const json: unknown = JSON.parse(manifest);
    if (typeof json !== 'object' || json === null) return { ...noPackage, folder };
    const { dependencies, devDependencies, peerDependencies, type } = json as Record<string, unknown>;
    const asked = [peerDependencies, devDependencies, dependencies].flatMap((group) =>
      typeof group === 'object' && group !== null ? Object.entries(group) : [],
    );
    return {
      folder,
      dependencies: new Set(asked.map(([name]) => name)),
      versions: new Map(asked.map(([name, version]) => [name, String(version)])),
      type: type === 'module' ? 'module' : 'commonjs',
    };
  } catch {
    return { ...noPackage, folder };
  }
}

const servers = [
  'express',
  'fastify',
  'koa',
  'hono',
  '@hono/node-server',
  '@nestjs/core',
  '@hapi/hapi',
  'restify',
  'polka',
  '@apollo/server',
  'electron',
];
const browserFrameworks = [
  'vite',
  'react-dom',
  'react-scripts',
  'vue',
  'svelte',
  '@angular/core',
  'preact',
  'solid-js',
  'parcel',
];
const bothSides = ['next', 'nuxt', '@remix-run/react', '@sveltejs/kit', 'astro', '@react-router/node'];

/** Folders whose name says on which side their code runs. */
const serverFolder =
  /(?:^|\/)(?:server|api|backend|functions|lambda|lambdas|workers?|middlewares?|controllers?|routes|routers)\//;
const clientFolder = /(?:^|\/)(?:client|frontend|browser|public|www|static|web-?app|ui)\//;

/**
 * Whether a script ends up in people's browsers, where no environment variable can hide a secret. `path` is
 * relative to the root. Decided by, in order: what the file says of itself, its folder, its package.
 */
export function shipsToBrowser(path: string, text: string, facts: PackageFacts): boolean {
  if (beginsWithUseClient(text)) return true;
  const has = (names: readonly string[]) => names.some((name) => facts.dependencies.has(name));
  if (/\.(?:config|conf)\.[cm]?[jt]s$/.test(path)) return false;
  if (/\bfrom ['"]node:|\brequire\(['"](?:node:|fs|path|http|crypto)\b/.test(text)) return false;
  const inside = facts.folder === '' ? path : path.slice(facts.folder.length + 1);
  if (serverFolder.test(inside)) return false;
  if (has(bothSides)) return clientFolder.test(inside);
  if (clientFolder.test(inside)) return true;
  return has(browserFrameworks) && !has(servers);
}

/**
 * Whether the first statement of a file is `"use client"`. Comment by comment: one pattern for all of them would
 * try every way to divide them, and never end on a file that begins with thirty.
 */
function beginsWithUseClient(text: string): boolean {
  const trivia = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
  let at = 0;
  while (trivia.test(text)) at = trivia.lastIndex;
  const directive = /['"]use client['"]/y;
  directive.lastIndex = at;
  return directive.test(text);
}
