import { type ScriptNode, ts } from '../../languages/script.ts';
import type { FunctionWithBody } from '../functions.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { literalText } from '../routes/syntax.ts';
import { plain } from '../unwrapped.ts';

/** Names of what Next, SvelteKit and Astro export from a route. */
export const isHttpMethod = (name: string): boolean =>
  /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name);

/** What functions are handed to that serve requests: with a `Request`, or with an event. */
const fetchServers = /^(?:createServer|serve|middleware|withAuth|auth)$/;
const eventServers =
  /^(?:defineEventHandler|eventHandler|defineCachedEventHandler|cachedEventHandler|onRequest|onCall|middy|handle|handler|\w*Handler|main)$/;

/** Whether a function's name, or what it is handed to, says that it serves requests, and in which way. */
export function namedLikeHandler(node: FunctionWithBody, name: string): 'fetch' | 'event' | undefined {
  const { parent } = node;
  if (/^(?:fetch|middleware)$/.test(name)) return 'fetch';
  if (eventServers.test(name)) return 'event';
  const around = ts.isCallExpression(parent) ? (lastName(plain(parent.expression)) ?? '') : '';
  if (fetchServers.test(around)) return 'fetch';
  return eventServers.test(around) ? 'event' : undefined;
}

/** Events of a connection itself, with which nothing is sent. */
const ofConnection =
  /^(?:connect|connection|disconnect|disconnecting|close|open|error|end|drain|ping|pong|timeout|ready)$/;

/** `socket.on('chat', (message) => …)`, `ws.onmessage = …` on the server's side. */
export function isSocketListener(node: FunctionWithBody): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.arguments[1] !== node) return false;
  const callee = plain(parent.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'on') return false;
  const event = literalText(parent.arguments[0]);
  const name = lastName(plain(callee.expression)) ?? '';
  return (
    event !== undefined && !ofConnection.test(event) && /^(?:socket|ws|wsClient|conn|connection)$/.test(name)
  );
}

/** A function that browsers call, by `'use server'` in itself or at the top of its file. */
export function isServerAction(node: FunctionWithBody): boolean {
  const { body } = node;
  if (!body || !ts.isBlock(body)) return false;
  if (isDirective(body.statements[0])) return true;
  if (!isDirective(node.getSourceFile().statements[0])) return false;
  let around: ScriptNode = node;
  if (ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent)) around = node.parent.parent.parent;
  if (!ts.isFunctionDeclaration(around) && !ts.isVariableStatement(around)) return false;
  return around.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

const isDirective = (statement: ScriptNode | undefined): boolean =>
  statement !== undefined &&
  ts.isExpressionStatement(statement) &&
  ts.isStringLiteral(statement.expression) &&
  textOfName(statement.expression) === 'use server';
