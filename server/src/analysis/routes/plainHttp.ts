import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { RouteStep, Value } from './facts.ts';
import type { FileSource, PartTable } from './partTable.ts';
import { functionAround } from './syntax.ts';
import { valuesOf } from './values.ts';

/**
 * The routes of a bare server of Node: `createServer((req, res) => { if (req.url === '/login') … })`. What the
 * listener does at all counts for each of them.
 */
export function readListener(
  call: ScriptNode,
  part: number,
  table: PartTable,
  file: FileSource,
): readonly RouteStep[] {
  if (!ts.isCallExpression(call)) return [];
  const listener = call.arguments
    .map(plain)
    .find((each) => ts.isArrowFunction(each) || ts.isFunctionExpression(each));
  if (!listener) return [];
  const found: { readonly path: ScriptNode & { readonly text: string }; readonly method: string }[] = [];
  const waiting: ScriptNode[] = [listener];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isStringLiteralLike(node) && /^\/[\w/-]/.test(node.text) && isCompared(node)) {
      found.push({ path: node, method: methodBeside(node) });
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  if (found.length === 0) return [];
  const values: readonly Value[] = valuesOf([listener], (node) => table.targetOf(node));
  return found.map(({ path, method }) => ({
    kind: 'route',
    part,
    at: path.getStart(file.script),
    end: path.end,
    scope: functionAround(call).pos,
    method,
    path: path.text,
    values,
    place: file.placeOf(path.getStart(file.script), path.end),
  }));
}

/** `req.url === '/x'`, `pathname.startsWith('/x')`, `case '/x':`. */
function isCompared(literal: ScriptNode): boolean {
  const { parent } = literal;
  if (ts.isCaseClause(parent)) return isPath(parent.parent.parent.expression);
  if (ts.isBinaryExpression(parent)) {
    const kind = parent.operatorToken.kind;
    const equals = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
    return equals && isPath(parent.left === literal ? parent.right : parent.left);
  }
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  return parent.expression.name.text === 'startsWith' && isPath(parent.expression.expression);
}

const isPath = (node: ScriptNode): boolean =>
  /^(?:url|pathname|path|route)$/.test(lastName(plain(node)) ?? '');

/** The method that the condition around a path names; any where it names none. */
function methodBeside(literal: ScriptNode): string {
  let around = literal.parent;
  while (ts.isBinaryExpression(around.parent) || ts.isParenthesizedExpression(around.parent))
    around = around.parent;
  let method: string | undefined;
  const look = (node: ScriptNode): void => {
    if (ts.isStringLiteralLike(node) && /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(node.text))
      method ??= node.text;
    else if (ts.isBinaryExpression(node) || ts.isParenthesizedExpression(node)) ts.forEachChild(node, look);
  };
  look(around);
  return method ?? 'ALL';
}
