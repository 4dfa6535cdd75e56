import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Decode } from './decodes.ts';

/** Calls that look at a signature, or ask somebody who does. */
const verifying =
  /^(?:verify(?!Password|Email|Otp|Code|Role|Perm|Admin|Owner|User)\w*|jwtVerify|jwtDecrypt|compactVerify|introspect\w*|validate(?:Token|Jwt|JWT|Signature|AccessToken|IdToken)\w*|checkSignature|getSigningKey\w*|createRemoteJWKSet|createHmac|createVerify|timingSafeEqual|expressjwt|createVerifier|isValidSignature|authenticate(?:Request|Token))$/;

/** What a token says of itself, and not of who somebody is. */
const technical = /^(?:header|exp|iat|jti|kid|alg|nbf|iss|signature|typ|aud|cnf|nonce|azp)$/;
const personal =
  /^(?:sub|id|_id|uid|user|userId|user_id|username|userName|email|roles?|isAdmin|admin|permissions?|scopes?|tenant\w*|org\w*|account\w*|groups|authorities|accessLevel|plan)$/;
const signsIn = /user|auth|session|principal|identity|account|claims|member|viewer|actor|login/i;
const requestLike =
  /^_?(?:req|request|ctx|context|c|event|socket|client|res|reply|next|handshake|connection|evt)$/;

/** Whether what the token says is believed: `sure` where it decides who somebody is, `likely` where it is handed on. */
export function isTrusted({ call, token, by }: Decode): 'sure' | 'likely' | undefined {
  const scope = outermostFunction(call);
  if (hasVerification(scope, call) || comesChecked(call) || isOwnToken(token)) return undefined;
  const uses = usesOf(call, scope);
  if (uses.names.length > 0 && !uses.whole && uses.names.every((name) => technical.test(name)))
    return undefined;
  const fromRequest = isFromRequest(token) || handlesRequests(scope);
  const name = isFunction(scope) ? (nameOfFunction(scope) ?? '') : '';
  const decides =
    uses.names.some((each) => personal.test(each)) ||
    (uses.holder !== undefined && signsIn.test(uses.holder)) ||
    (signsIn.test(name) && !/^(?:decode|parse)/i.test(name)) ||
    /^(?:verify|valid|check|isValid|isAuth|canActivate|guard|protect|ensure|require)/i.test(name);
  if (fromRequest && (decides || uses.whole)) return 'sure';
  if (by !== 'server library') return undefined;
  if (decides) return 'sure';
  return uses.whole && !/^(?:decode|parse|read|inspect|debug|dump|print|show)/i.test(name)
    ? 'likely'
    : undefined;
}

function outermostFunction(node: ScriptNode): ScriptNode {
  let scope: ScriptNode = node.getSourceFile();
  for (let each = node.parent; each; each = each.parent)
    if (isFunction(each) || ts.isConstructorDeclaration(each)) scope = each;
  return scope;
}

/** A verification in the same function; in a file's own statements, functions are left out. */
function hasVerification(scope: ScriptNode, call: ScriptNode): boolean {
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (
      ts.isIdentifier(node) &&
      verifying.test(node.text) &&
      !isOwnName(node, scope) &&
      !isAround(node, call)
    )
      return true;
    if (node !== scope && ts.isSourceFile(scope) && isFunction(node)) continue;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return false;
}

const isOwnName = (node: ScriptNode, scope: ScriptNode): boolean =>
  node.parent === scope ||
  ts.isImportSpecifier(node.parent) ||
  ts.isVariableDeclaration(node.parent) ||
  ts.isBindingElement(node.parent);

/** `verifyToken(jwt.decode(token))` looks at the claims only; a name in a type says nothing. */
const isAround = (node: ScriptNode, call: ScriptNode): boolean =>
  ts.isTypeNode(node.parent) || (call.parent === node.parent && ts.isCallExpression(node.parent));

/** `app.get('/me', authenticate, (req, res) => …)`: the middleware before has looked. */
function comesChecked(call: ScriptNode): boolean {
  for (let node: ScriptNode = call; node.parent; node = node.parent) {
    const { parent } = node;
    if (!ts.isCallExpression(parent) || !isFunction(node)) continue;
    const index = parent.arguments.indexOf(node as tsMorph.ts.Expression);
    const before = parent.arguments.slice(0, Math.max(index, 0));
    if (
      before.some(
        (each) =>
          !ts.isStringLiteralLike(each) &&
          /auth|verif|protect|guard|jwt|signedin/i.test(each.getText().slice(0, 200)),
      )
    )
      return true;
  }
  return false;
}

