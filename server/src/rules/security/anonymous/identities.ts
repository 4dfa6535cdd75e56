import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { nameWords } from '../../../analysis/secrets/naming.ts';
import { unwrapped, unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Somebody who stands in where nobody is signed in. */
export interface Fallback {
  readonly node: ScriptNode;
  /** What says who is signed in. */
  readonly identity: ScriptNode;
  /** Who stands in. */
  readonly instead: ScriptNode;
}

const ids =
  /^(?:_?id|uid|user_?id|sub|account_?id|owner_?id|email|user_?name|tenant_?id|org(?:anization)?_?id)$/i;
const users =
  /^(?:user|currentUser|auth|session|account|principal|identity|claims|authUser|sessionUser|authInfo|viewer|jwtPayload|decoded|decodedToken)$/;
const requests = /^_?(?:req|request|ctx|context|c|event|locals|res|socket|state|authorizer|requestContext)$/;

/** `req.user?.id || 'anonymous'`, `req.user ? req.user.id : 1` */
export function fallbackAt(node: ScriptNode): Fallback | undefined {
  if (ts.isBindingElement(node)) return ofDefault(node);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.EqualsToken) return ofLateAssignment(node);
    const chooses =
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.BarBarEqualsToken ||
      kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
    return chooses ? judged(node, node.left, node.right) : undefined;
  }
  if (!ts.isConditionalExpression(node)) return undefined;
  const whenTrue = unwrapped(node.whenTrue);
  const condition = conditionOf(node.condition);
  if (condition.end - condition.pos > 60) return undefined;
  return whenTrue.getText().startsWith(condition.getText())
    ? judged(node, whenTrue, node.whenFalse)
    : undefined;
}

/** `const { id: userId = 'anonymous' } = req.user ?? {}` */
function ofDefault(element: tsMorph.ts.BindingElement): Fallback | undefined {
  const { initializer, propertyName, name, parent } = element;
  const owner = parent.parent;
  if (!initializer || !ts.isVariableDeclaration(owner) || !owner.initializer) return undefined;
  const key = (propertyName && textOfName(propertyName)) ?? textOfName(name) ?? '';
  if (!ids.test(key)) return undefined;
  const source = unwrappedAwaited(owner.initializer);
  const user = ts.isBinaryExpression(source) ? source.left : source;
  if (!isUser(user, 1) || !isSomebody(initializer, 'id')) return undefined;
  return { node: element, identity: name, instead: initializer };
}

/** `let userId = req.user?.id;` and then `if (!userId) userId = 'anonymous';` */
function ofLateAssignment(node: tsMorph.ts.BinaryExpression): Fallback | undefined {
  const { left, right } = node;
  if (!ts.isIdentifier(left) || !/user|uid|account|^sub$/i.test(left.text)) return undefined;
  const statement = node.parent;
  if (!ts.isExpressionStatement(statement)) return undefined;
  const around = ts.isBlock(statement.parent) ? statement.parent.parent : statement.parent;
  if (!ts.isIfStatement(around) || around.expression.getText().slice(0, 80) !== `!${left.text}`)
    return undefined;
  const [first] = heldBy(left)?.writes ?? [];
  const kind = first && first.value !== right ? identityOf(first.value, 1) : undefined;
  return kind && isSomebody(right, kind) ? { node, identity: left, instead: right } : undefined;
}

/** What is looked at: `req.user` in `req.user !== undefined` as well. */
function conditionOf(node: ScriptNode): ScriptNode {
  const condition = unwrapped(node);
  const differs =
    ts.isBinaryExpression(condition) &&
    (condition.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
      condition.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken);
  return differs ? condition.left : condition;
}

function judged(node: ScriptNode, identity: ScriptNode, instead: ScriptNode): Fallback | undefined {
  const kind = identityOf(identity);
  if (!kind) return undefined;
  return isSomebody(instead, kind) ? { node, identity, instead } : undefined;
}

