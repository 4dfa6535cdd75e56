import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const functions =
  /^(?:fetch|\$fetch|ofetch|useFetch|axios|got|ky|needle|request|rp|superagent|fetchJson|fetchJSON|ajax|getJSON|sendBeacon|EventSource|useSWR|postJson|getJson|httpGet|httpPost|apiFetch|axiosRequest)$/;
const methods =
  /^(?:get|post|put|patch|delete|del|head|request|create|extend|options|open|postForm|stream|defaults)$/;
const clients =
  /^(?:axios|got|ky|request|http|superagent|needle|api|client|https?Service|https?Client|\$|jQuery|agent|rest|wretch|phin|bent|undici|xhr|req|instance|\$http|fetcher|unirest|requestPromise|rp|axiosInstance|httpclient)$/i;
const options = /^(?:url|uri|baseURL|baseUrl|prefixUrl|href|endpoint|host|origin|node|target)$/;

/** Whether a call sends a request, by its names. */
export function sendsRequest(call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression): boolean {
  const callee = unwrapped(call.expression);
  const name = lastName(callee) ?? '';
  if (functions.test(name)) return true;
  // `new ApolloClient({ uri })`, `new HttpLink({ uri })`
  if (ts.isNewExpression(call) && /(?:Client|Link|Api|API|SDK)$/.test(name)) return true;
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return methods.test(name) && clients.test(lastName(unwrapped(callee.expression)) ?? '');
}

/** The literals that a request's address is made of, looked up through one constant. */
export function addressesOf(call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression): ScriptNode[] {
  const found: ScriptNode[] = [];
  for (const argument of call.arguments?.slice(0, 2) ?? []) {
    const node = unwrapped(argument);
    if (ts.isObjectLiteralExpression(node)) {
      for (const each of node.properties) {
        if (!ts.isPropertyAssignment(each) || !options.test(textOfName(each.name) ?? '')) continue;
        found.push(...literalsOf(each.initializer));
      }
    } else found.push(...literalsOf(node));
  }
  return found;
}

function literalsOf(expression: ScriptNode, hops = 1): ScriptNode[] {
  let node: ScriptNode = unwrapped(expression);
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    node = unwrapped(node.left);
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) {
    const span = node.templateSpans[0]?.expression;
    return node.head.text === '' && span ? literalsOf(span, hops) : [node];
  }
  if (ts.isNewExpression(node) && lastName(node.expression) === 'URL')
    return (node.arguments ?? []).flatMap((each) => literalsOf(each, hops));
  if (ts.isBinaryExpression(node) && /^(?:\|\||\?\?)$/.test(node.operatorToken.getText()))
    return literalsOf(node.right, hops);
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((each) => literalsOf(each, hops));
  if (!ts.isIdentifier(node) || hops === 0) return [];
  const held = heldBy(node);
  if (!held || !ts.isVariableDeclaration(held.declaration)) return [];
  return held.writes.filter(({ kind }) => kind === 'is').flatMap(({ value }) => literalsOf(value, hops - 1));
}
