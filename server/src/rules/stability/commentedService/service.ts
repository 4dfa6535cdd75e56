import { firstSyntaxError, parseScript, type ScriptNode, ts } from '../../../languages/script.ts';
import type { CommentLine } from './runs.ts';

/** A statement in a comment that would bring a service to life. */
export interface Service {
  /** Its lines, from the first to the last, both included. */
  readonly from: number;
  readonly to: number;
  /** On what it is called: `app` of `this.app.use(…)`; undefined for a plain call. */
  readonly receiver: string | undefined;
  readonly method: string;
  /** The names that it would bring in: `requestLogger`, `passport.initialize`. */
  readonly keys: readonly string[];
  /** It loads its module itself. */
  readonly loads: boolean;
}

const methods = /^(?:use|register|listen|mount|schedule|start\w*|init\w*|connect\w*|launch|bootstrap)$/;
const functions =
  /^(?:start|init|initialize|connect|register|setup|mount|schedule|launch|bootstrap)[A-Z]\w*$/;
/** Where such a statement can begin; what follows decides. */
const call = String.raw`[ \t]*(?:(?:const|let|var) \w{1,60} = )?(?:await |void )?(?:new [\w.]{0,60}Server|[\w.$]{0,80}(?:use|register|listen|mount|schedule|start|init|connect|launch|bootstrap|setup)\w{0,60}) ?\(`;
const opening = new RegExp(`^${call}`, 'i');
const openingInLine = new RegExp(`^[ \\t]*//${call}`, 'im');
const openingInBlock = new RegExp(`^(?:[ \\t]*/\\*)?${call}`, 'im');

/** Whether a text may hold such a comment: asked before anything is parsed. */
export function mayHoldService(text: string): boolean {
  if (openingInLine.test(text)) return true;
  for (let at = text.indexOf('/*'); at >= 0; at = text.indexOf('/*', at)) {
    const close = text.indexOf('*/', at + 2);
    const end = close < 0 ? text.length : close;
    if (openingInBlock.test(text.slice(at, end))) return true;
    at = end + 2;
  }
  return false;
}

/** No statement is looked for over more lines. */
const longest = 30;

/** The services that a run of comment lines holds. */
export function servicesIn(lines: readonly CommentLine[]): Service[] {
  const services: Service[] = [];
  let outermost = Number.POSITIVE_INFINITY;
  for (let index = 0; index < lines.length; index++) {
    const code = lines[index]?.code ?? '';
    const depth = code.length - code.trimStart().length;
    const isInside = depth > outermost;
    // Only lines of code say how deep the others are: prose may stand anywhere.
    if (/[;{}()[\],]\s*$/.test(code)) outermost = Math.min(outermost, depth);
    if (isInside || !opening.test(code)) continue;
    const statement = statementFrom(lines, index);
    const service = statement && serviceOf(statement.node, index, statement.to);
    if (!service) continue;
    services.push(service);
    index = service.to;
  }
  return services;
}

/** The one statement that begins on a line and ends where its brackets are closed. */
function statementFrom(
  lines: readonly CommentLine[],
  from: number,
): { node: ScriptNode; to: number } | undefined {
  let code = '';
  let open = 0;
  for (let to = from; to < Math.min(from + longest, lines.length); to++) {
    const line = lines[to]?.code ?? '';
    code += `${line}\n`;
    for (const character of line) {
      if ('([{'.includes(character)) open++;
      else if (')]}'.includes(character)) open--;
    }
    if (open > 0) continue;
    const script = parseScript('comment.tsx', code);
    const [node, ...more] = script.statements;
    return node && more.length === 0 && !firstSyntaxError(script) ? { node, to } : undefined;
  }
  return undefined;
}

function serviceOf(statement: ScriptNode, from: number, to: number): Service | undefined {
  let node: ScriptNode | undefined;
  if (ts.isExpressionStatement(statement)) node = statement.expression;
  else if (ts.isVariableStatement(statement)) node = statement.declarationList.declarations[0]?.initializer;
  while (node && (ts.isAwaitExpression(node) || ts.isVoidExpression(node))) node = node.expression;
  if (!node) return undefined;
  if (ts.isNewExpression(node)) {
    const name = node.expression.getText();
    return /Server$/.test(name)
      ? { from, to, receiver: undefined, method: 'new', keys: [name], loads: false }
      : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) {
    return functions.test(callee.text)
      ? { from, to, receiver: undefined, method: callee.text, keys: [callee.text], loads: false }
      : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee) || !methods.test(callee.name.text)) return undefined;
  const method = callee.name.text;
  const receiver = callee.expression.getText().replace(/^this\./, '');
  if (!/^[\w$.]+$/.test(receiver)) return undefined;
  if (!/^(?:use|register|mount|schedule)$/.test(method)) {
    return { from, to, receiver, method, keys: [`${receiver}.${method}`], loads: false };
  }
  const given = node.arguments.map(calledName).filter((name) => name !== undefined);
  const loads = /\b(?:require|import)\s*\(/.test(node.getText());
  const keys = given.filter((name) => name !== 'require');
  return keys.length > 0 || loads ? { from, to, receiver, method, keys, loads } : undefined;
}

/** The name of what is handed over: `cors` of `cors({ … })`, `passport.session` of `passport.session()`. */
function calledName(node: ScriptNode): string | undefined {
  let inner = node;
  while (ts.isCallExpression(inner) || ts.isAwaitExpression(inner) || ts.isParenthesizedExpression(inner)) {
    inner = inner.expression;
  }
  if (ts.isIdentifier(inner)) return inner.text;
  return ts.isPropertyAccessExpression(inner) && /^[\w$.]+$/.test(inner.getText())
    ? inner.getText()
    : undefined;
}