/** Whether an expression says who sent a request: by an id, as a whole, or by a role. */
export function identityOf(expression: ScriptNode, hops = 2): 'id' | 'user' | 'role' | undefined {
  const node = unwrappedAwaited(expression);
  if (hops < 0) return undefined;
  // `req.user?.id || req.session.userId || 'anonymous'`
  if (ts.isBinaryExpression(node) && /^(?:\|\||\?\?)$/.test(node.operatorToken.getText()))
    return identityOf(node.left, hops - 1) ?? identityOf(node.right, hops - 1);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return identityOf(node.right, hops);
  if (ts.isCallExpression(node)) return ofCall(node, hops);
  const name = lastName(node);
  if (name === undefined) return undefined;
  if (ts.isIdentifier(node)) return ofIdentifier(node, hops);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const holder = unwrappedAwaited(node.expression);
  if (isHeaderOfUser(holder, name)) return 'id';
  if (ids.test(name) && isUser(holder, hops)) return 'id';
  if (/^(?:user_?id|userID|uid)$/i.test(name) && isFromRequest(holder)) return 'id';
  if (/^(?:role|userRole)$/.test(name) && isUser(holder, hops)) return 'role';
  return /^(?:user|currentUser|auth)$/.test(name) && isFromRequest(holder) ? 'user' : undefined;
}

/** `req.headers['x-user-id']` */
const isHeaderOfUser = (holder: ScriptNode, name: string): boolean =>
  /^x-(?:user|account)(?:-?id)?$/i.test(name) && lastName(holder) === 'headers';

/** `c.get('user')`, `req.get('x-user-id')`, `req.header('x-user-id')`, `auth().userId` */
function ofCall(call: tsMorph.ts.CallExpression, hops: number): 'id' | 'user' | undefined {
  const [first] = call.arguments;
  const name = lastName(call.expression) ?? '';
  if (
    /^(?:get)?(?:[cC]urrent|[aA]uth(?:enticated)?|[sS]ession)User$|^getUserFrom(?:Request|Token|Session)$/.test(
      name,
    )
  )
    return 'user';
  if (name === 'String' && first) return identityOf(first, hops - 1) === 'id' ? 'id' : undefined;
  if (ts.isPropertyAccessExpression(call.expression) && /^(?:toString|trim)$/.test(name))
    return identityOf(call.expression.expression, hops - 1) === 'id' ? 'id' : undefined;
  if (!first || !ts.isStringLiteralLike(first) || !/^(?:get|header)$/.test(name)) return undefined;
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression: holder } = call.expression;
  if (!isRequest(holder) && lastName(holder) !== 'headers') return undefined;
  if (/^(?:x-user-?id|user_?id)$/i.test(first.text)) return 'id';
  return first.text === 'user' ? 'user' : undefined;
}

/** `const userId = req.user?.id;` and then `userId || …` */
function ofIdentifier(node: tsMorph.ts.Identifier, hops: number): 'id' | 'user' | undefined {
  if (hops === 0 || !/user|uid|account|^sub$/i.test(node.text)) return undefined;
  const held = heldBy(node);
  if (!held) return undefined;
  const { declaration, writes } = held;
  const kind = /id$|^sub$/i.test(node.text) ? 'id' : 'user';
  if (ts.isBindingElement(declaration)) {
    let owner: ScriptNode = declaration;
    while (!ts.isVariableDeclaration(owner) && !ts.isParameter(owner) && !ts.isSourceFile(owner))
      owner = owner.parent;
    // The context is the third that a resolver of GraphQL is given.
    if (ts.isParameter(owner) && owner.parent.parameters[2] === owner)
      return /^(?:user|currentUser|user_?id)$/i.test(node.text) ? kind : undefined;
    if (!ts.isVariableDeclaration(owner) || !owner.initializer) return undefined;
    return /^(?:user|user_?id|uid|userID)$/i.test(node.text) &&
      (isFromRequest(owner.initializer) || isUser(owner.initializer, hops - 1))
      ? kind
      : undefined;
  }
  const [write, ...more] = writes;
  const meant = write && more.length === 0 ? identityOf(write.value, hops - 1) : undefined;
  return meant === 'role' ? undefined : meant;
}

