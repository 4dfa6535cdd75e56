import type * as tsMorph from 'ts-morph';
import { nodeAt } from '../../../analysis/namedValue.ts';
import { dotted } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import { isAuthName } from './authNames.ts';

/** Puts in front of the handler what the routes beside it have there. */
export const insertMiddleware: Fix = {
  title: 'Check the caller as the routes beside it do',
  safe: false,
  appliesTo: (report, file) => neighbours(report, file) !== undefined,
  async edit(report, file) {
    const found = neighbours(report, file);
    if (!found) return { refused: 'No route beside it has a check that could be put here.' };
    const { before, check } = found;
    const range = file.lines.rangeOf(before, before);
    return [{ file: file.path, edits: [{ range, newText: `${check}, ` }] }];
  },
};

function neighbours(
  report: Report,
  file: FileContext,
): { readonly before: number; readonly check: string } | undefined {
  const route = file.script && routeAt(file.script, report.start);
  const second = route?.call.arguments[1];
  if (!file.script || !route || !second) return undefined;
  const counts = new Map<string, number>();
  for (const call of routesOn(file.script, route.router)) {
    for (const each of call.arguments.slice(1, -1)) {
      const text = isCheck(each) ? each.getText(file.script) : undefined;
      if (text !== undefined && !text.includes('\n')) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const [check] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return check === undefined ? undefined : { before: second.getStart(file.script), check };
}

function isCheck(argument: ScriptNode): boolean {
  const node = plain(argument);
  const name = dotted(ts.isCallExpression(node) ? node.expression : node);
  return name !== undefined && isAuthName(name);
}

type Route = { readonly call: tsMorph.ts.CallExpression; readonly router: string };

/** The route whose method stands at an offset. */
function routeAt(script: ScriptFile, offset: number): Route | undefined {
  const access = nodeAt(script, offset).parent;
  if (!access || !ts.isPropertyAccessExpression(access)) return undefined;
  const router = dotted(access.expression);
  const call = access.parent;
  return router !== undefined && ts.isCallExpression(call) && call.arguments.length > 1
    ? { call, router }
    : undefined;
}

const verbs = /^(?:get|post|put|patch|delete|del)$/;

function routesOn(script: ScriptFile, router: string): readonly tsMorph.ts.CallExpression[] {
  const calls: tsMorph.ts.CallExpression[] = [];
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      if (verbs.test(name.text) && dotted(expression) === router) calls.push(node);
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return calls;
}
