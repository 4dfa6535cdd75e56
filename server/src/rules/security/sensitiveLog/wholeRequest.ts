import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { onlyValueOf } from '../../../analysis/disclosure/parts.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Logged } from './place.ts';

const requests =
  /^(?:_?req|_?request|ctx|context|c|event|evt|httpRequest|nextReq|nextRequest|incoming|incomingMessage|originalRequest|raw)$/;
/** What a call to others was made with. */
const settings = /^(?:config|requestConfig|axiosConfig|requestOptions|fetchOptions)$/;

const headers: Logged = {
  what: "a request's headers, with its credentials and cookies",
  confidence: 'medium',
};
const cookies: Logged = { what: "a request's cookies, sessions among them", confidence: 'medium' };
const body: Logged = {
  what: 'what people send to sign in, passwords and tokens included',
  confidence: 'medium',
};
const everything: Logged = {
  what: 'a whole request, with its headers and body',
  confidence: 'medium',
  wholeRequest: true,
};

/** A part of a request that holds credentials: all headers, all cookies, the body of a login. */
export function wholeRequestPart(expression: ScriptNode, label?: string): Logged | undefined {
  const node = plain(expression);
  if (ts.isIdentifier(node)) return ofVariable(node, label);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const holder = lastName(node.expression) ?? '';
  switch (node.name.text) {
    case 'headers':
      return requests.test(holder) || settings.test(holder) ? headers : undefined;
    case 'rawHeaders':
      return requests.test(holder) ? headers : undefined;
    case 'cookies':
    case 'signedCookies':
      return requests.test(holder) ? cookies : undefined;
    case 'cookie':
      return holder === 'document' || holder === 'headers' ? cookies : undefined;
    case 'sessionID':
      return requests.test(holder) ? { what: "a session's id", confidence: 'medium' } : undefined;
    case 'body':
    case 'rawBody':
      return requests.test(holder) && takesSecrets(node) ? body : undefined;
    default:
      return undefined;
  }
}

/** `headers` of `const { headers } = req`; `body` of `const body = await request.json()`; `req` itself. */
function ofVariable(node: tsMorph.ts.Identifier, label: string | undefined): Logged | undefined {
  // As a member of an object it goes through a logger's serializer.
  if (label === undefined && /^req(?:uest)?$/.test(node.text) && isRequestParameter(node)) return everything;
  if (!/^(?:headers|body|cookies|data|payload|json|formData)$/.test(node.text)) return undefined;
  const declared = bindingOf(node);
  if (declared === 'headers') return headers;
  if (declared === 'cookies') return cookies;
  if (declared === 'body') return takesSecrets(node) ? body : undefined;
  const value = onlyValueOf(node);
  const call = value && plain(value);
  const reads =
    call &&
    ts.isCallExpression(call) &&
    /^(?:json|formData|parseBody|readBody)$/.test(lastName(call.expression) ?? '') &&
    requestBelow(call);
  return reads && takesSecrets(node) ? body : undefined;
}

function requestBelow(call: tsMorph.ts.CallExpression): boolean {
  const { expression, arguments: given } = call;
  const subject = ts.isPropertyAccessExpression(expression) ? expression.expression : given[0];
  return subject !== undefined && requests.test(lastName(subject) ?? '');
}

/** The property of a request that a variable is taken out of it with. */
function bindingOf(node: tsMorph.ts.Identifier): string | undefined {
  const declaration = heldBy(node)?.declaration;
  if (!declaration || !ts.isBindingElement(declaration)) return undefined;
  const owner = declaration.parent.parent;
  const source = ts.isVariableDeclaration(owner) ? owner.initializer : undefined;
  const fromRequest = source ? requests.test(lastName(plain(source)) ?? '') : false;
  return fromRequest ? textOfName(declaration.propertyName ?? declaration.name) : undefined;
}

/** Whether it is what a handler is given: `(req, res) => …`. */
function isRequestParameter(node: tsMorph.ts.Identifier): boolean {
  const declaration = heldBy(node)?.declaration;
  if (!declaration || !ts.isParameter(declaration)) return false;
  const next = declaration.parent.parameters[1]?.name;
  return next !== undefined && /^_?(?:res|response|reply)$/.test(textOfName(next) ?? '');
}

const signsIn =
  /log-?_?in|sign-?_?in|sign-?_?up|register|registration|authenticat|\bauth\b|\/auth|password|passwd|credential|oauth|\/token|payment|checkout|\bcards?\b|\/users?['"`]|mfa|otp/i;
const signsInName =
  /^(?:handle|do|post|on|process|user|admin)?_?(?:log_?in|sign_?in|sign_?up|register|registerUser|authenticate|authorize|createUser|createAccount|resetPassword|changePassword|updatePassword|setPassword)/i;
const members =
  /\b(?:password|passwd|pwd|newPassword|currentPassword|oldPassword|cardNumber|creditCard|cvv|cvc|ssn|pin|secret|refreshToken|accessToken|apiKey|privateKey)\b/;

/** Whether the body that is logged is one that a password or a card's number is sent in. */
function takesSecrets(node: ScriptNode): boolean {
  for (let around = node.parent; around && !ts.isSourceFile(around); around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    if (members.test(around.getText().slice(0, 20_000))) return true;
    if (isFunction(around) && signsInName.test(nameOfFunction(around) ?? '')) return true;
    const call = around.parent;
    if (ts.isCallExpression(call) && isLoginRoute(call)) return true;
    if (isDecoratedLogin(around)) return true;
  }
  return /(?:^|\/)(?:log-?in|sign-?in|sign-?up|register|auth(?:entication)?|password|reset-password)(?:[.-](?:controller|routes?|service|handler))?\b[^/]*(?:\/route)?\.[cm]?[jt]sx?$/i.test(
    node.getSourceFile().fileName,
  );
}

/** `app.post('/login', …)`, and `app.use(…)` with a function that sees every body. */
function isLoginRoute({ expression, arguments: given }: tsMorph.ts.CallExpression): boolean {
  const method = lastName(expression) ?? '';
  const [first] = given;
  if (first && ts.isStringLiteralLike(first)) return signsIn.test(`${first.text}'`);
  return method === 'use' && first !== undefined && ts.isFunctionLike(first);
}

/** `@Post('login')` */
function isDecoratedLogin(method: ScriptNode): boolean {
  if (!ts.isMethodDeclaration(method)) return false;
  return (ts.getDecorators(method) ?? []).some((each) => signsIn.test(each.getText()));
}