/** `req.user`, `session.user`, `c.get('user')`, `res.locals.user`, `await auth()` */
function isUser(expression: ScriptNode, hops: number): boolean {
  const node = unwrappedAwaited(expression);
  if (ts.isCallExpression(node)) {
    const name = lastName(node.expression) ?? '';
    if (
      /^(?:auth|getAuth|getServerSession|getSession|currentUser|getCurrentUser|getUser|getServerAuthSession|validateRequest)$/.test(
        name,
      )
    )
      return true;
    return ofCall(node, hops) === 'user';
  }
  const name = lastName(node);
  if (name === undefined) return false;
  if (ts.isIdentifier(node)) {
    if (hops === 0) return false;
    const held = heldBy(node);
    const [write, ...more] = held?.writes ?? [];
    if (write && more.length === 0)
      return isUser(write.value, hops - 1) || identityOf(write.value, hops - 1) === 'user';
    if (!held) return /^(?:currentUser|sessionUser|authUser|session)$/.test(name);
    return ts.isBindingElement(held.declaration) && ofIdentifier(node, hops) === 'user';
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  return users.test(name) && (isFromRequest(node.expression) || isUser(node.expression, hops));
}

/** Something of a request, by the name at its root. */
function isFromRequest(expression: ScriptNode): boolean {
  let node: ScriptNode = unwrappedAwaited(expression);
  for (let depth = 0; depth < 6; depth++) {
    if (isRequest(node)) return true;
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
    node = unwrappedAwaited(node.expression);
  }
  return false;
}

const isRequest = (node: ScriptNode): boolean => {
  const name = lastName(unwrapped(node));
  return (
    name !== undefined &&
    requests.test(name) &&
    !(ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword)
  );
};

/** Whether what stands in is somebody: an id, a role with power, an object with an id. */
function isSomebody(expression: ScriptNode, kind: 'id' | 'user' | 'role'): boolean {
  const node = heldValue(expression);
  if (kind === 'role')
    return (
      ts.isStringLiteralLike(node) &&
      /^(?:super_?)?(?:admin(?:istrator)?|owner|root|user_?admin|superuser)$/i.test(node.text)
    );
  if (ts.isObjectLiteralExpression(node)) return kind === 'user' && hasId(node);
  if (kind === 'user') return isNamedSomebody(expression);
  if (ts.isStringLiteralLike(node))
    return (
      /\S/.test(node.text) &&
      !/^(?:n\/?a|-+|none|null|undefined|unknown|not set|missing|unauthenticated)$/i.test(node.text)
    );
  if (ts.isNumericLiteral(node)) return Number(node.text) > 0;
  return isNamedSomebody(expression);
}

/** `{ id: 'demo', role: 'admin' }` with an id that is written down. */
export function hasId(object: tsMorph.ts.ObjectLiteralExpression): boolean {
  return object.properties.some((each) => {
    const name = each.name && textOfName(each.name);
    if (name === undefined || !ids.test(name) || !ts.isPropertyAssignment(each)) return false;
    const value = heldValue(each.initializer);
    return (ts.isStringLiteralLike(value) && value.text !== '') || ts.isNumericLiteral(value);
  });
}

/** `DEFAULT_USER_ID`, `systemUser`, `constants.ANONYMOUS` */
function isNamedSomebody(expression: ScriptNode): boolean {
  const name = lastName(unwrapped(expression));
  if (name === undefined || name.length > 60) return false;
  const words = nameWords(name);
  return (
    words.some((word) =>
      /^(?:default|anonymous|anon|guest|system|demo|test|fallback|mock|dummy|public)$/.test(word),
    ) &&
    (words.some((word) => /^(?:user|users|uid|account|owner)$/.test(word)) ||
      /^(?:ANONYMOUS|GUEST|SYSTEM)$/.test(name))
  );
}
