import { type ScriptNode, ts } from '../languages/script.ts';
import { type FunctionWithBody, isFunction } from './functions.ts';
import { lastName, textOfName } from './namedValue.ts';

/** Paths at which a platform asks how a service is. */
const healthPath =
  /(?:^|\/)(?:healthz?|health[-_]?check|livez?|liveness|alive|readyz?|readiness|ready|_health|status|heartbeat|up)(?:\/[\w-]*)?\/?$/i;
const readyPath = /(?:^|\/)(?:readyz?|readiness)\/?$/i;
const routeFolder = /(?:^|\/)(?:api|app|routes)\//i;
const healthFile =
  /(?:^|\/)(?:healthz?|health-?check|readyz?|readiness|livez?)(?:\/(?:route|index|\+server))?\.[cm]?[jt]sx?$/i;

/** A function that answers how a service is. */
export interface HealthHandler {
  readonly node: FunctionWithBody;
  /** It answers whether the service can work, and not only whether it runs. */
  readonly isReadiness: boolean;
}

/** Reads a function as the handler of a health route, by its path, its file, or its controller. */
export function healthHandlerOf(node: ScriptNode, file: string): HealthHandler | undefined {
  if (!isFunction(node) || !node.body) return undefined;
  const path =
    routeOf(node) ??
    (isFileHandler(node) && routeFolder.test(file) && healthFile.test(file)
      ? file.replace(/(?:\/(?:route|index|\+server))?\.\w+$/, '')
      : undefined);
  if (path === undefined || !healthPath.test(path) || /order|user|payment|job|task|:/i.test(path))
    return undefined;
  return { node, isReadiness: readyPath.test(path) };
}

/** The handler of a health route around a node. */
export function isInHealthHandler(node: ScriptNode, file: string): boolean {
  return ts.findAncestor(node, (each) => healthHandlerOf(each, file) !== undefined) !== undefined;
}

function routeOf(node: FunctionWithBody): string | undefined {
  if (ts.isMethodDeclaration(node)) return nestPath(node) ?? optionsPath(node);
  let holder: ScriptNode = node.parent;
  while (ts.isParenthesizedExpression(holder) || isWrapper(holder, node)) holder = holder.parent;
  if (ts.isPropertyAssignment(holder)) return optionsPath(holder);
  if (
    !ts.isCallExpression(holder) ||
    !/^(?:get|use|all|head|route|handle)$/.test(lastName(holder.expression) ?? '')
  )
    return undefined;
  const [first] = holder.arguments;
  return first && ts.isStringLiteralLike(first) ? first.text : undefined;
}

/** `asyncHandler(async (req, res) => …)` */
const isWrapper = (node: ScriptNode, inner: ScriptNode): boolean =>
  ts.isCallExpression(node) &&
  node.arguments.length === 1 &&
  node.arguments[0] === inner &&
  ts.isCallExpression(node.parent);

/** `{ method: 'GET', url: '/health', handler() {} }` */
function optionsPath(member: ScriptNode): string | undefined {
  const object = member.parent;
  const name =
    ts.isPropertyAssignment(member) || ts.isMethodDeclaration(member) ? textOfName(member.name) : undefined;
  if (name !== 'handler' || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property) || !/^(?:url|path)$/.test(textOfName(property.name) ?? ''))
      continue;
    return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
  }
  return undefined;
}

/** `@Get('ready')` in a `@Controller('health')`. */
function nestPath(node: ScriptNode): string | undefined {
  if (!ts.isMethodDeclaration(node) || !ts.isClassDeclaration(node.parent)) return undefined;
  const own = decoratorText(node, 'Get');
  if (own === undefined) return undefined;
  const parts = [decoratorText(node.parent, 'Controller') ?? '', own];
  return `/${parts.filter(Boolean).join('/')}`;
}

function decoratorText(node: ScriptNode, name: string): string | undefined {
  for (const { expression } of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) {
    if (!ts.isCallExpression(expression) || lastName(expression.expression) !== name) continue;
    const [first] = expression.arguments;
    return first && ts.isStringLiteralLike(first) ? first.text : '';
  }
  return undefined;
}

/** A file's own handler: `export function GET()`, `export default function handler()`. */
function isFileHandler(node: FunctionWithBody): boolean {
  if (ts.isFunctionDeclaration(node)) {
    const isDefault = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    return Boolean(isDefault) || /^(?:GET|HEAD|loader|handler)$/.test(node.name?.text ?? '');
  }
  const { parent } = node;
  if (ts.isExportAssignment(parent)) return true;
  return (
    ts.isVariableDeclaration(parent) && /^(?:GET|HEAD|loader|handler)$/.test(textOfName(parent.name) ?? '')
  );
}
