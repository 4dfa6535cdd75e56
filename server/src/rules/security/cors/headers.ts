import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { CorsPlace } from './corsPlace.ts';
import { openOrigin } from './origin.ts';
import { isOriginChecked, isWeaklyChecked } from './requestOrigin.ts';
import { isResponseHeaders } from './responseHeaders.ts';

const setters = /^(?:setHeader|header|set|append)$/;
const isHeader = (node: ScriptNode | undefined): boolean =>
  !!node && ts.isStringLiteralLike(node) && /^access-control-allow-origin$/i.test(node.text);

/** `res.setHeader('Access-Control-Allow-Origin', '*')`, in all frameworks' spellings. */
export function placeInSetter(call: tsMorph.ts.CallExpression): CorsPlace | undefined {
  const [name, value] = call.arguments;
  if (!isHeader(name) || !value || !setters.test(lastName(call.expression) ?? '')) return undefined;
  return isOnRequest(call) ? undefined : placeOf(call, value);
}

/** `headers['Access-Control-Allow-Origin'] = '*'`, not on what axios and the like send. */
export function placeInAssignment(node: tsMorph.ts.BinaryExpression): CorsPlace | undefined {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isElementAccessExpression(left))
    return undefined;
  if (!isHeader(left.argumentExpression)) return undefined;
  const receiver = left.expression.getText();
  if (/\b(?:axios|defaults|config|req|request|init)\b/i.test(receiver)) return undefined;
  const answers = /\bres(?:ponse)?\b|\bthis\b/i.test(receiver) || answering.test(node.getSourceFile().text);
  return answers ? placeOf(node, right) : undefined;
}

/** What a file that answers requests has in it. */
const answering = /\b(?:NextResponse|new Response|Response\.json|writeHead|statusCode|createServer)\b/;

/** `{ 'Access-Control-Allow-Origin': '*' }` where it is a response's. */
export function placeInHeaders(property: tsMorph.ts.PropertyAssignment): CorsPlace | undefined {
  const name = textOfName(property.name) ?? '';
  if (!/^access-control-allow-origin$/i.test(name)) return undefined;
  return isResponseHeaders(property) ? placeOf(property, property.initializer) : undefined;
}

/** `{ key: 'Access-Control-Allow-Origin', value: '*' }`, as next.config has it. */
export function placeInKeyValue(property: tsMorph.ts.PropertyAssignment): CorsPlace | undefined {
  if (textOfName(property.name) !== 'key' || !isHeader(property.initializer)) return undefined;
  const object = property.parent;
  const value = object.properties.find((each) => each.name && textOfName(each.name) === 'value');
  return value && ts.isPropertyAssignment(value) ? placeOf(value, value.initializer) : undefined;
}

function placeOf(node: ScriptNode, value: ScriptNode): CorsPlace | undefined {
  if (isDevGuarded(node)) return undefined;
  const open = openOrigin(value);
  if (!open || (open.kind === 'reflects' && open.node.kind === ts.SyntaxKind.TrueKeyword)) return undefined;
  // An origin that somebody looked at before is believed to have been looked at for this.
  const asks = open.kind === 'reflects' || open.kind === 'falls-back';
  if (asks && isOriginChecked(node)) return undefined;
  const kind = asks && isWeaklyChecked(node) ? 'weak' : open.kind;
  return { node, kind, variable: open.variable, credentials: hasCredentials(node) };
}

/** Whether the same response, as far as one function or one literal tells, also allows credentials. */
function hasCredentials(node: ScriptNode): boolean {
  let scope = node;
  for (let outer = node.parent; outer && !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isObjectLiteralExpression(outer) || ts.isArrayLiteralExpression(outer)) scope = outer;
    if (ts.isFunctionLike(outer)) {
      scope = outer;
      break;
    }
  }
  return /access-control-allow-credentials['"`]\]?\s*[,:]\s*(?:value:\s*)?['"`]?true\b/i.test(
    scope.getText(),
  );
}

/** `headers.set(…)` on what is sent with fetch: a mistake, but nobody is let in by it. */
function isOnRequest(call: tsMorph.ts.CallExpression): boolean {
  const receiver = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
  if (!receiver) return false;
  if (/^(?:req|request|xhr|axios)$/i.test(lastName(receiver) ?? '')) return true;
  const loose = ts.isIdentifier(receiver) && /headers$/i.test(receiver.text);
  return loose && !/\b(?:NextResponse|new Response|Response\.json)\b/.test(call.getSourceFile().text);
}
