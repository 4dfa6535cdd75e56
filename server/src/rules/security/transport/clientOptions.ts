import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isPublicHost } from '../../../analysis/hosts.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { literalText, propertyOf } from '../../../analysis/routes/syntax.ts';
import { writtenText } from '../../../analysis/writtenText.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const isFalse = (node: ScriptNode | undefined): boolean => node?.kind === ts.SyntaxKind.FalseKeyword;

/** What is unencrypted by its options; the words go into "… is not encrypted". */
export function plainOption(property: tsMorph.ts.PropertyAssignment): string | undefined {
  const name = textOfName(property.name);
  const { initializer, parent } = property;
  const host = publicHostIn(parent);
  if (name === 'sslEnabled' && isFalse(initializer)) return 'What this client sends';
  if (!host) return undefined;
  const to = `What is sent to \`${host}\``;
  if ((name === 'ssl' || name === 'tls' || name === 'useSSL' || name === 'useTLS') && isFalse(initializer))
    return to;
  if (name === 'ignoreTLS' && initializer.kind === ts.SyntaxKind.TrueKeyword) return to;
  if (name === 'secure' && isFalse(initializer)) {
    const port = propertyOf(parent, 'port');
    return port && ts.isNumericLiteral(port) && /^(?:25|21)$/.test(port.text) ? to : undefined;
  }
  return name === 'protocol' && /^http:?$/.test(literalText(initializer) ?? '') ? to : undefined;
}

/** `http.request({ hostname: 'api.acme.io' })`: by the module it is called on. */
export function plainRequest(
  call: tsMorph.ts.CallExpression,
): { readonly node: ScriptNode; readonly host: string } | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || !/^(?:request|get)$/.test(callee.name.text)) return undefined;
  if (lastName(callee.expression) !== 'http') return undefined;
  const options = call.arguments.map((each) => objectOf(each)).find((each) => each !== undefined);
  const host = options && publicHostIn(options);
  if (!options || !host) return undefined;
  const port = propertyOf(options, 'port');
  return port && ts.isNumericLiteral(port) && port.text === '443' ? undefined : { node: call, host };
}

/** `new Orders('orders.acme.io:50051', grpc.credentials.createInsecure())` */
export function plainChannel(call: tsMorph.ts.CallExpression): string | undefined {
  if (lastName(call.expression) !== 'createInsecure') return undefined;
  const { parent } = call;
  if (!ts.isNewExpression(parent) && !ts.isCallExpression(parent)) return undefined;
  const first = parent.arguments?.[0];
  const host = first && writtenText(first).split(':')[0]?.toLowerCase();
  return host && isPublicHost(host) ? host : undefined;
}

/** An object literal, itself or in a constant. */
function objectOf(node: ScriptNode): tsMorph.ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(node)) return node;
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  const value = held?.writes[0]?.value;
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

function publicHostIn(object: tsMorph.ts.ObjectLiteralExpression): string | undefined {
  for (const each of object.properties) {
    if (!ts.isPropertyAssignment(each)) continue;
    if (!/^(?:host|hostname|server|endPoint|endpoint)$/.test(textOfName(each.name) ?? '')) continue;
    const host = writtenText(each.initializer).toLowerCase();
    if (isPublicHost(host)) return host;
  }
  return undefined;
}
