import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { type Imported, importedFrom } from '../../../analysis/importedFrom.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** How a package that answers cross-origin requests takes its options. */
export interface CorsPackage {
  /** What it does where no origin is given; both let every site in. */
  readonly byDefault: '*' | 'reflects' | undefined;
  /** `origin` may be a list, so that a list can stand in for what is wrong. */
  readonly takesList: boolean;
}

const lists = (byDefault: CorsPackage['byDefault']): CorsPackage => ({ byDefault, takesList: true });

/** Packages whose export is called with the options, or given to `register`. */
const packages: Readonly<Record<string, CorsPackage>> = {
  cors: lists('*'),
  '@fastify/cors': lists('*'),
  'fastify-cors': lists('*'),
  'hono/cors': lists('*'),
  '@elysiajs/cors': lists('reflects'),
  '@koa/cors': { byDefault: 'reflects', takesList: false },
  'koa2-cors': { byDefault: 'reflects', takesList: false },
  'koa-cors': { byDefault: 'reflects', takesList: false },
  '@middy/http-cors': { byDefault: undefined, takesList: false },
};

/** The package that an expression is the middleware or plugin of. */
export function corsPackageOf(expression: ScriptNode): CorsPackage | undefined {
  // A piece of a program that shows no imports: everybody calls the middleware by its package's name.
  if (ts.isIdentifier(expression) && expression.text === 'cors' && !heldBy(expression)) return packages.cors;
  if (!mayComeFrom(expression)) return undefined;
  const from = importedFrom(expression);
  return from && packageOf(from);
}

function packageOf({ module, name }: Imported): CorsPackage | undefined {
  const known = Object.hasOwn(packages, module) ? packages[module] : undefined;
  return known && /^(?:\*|default|cors|fastifyCors)$/.test(name) ? known : undefined;
}

/** Frameworks with an option `cors` of their own: `new Server(http, { cors: … })`. */
const frameworks =
  /^(?:socket\.io|@nestjs\/(?:core|websockets)|apollo-server(?:-\w+)?|graphql-yoga|@hapi\/hapi)$/;
/** Firebase's functions for requests; those for calls ask who calls. */
const isRequestFunction = ({ module, name }: Imported): boolean =>
  /^firebase-functions(?:\/v2)?(?:\/https)?$/.test(module) && /^(?:onRequest|\*|default|https)$/.test(name);

/** Whether an option `cors` belongs to a server: what it is handed to comes from such a framework. */
export function isServerOption(property: ScriptNode): boolean {
  for (
    let node = property.parent;
    node && !ts.isSourceFile(node) && !ts.isFunctionLike(node);
    node = node.parent
  ) {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
    const callee = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.expression
      : node.expression;
    if (isUndeclaredServer(node, callee)) return true;
    if (!mayComeFrom(callee)) return false;
    const from = importedFrom(node.expression) ?? importedFrom(callee);
    return from !== undefined && (frameworks.test(from.module) || isRequestFunction(from));
  }
  return false;
}

/** `new Server(http, { cors })` in a piece of a program that shows no imports. */
const isUndeclaredServer = (node: ScriptNode, callee: ScriptNode): boolean =>
  ts.isIdentifier(callee) &&
  ((ts.isNewExpression(node) && /^(?:Apollo)?Server$/.test(callee.text)) ||
    /^(?:socketIo|socketio|SocketIO|NestFactory|WebSocketGateway)$/.test(callee.text)) &&
  !heldBy(callee);

const moduleNames = new RegExp(
  `['"](?:${Object.keys(packages).join('|')}|socket\\.io|@nestjs/(?:core|websockets)|apollo-server(?:-\\w+)?|graphql-yoga|@hapi/hapi|firebase-functions[/\\w]{0,20})['"]`,
  'g',
);
const candidates = new WeakMap<ScriptNode, ReadonlySet<string>>();

/**
 * Whether the name that an expression begins with stands shortly before the name of such a module. Asked first,
 * since finding out what a name holds costs a walk, and bundles have ten thousand calls.
 */
function mayComeFrom(expression: ScriptNode): boolean {
  let root = expression;
  while (ts.isPropertyAccessExpression(root) || ts.isParenthesizedExpression(root)) root = root.expression;
  if (ts.isBinaryExpression(root)) return mayComeFrom(root.right);
  if (!ts.isIdentifier(root)) return !ts.isCallExpression(root) || isLoading(root);
  const file = expression.getSourceFile();
  let names = candidates.get(file);
  if (!names) {
    names = new Set(
      [...file.text.matchAll(moduleNames)].flatMap(
        ({ index }) => file.text.slice(Math.max(0, index - 200), index).match(/[\w$]+/g) ?? [],
      ),
    );
    candidates.set(file, names);
  }
  return names.has(root.text);
}

const isLoading = ({ expression }: tsMorph.ts.CallExpression): boolean =>
  expression.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(expression) && expression.text === 'require');
