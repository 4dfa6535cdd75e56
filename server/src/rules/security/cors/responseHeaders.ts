import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const companions = /^access-control-(?:allow-(?:methods|headers|credentials)|max-age|expose-headers)$/i;
/** Headers that only a request has; beside them the header is a mistake that lets nobody in. */
const ofRequests = /^(?:authorization|accept|user-agent|x-requested-with|cookie|x-api-key)$/i;
const sends =
  /^(?:writeHead|set|header|headers|json|send|status|Response|NextResponse|redirect|rewrite|next|respond|html|text|body)$/;
const asks =
  /^(?:fetch|\$fetch|useFetch|axios|request|got|ky|ajax|get|post|put|patch|delete|create|Request|superagent)$/;

/** Whether a header in an object literal is one of a response. */
export function isResponseHeaders(property: tsMorph.ts.PropertyAssignment): boolean {
  const names = property.parent.properties.map((each) => (each.name && textOfName(each.name)) ?? '');
  if (names.some((name) => ofRequests.test(name))) return false;
  const owner = ownerOf(property.parent);
  if (owner === 'request') return false;
  return owner === 'response' || names.some((name) => companions.test(name));
}

/** What the object is handed to, looked for through literals, spreads and choices. */
function ownerOf(object: ScriptNode): 'request' | 'response' | undefined {
  let inner = object;
  for (let node = object.parent; node; inner = node, node = node.parent) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (node.expression === inner) return undefined;
      const name = lastName(node.expression) ?? '';
      if (sends.test(name)) return 'response';
      return asks.test(name) ? 'request' : undefined;
    }
    if (ts.isVariableDeclaration(node))
      return /cors/i.test(textOfName(node.name) ?? '') ? 'response' : undefined;
    if (ts.isPropertyAssignment(node)) {
      const siblings = node.parent.properties.map((each) => (each.name && textOfName(each.name)) ?? '');
      // What a function on Lambda and its like gives back.
      if (siblings.includes('statusCode')) return 'response';
      continue;
    }
    if (ts.isStatement(node) || ts.isFunctionLike(node)) return undefined;
  }
  return undefined;
}