/** A token that was made here, came from a token endpoint, or stands in the environment. */
function isOwnToken(token: ScriptNode): boolean {
  const value = heldValue(token);
  const text = value.getText().slice(0, 300);
  if (
    /\bprocess\.env\b/.test(text) ||
    /\b(?:sign|jwtSign|signAsync|getToken(?!\(_?(?:req|request|ctx|context|c|event)\b)|generate\w*|create\w*Token)\(/.test(
      text,
    )
  )
    return true;
  if (isFromRequest(token)) return false;
  if (/^id_?token$/i.test(lastName(token) ?? '')) return true;
  return (
    ts.isPropertyAccessExpression(value) &&
    /^(?:data|tokens?|tokenSet|tokenResponse|response|resp|result|json|session|account|credentials|auth|authResult|oauth\w*)$/i.test(
      lastName(value.expression) ?? '',
    )
  );
}

/** Headers, cookies and bodies of a request, also through a variable or two. */
function isFromRequest(token: ScriptNode, hops = 3): boolean {
  if (token.end - token.pos > 2_000) return false;
  const text = token.getText().slice(0, 300);
  if (/\b(?:headers?|cookies?|authorization|handshake|body|query|params|searchParams)\b/i.test(text))
    return true;
  let found = false;
  const look = (node: ScriptNode): void => {
    if (found || !ts.isIdentifier(node) || hops === 0) {
      if (!found) ts.forEachChild(node, look);
      return;
    }
    const held = heldBy(node);
    if (!held) return;
    let owner: ScriptNode = held.declaration;
    while (ts.isBindingElement(owner) || ts.isObjectBindingPattern(owner) || ts.isArrayBindingPattern(owner))
      owner = owner.parent;
    if (ts.isVariableDeclaration(owner) && owner.initializer)
      found = isFromRequest(owner.initializer, hops - 1);
  };
  look(token);
  return found;
}

const handlesRequests = (scope: ScriptNode): boolean =>
  ts.isFunctionLike(scope) &&
  scope.parameters.some(
    ({ name, type }) =>
      requestLike.test(textOfName(name) ?? '') ||
      /(?:Request|Context|Event)\b/.test(type?.getText().slice(0, 100) ?? ''),
  );

interface Uses {
  /** Properties that are read of the claims. */
  readonly names: readonly string[];
  /** Whether the claims are handed on as they are. */
  readonly whole: boolean;
  /** What they are put into: `user`, `req.user`. */
  readonly holder: string | undefined;
}

function usesOf(call: ScriptNode, scope: ScriptNode): Uses {
  const top = outermost(call);
  const { parent } = top;
  if (ts.isPropertyAccessExpression(parent)) return namesOnly([propertyOf(parent)]);
  if (ts.isExpressionStatement(parent) || isLogged(parent))
    return { names: ['exp'], whole: false, holder: undefined };
  if (ts.isBinaryExpression(parent) && parent.right === top)
    return { names: [], whole: true, holder: parent.left.getText().slice(0, 80) };
  if (!ts.isVariableDeclaration(parent)) return { names: [], whole: true, holder: undefined };
  if (ts.isObjectBindingPattern(parent.name))
    return namesOnly(parent.name.elements.map((each) => textOfName(each.propertyName ?? each.name) ?? ''));
  if (!ts.isIdentifier(parent.name)) return { names: [], whole: true, holder: undefined };
  return usesOfVariable(parent.name.text, parent, scope);
}

const namesOnly = (names: readonly string[]): Uses => ({
  names,
  // `const { payload } = decode(token)`
  whole: names.includes('payload'),
  holder: undefined,
});

/** The expression with casts, parentheses and `await` around it. */
function outermost(node: ScriptNode): ScriptNode {
  let top = node;
  while (
    ts.isParenthesizedExpression(top.parent) ||
    ts.isAsExpression(top.parent) ||
    ts.isNonNullExpression(top.parent) ||
    ts.isAwaitExpression(top.parent) ||
    ts.isTypeAssertionExpression(top.parent) ||
    (ts.isBinaryExpression(top.parent) && /^(?:\|\||\?\?)$/.test(top.parent.operatorToken.getText()))
  )
    top = top.parent;
  return top;
}

/** `decoded.payload.sub` → sub */
function propertyOf(access: tsMorph.ts.PropertyAccessExpression): string {
  const outer = outermost(access).parent;
  return access.name.text === 'payload' && ts.isPropertyAccessExpression(outer)
    ? outer.name.text
    : access.name.text;
}

const isLogged = (node: ScriptNode): boolean =>
  ts.isCallExpression(node) && /^(?:log|info|debug|warn|error|trace)$/.test(lastName(node.expression) ?? '');

function usesOfVariable(name: string, declaration: ScriptNode, scope: ScriptNode): Uses {
  const names: string[] = [];
  let whole = false;
  let holder: string | undefined = name;
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ts.forEachChild(node, (child) => void waiting.push(child));
    if (!ts.isIdentifier(node) || node.text !== name || node.parent === declaration) continue;
    const top = outermost(node);
    const { parent } = top;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === top) names.push(propertyOf(parent));
    else if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
      names.push(...parent.name.elements.map((each) => textOfName(each.propertyName ?? each.name) ?? ''));
    else if (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.right === top
    ) {
      whole = true;
      holder = `${holder} ${parent.left.getText().slice(0, 80)}`;
    } else if (
      ts.isReturnStatement(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isPropertyAssignment(parent)
    )
      whole = true;
    else if (ts.isCallExpression(parent) && !isLogged(parent)) whole = true;
  }
  return { names, whole, holder };
}
