import type * as tsMorph from 'ts-morph';
import { exits } from '../../../analysis/devGuards.ts';
import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { functionOf } from './receivers.ts';

/** What a handler makes of who called it. */
export interface Reading {
  readonly readsBody: boolean;
  /** Someone looks at a signature, a secret or a session, or may do so in another file. */
  readonly isProved: boolean;
  /** A check whose failure is only logged. */
  readonly ignored: tsMorph.ts.IfStatement | undefined;
  /** Behind a sign-in, or about webhooks that are sent: nothing that another company calls. */
  readonly isOwn: boolean;
}

const proving =
  /verif|constructEvent|timingSafeEqual|hmac|createHash|validat\w{0,20}(?:request|webhook|signature|token|secret|incoming|hook)|valid(?:signature|webhook|token|secret)|signature|authenti|authoriz|^unwrap$|unmarshal|(?:safe|secure|constantTime|timing)\w{0,10}(?:compare|equal)|tsscmp|(?:check|assert|require|ensure)\w{0,12}(?:secret|token|auth)|^receive$|^retrieve$|^webhookCallback$|^jwtVerify$|svix/i;
const reading = /^(?:get|read|extract|log|parse|set|has|debug|info|warn|error|String|header)/i;
const secretWords = /secret|token|signature|\bsig\b|hmac|digest|expected|api_?key|password|authorization/i;
const signedIn =
  /\b(?:req|request|ctx|c|context|res)\.(?:user|session|auth|locals\.user|state\.user|currentUser)\b|\b(?:getServerSession|currentUser|getSession|requireUser|requireAuth|requireAdmin|getCurrentUser|getAuth|getUser|withAuth|checkAuth)\b|\bauth\(\)/;
const ofOwnHooks =
  /^(?:create|register|add|save|insert|update|delete|remove|list|subscribe|send|dispatch|trigger|deliver|fire)\w{0,30}(?:webhooks?|subscriptions?)$/i;
const ownReceivers =
  /^(?:webhooks?|webhooks?(?:Model|Repo|Repository|Subscriptions?|Endpoints?|Configs?|Store))$/i;
const logging = /^(?:log|debug|info|warn|error|trace|captureException|captureMessage)$/;

/** Reads a handler with the functions of the file that it calls. */
export function readHandler(handler: FunctionWithBody): Reading {
  const found = { readsBody: false, isProved: false, isOwn: false } as {
    -readonly [Key in keyof Reading]: Reading[Key];
  };
  found.ignored = undefined;
  const request = requestNames(handler);
  const seen = new Set<ScriptNode>();
  const waiting: { node: ScriptNode; depth: number }[] = [{ node: handler, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    if (isBody(node) && !isOnlyLogged(node)) found.readsBody = true;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      judgeCall(node, request, found);
      const local = depth < 2 && ts.isIdentifier(node.expression) ? functionOf(node.expression) : undefined;
      if (local) waiting.push({ node: local, depth: depth + 1 });
    } else if (ts.isBinaryExpression(node) && comparesSecret(node)) prove(node, found);
    ts.forEachChild(node, (child) => void waiting.push({ node: child, depth }));
  }
  if (signedIn.test(handler.getText()) || registersAddress(handler)) found.isOwn = true;
  return found;
}

type Mutable = { -readonly [Key in keyof Reading]: Reading[Key] };

const requestNames = (handler: FunctionWithBody): ReadonlySet<string> =>
  new Set(
    handler.parameters
      .slice(0, 1)
      // The body by itself brings no signature along.
      .filter((each) => !ts.getDecorators(each)?.some(isBody))
      .flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : [])),
  );

function judgeCall(
  call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression,
  request: ReadonlySet<string>,
  found: Mutable,
): void {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  const receiver = ts.isPropertyAccessExpression(callee) ? (lastName(plain(callee.expression)) ?? '') : '';
  if (ofOwnHooks.test(name)) found.isOwn = true;
  if (
    ownReceivers.test(receiver) &&
    /^(?:create|save|insert|insertOne|findMany|find|update|delete|register|upsert|add)/.test(name)
  )
    found.isOwn = true;
  if (logging.test(name)) return;
  if (
    proving.test(name)
      ? !reading.test(name) || /(?:Verified|Valid)/.test(name)
      : /^(?:webhooks?|svix|verifier)$/i.test(receiver) && /^(?:verify|receive|unwrap|process)/.test(name)
  ) {
    prove(call, found);
    return;
  }
  if (/^(?:get|header|String|json|text|set|setHeader|send|status|toString|end)$/.test(name)) return;
  // Handed on with what is needed to check it: another file may do so.
  const isLocal = ts.isIdentifier(callee) && functionOf(callee) !== undefined;
  const handsOn = call.arguments?.some((each) => {
    const node = plain(each);
    if (ts.isIdentifier(node) && request.has(node.text)) return !isLocal;
    return /signature|\bsig\b|\bheaders?\b/i.test(
      ts.isFunctionLike(node) ? '' : node.getText().slice(0, 2_000),
    );
  });
  if (handsOn && !/^(?:push|JSON|stringify|Boolean)$/.test(name)) prove(call, found);
}

