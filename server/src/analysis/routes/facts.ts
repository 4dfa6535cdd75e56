/**
 * What one file says about servers, as plain data: it outlives the file's tree, and is connected with what other
 * files say in `connect.ts`.
 */
import type { Place } from '../../model/index.ts';

export type Framework = 'express' | 'fastify' | 'hono' | 'koa' | 'nest' | 'next' | 'http' | 'unknown';

/** Something that routes are put on. Its number is its index in {@link ServerFile.parts}. */
export interface ServerPart {
  /**
   * - `root`: an application, `express()`;
   * - `router`: made to be mounted, `express.Router()`, a controller of Nest;
   * - `parameter`: what a function is handed, `(app) => app.get(…)`;
   * - `alias`: what another file or function gives, `const app = createApp()`;
   * - `handlers`: a file whose path is its route, as in Next.
   */
  readonly kind: 'root' | 'router' | 'parameter' | 'alias' | 'handlers';
  readonly framework: Framework;
  /** As the code calls it: `app`, `this.app`. */
  readonly name: string;
  readonly place: Place;
  /** Names of the functions and classes around it, from the inside out; see {@link Target.local}. */
  readonly owners: readonly string[];
  /** Of an alias: what it stands for. */
  readonly target?: Target;
  /** In front of all its paths: `new Router({ prefix })`, `@Controller('users')`. */
  readonly prefix?: string;
  /** Nothing in its file makes or declares it: code without its beginning. */
  readonly undeclared?: boolean;
  /** Runs outside production only. */
  readonly devOnly?: boolean;
  /** Type of a parameter, as written. */
  readonly type?: string;
}

/** Where an expression leads: a part of this file, a name of another module, a function or class of this file. */
export type Target =
  | { readonly part: number }
  /** `name` is `*` for all that the module exports. */
  | { readonly module: string; readonly name: string }
  /** The default export without a name is `<default>`. */
  | { readonly local: string };

/** An argument, guard or decorator. */
export interface Value {
  /** What it is made of: `rateLimit`, `limits.auth`, keys as `config.rateLimit`, and all that an inline function calls. */
  readonly names: readonly string[];
  readonly target?: Target;
}

/** What is done to a part, in the order of the text. */
export type Step = RouteStep | UseStep | HandStep;

interface StepFacts {
  readonly part: number;
  /** Offset from 0, and that of the function around it, which tells whether order means anything. */
  readonly at: number;
  readonly end: number;
  readonly scope: number;
}

/** `app.post('/login', limiter, login)`. */
export interface RouteStep extends StepFacts {
  readonly kind: 'route';
  /** `GET`, `POST` …, or `ALL`. */
  readonly method: string;
  /** Undefined where it is not literal. */
  readonly path: string | undefined;
  /** What the request goes through, the handler last. */
  readonly values: readonly Value[];
  readonly place: Place;
}

/** `app.use('/api', limiter, router)`, `app.register(plugin, { prefix })`. */
export interface UseStep extends StepFacts {
  readonly kind: 'use';
  /** '' where it holds for all paths; undefined where it is not literal. */
  readonly path: string | undefined;
  readonly values: readonly Value[];
}

/** `setUpRoutes(app)`: another function goes on with the part. */
export interface HandStep extends StepFacts {
  readonly kind: 'hand';
  readonly to: Target;
}

export interface ServerFile {
  readonly parts: readonly ServerPart[];
  readonly steps: readonly Step[];
  /** By exported name; `default` also for `module.exports =`. */
  readonly exports: Readonly<Record<string, Target>>;
  /** Modules that everything is exported from: `export * from './users'`. */
  readonly exportsAll: readonly string[];
  /** Whether it listens on a port, and whether other machines can reach it. */
  readonly listens?: 'open' | 'local';
}
