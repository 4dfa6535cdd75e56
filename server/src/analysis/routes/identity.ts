import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';

/** What requests and contexts hold of who calls. */
const identity =
  /^(?:user|userId|user_id|currentUser|session|auth|authorization|isAuthenticated|authenticated|account|accountId|apiKey|cookies|signedCookies|principal|identity|claims|tenant|tenantId|uid|username|jwt|token|isAdmin|role|roles|passport|authInfo)$/;

/** What carries it. */
const carrier =
  /^(?:_?req|request|ctx|context|c|event|evt|locals|state|session|headers|socket|res|reply|handshake|data|auth|raw|this|store)$/;

const header =
  /^(?:authorization|proxy-authorization|user|userId|session|jwtPayload|(?:access|session|auth)_?token|token|sid|api-?key)$/i;
const ownHeader = /^x-.{0,30}(?:token|key|secret|signature|auth|user)|.-signature$/i;

const isHeader = (text: string): boolean => text.length < 60 && (header.test(text) || ownHeader.test(text));

const reader = /^(?:get|header|getHeader|cookie|getCookie|has)$/;

/** A read of who calls, or the answer that the call is not known, as a name: `req.user`, `const { session } = req`, `headers['authorization']`. */
export function identityRead(node: ScriptNode): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    if (!identity.test(node.name.text)) return undefined;
    const base = lastName(node.expression);
    return base !== undefined && carrier.test(base) ? `${base}.${node.name.text}` : undefined;
  }
  if (ts.isNumericLiteral(node)) {
    return /^(?:405|410|429|501)$/.test(node.text) && isAnswer(node) ? `answers.${node.text}` : undefined;
  }
  if (ts.isStringLiteralLike(node) && isHeader(node.text)) {
    const { parent } = node;
    const isRead =
      ts.isElementAccessExpression(parent) ||
      (ts.isCallExpression(parent) && reader.test(lastName(parent.expression) ?? ''));
    return isRead ? `headers.${node.text}` : undefined;
  }
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
  const name = node.propertyName ?? node.name;
  if (!ts.isIdentifier(name) || !identity.test(name.text)) return undefined;
  const around = node.parent.parent;
  const from =
    ts.isVariableDeclaration(around) && around.initializer
      ? lastName(around.initializer)
      : ts.isParameter(around)
        ? 'ctx'
        : undefined;
  return from !== undefined && carrier.test(from) ? `${from}.${name.text}` : undefined;
}

/** `res.status(429)`, `{ status: 429 }`, `ctx.status = 429`; not `error.status === 429`. */
function isAnswer({ parent }: ScriptNode): boolean {
  return (
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}