/** Counts a check, unless what it finds is only logged. */
function prove(check: ScriptNode, found: Mutable): void {
  const ignored = ignoredBy(check);
  if (ignored === undefined) found.isProved = true;
  else if (ignored !== 'unused') found.ignored ??= ignored;
}

/** The `if` that asks a check and goes on whatever it says; `unused` where nobody asks. */
function ignoredBy(check: ScriptNode): tsMorph.ts.IfStatement | 'unused' | undefined {
  let node = check;
  for (let { parent } = node; parent && !ts.isFunctionLike(parent); node = parent, parent = node.parent) {
    if (ts.isIfStatement(parent)) return parent.expression === node ? onlyLogs(parent) : undefined;
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name))
      return usesOf(parent, parent.name.text);
    if (ts.isStatement(parent)) return undefined;
  }
  return undefined;
}

function usesOf(declaration: ScriptNode, name: string): tsMorph.ts.IfStatement | 'unused' | undefined {
  if (!/valid|verified|ok|match|trusted|authentic/i.test(name)) return undefined;
  let scope: ScriptNode = declaration;
  while (!ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent;
  let uses = 0;
  let ignored: tsMorph.ts.IfStatement | undefined;
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isIdentifier(node) && node.text === name && node.parent !== declaration) {
      const { parent } = node;
      if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) uses += 1;
      const asked = ts.isPrefixUnaryExpression(parent) ? parent.parent : undefined;
      if (asked && ts.isIfStatement(asked)) ignored = onlyLogs(asked) ?? ignored;
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  if (uses === 0) return 'unused';
  return uses === 1 ? ignored : undefined;
}

/** `if (!verify(…)) { console.warn(…) }` */
function onlyLogs(statement: tsMorph.ts.IfStatement): tsMorph.ts.IfStatement | undefined {
  const { expression, thenStatement, elseStatement } = statement;
  const denies =
    (ts.isPrefixUnaryExpression(plain(expression)) || /!==?/.test(expression.getText())) &&
    !elseStatement &&
    !exits(thenStatement);
  if (!denies) return undefined;
  const statements = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  const logs = statements.every((each) => {
    const call = ts.isExpressionStatement(each) ? plain(each.expression) : undefined;
    return call !== undefined && ts.isCallExpression(call) && logging.test(lastName(call.expression) ?? '');
  });
  return logs ? statement : undefined;
}

function comparesSecret(node: tsMorph.ts.BinaryExpression): boolean {
  if (!/^[!=]==?$/.test(node.operatorToken.getText())) return false;
  const [left, right] = [plain(node.left), plain(node.right)];
  if (
    [left, right].some(
      (each) =>
        ts.isLiteralExpression(each) ||
        ts.isTypeOfExpression(each) ||
        /^(?:undefined|null|true|false)$/.test(each.getText().slice(0, 12)),
    )
  )
    return false;
  return secretWords.test(left.getText().slice(0, 300)) || secretWords.test(right.getText().slice(0, 300));
}

/** What a request brings: `.body`, `await request.json()`, `@Body()`. */
function isBody(node: ScriptNode): boolean {
  if (ts.isPropertyAccessExpression(node)) return /^(?:body|rawBody|payload)$/.test(node.name.text);
  if (ts.isBindingElement(node))
    return /^(?:body|rawBody)$/.test((node.propertyName ?? node.name).getText().slice(0, 20));
  if (ts.isDecorator(node)) return /^@(?:Body|RawBody|Payload)\b/.test(node.getText().slice(0, 20));
  if (!ts.isCallExpression(node)) return false;
  const name = lastName(node.expression) ?? '';
  if (/^(?:readBody|readRawBody|parseBody|buffer|getRawBody)$/.test(name)) return true;
  if (!/^(?:json|text|formData|arrayBuffer|parseBody)$/.test(name) || node.arguments.length > 0) return false;
  return (
    ts.isPropertyAccessExpression(node.expression) &&
    /req|^c$|ctx|event/i.test(node.expression.expression.getText().slice(0, 60))
  );
}

/** `logger.info(req.body)` believes nothing. */
function isOnlyLogged(node: ScriptNode): boolean {
  for (let { parent } = node; parent && !ts.isStatement(parent); parent = parent.parent) {
    if (ts.isCallExpression(parent) && parent.expression !== node)
      return logging.test(lastName(parent.expression) ?? '');
  }
  return false;
}

/** `{ url, events } = req.body`: somebody registers where to send. */
const registersAddress = (handler: FunctionWithBody): boolean => {
  const text = handler.getText();
  return (
    /\.body\.(?:url|targetUrl|target_url|callbackUrl|callback_url|webhookUrl|webhook_url|endpointUrl)\b/.test(
      text,
    ) ||
    /[{,]\s{0,40}(?:url|targetUrl|target_url|callbackUrl|callback_url|webhookUrl|webhook_url|endpointUrl)\b[^{}]{0,200}\}\s{0,10}=[^;]{0,60}(?:body|json\(\)|data)\b/.test(
      text,
    )
  );
};
