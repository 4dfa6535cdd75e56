import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { literalText, propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A function that another company's servers call. */
export interface Receiver {
  readonly handler: FunctionWithBody;
  /** What requests go through before it. */
  readonly before: readonly ScriptNode[];
  /** What is underlined. Offsets count from 0. */
  readonly start: number;
  readonly end: number;
}

const word = /(?:^|[/_.-])(?:\w{0,30}web-?hooks?|hooks?)(?=$|[/_.-])/i;
const provider =
  /(?:^|[/_-])(?:stripe|paypal|github|gitlab|slack|twilio|shopify|sendgrid|mailgun|razorpay|paddle|lemon-?squeezy|clerk|square|plaid|whatsapp|messenger|mailchimp|hubspot|intercom|adyen|mollie|paystack|flutterwave)[/_-](?:events?|ipn|notify|notifications?|callback|interactions?|interactivity|commands?|sms|voice|inbound)$/i;
/** What people do with webhooks of their own: registered, listed, tried out. */
const managed =
  /[:*{[]\w{0,30}id\b|\/(?:test|tests|deliver(?:y|ies)|logs?|retry|register|subscribe|subscriptions?|settings|config|create|list|rotate|toggle|new|edit|outgoing|outbound|send)(?=$|\/)/i;

/** Whether a path is one that others' servers call. */
export const isWebhookPath = (path: string): boolean =>
  (word.test(path) || provider.test(path)) && !managed.test(path);

/** `app.post('/webhooks/stripe', …, handler)`, `fastify.route({ method: 'POST', url, handler })`. */
export function receiverOfCall(call: tsMorph.ts.CallExpression): Receiver | undefined {
  const { expression: callee } = call;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const [first] = call.arguments;
  if (callee.name.text === 'route' && first && ts.isObjectLiteralExpression(first))
    return receiverOfObject(callee, first);
  if (!/^(?:post|all)$/.test(callee.name.text)) return undefined;
  const own = literalText(first) ?? pathOfChain(callee.expression);
  const path = own === undefined ? undefined : mountOf(callee.expression) + own.replace(/^\/$/, '');
  if (path === undefined || !isWebhookPath(path)) return undefined;
  const args = call.arguments
    .slice(literalText(first) === undefined ? 0 : 1)
    .flatMap((each) => (ts.isArrayLiteralExpression(each) ? [...each.elements] : [each]));
  const handler = functionOf(args.at(-1));
  if (!handler) return undefined;
  return { handler, before: args.slice(0, -1), start: callee.name.getStart(), end: (first ?? callee).end };
}

function receiverOfObject(
  callee: ScriptNode,
  options: tsMorph.ts.ObjectLiteralExpression,
): Receiver | undefined {
  const path = literalText(propertyOf(options, 'url') ?? propertyOf(options, 'path'));
  if (
    path === undefined ||
    !isWebhookPath(path) ||
    !/POST/i.test(propertyOf(options, 'method')?.getText() ?? '')
  )
    return undefined;
  const handler = functionOf(propertyOf(options, 'handler'));
  const before = ['preHandler', 'onRequest', 'preValidation', 'preParsing'].flatMap(
    (each) => propertyOf(options, each) ?? [],
  );
  return handler && { handler, before, start: callee.getStart(), end: callee.end };
}

/** Where the same file mounts a router: `app.use('/webhook', router)`. */
function mountOf(router: ScriptNode): string {
  const name = ts.isIdentifier(router) ? router.text : '';
  const { text } = router.getSourceFile();
  for (let at = name === '' ? -1 : text.indexOf('.use('); at >= 0; at = text.indexOf('.use(', at + 5)) {
    const [, path, values = ''] =
      /^\.use\(\s?['"`]([^'"`\n]{1,80})['"`],([^)\n]{1,120})\)/.exec(text.slice(at, at + 250)) ?? [];
    if (path !== undefined && values.split(',').some((each) => each.trim() === name)) return path;
  }
  return '';
}

/** `router.route('/webhook').post(handler)` */
function pathOfChain(base: ScriptNode): string | undefined {
  const node = plain(base);
  return ts.isCallExpression(node) && lastName(node.expression) === 'route'
    ? literalText(node.arguments[0])
    : undefined;
}

/** A function, itself, by its name, or in a wrapper such as `asyncHandler(…)`. */
export function functionOf(node: ScriptNode | undefined, hops = 3): FunctionWithBody | undefined {
  if (!node || hops === 0) return undefined;
  const value = plain(node);
  if (isFunction(value)) return value.body ? value : undefined;
  if (ts.isCallExpression(value))
    return value.arguments.length > 0 ? functionOf(value.arguments.at(-1), hops - 1) : undefined;
  if (!ts.isIdentifier(value)) return undefined;
  const held = heldBy(value);
  if (!held) return undefined;
  if (ts.isFunctionDeclaration(held.declaration)) return held.declaration.body ? held.declaration : undefined;
  return ts.isVariableDeclaration(held.declaration) && held.writes.length === 1
    ? functionOf(held.writes[0]?.value, hops - 1)
    : undefined;
}

/** A function whose name says what it is, with the request as its first parameter: `handleStripeWebhook(req, res)`. */
export function receiverByName(node: ScriptNode): Receiver | undefined {
  if (!isFunction(node) || !node.body) return undefined;
  const name = nameOfFunction(node) ?? '';
  if (
    !/^(?:handle|receive|process|on)?\w{0,20}Webhooks?(?:Handler|Controller|Route|Endpoint|Listener|Receiver|Function|Lambda)?$|^webhook(?:Handler)?$/.test(
      name,
    )
  )
    return undefined;
  if (
    /^(?:create|register|add|save|update|delete|remove|list|get|find|fetch|send|dispatch|trigger|test|deliver|fire|verify|validate|parse|build|make|use|set|enable|disable|call|post|notify|emit|log|retry|mock|is|has)/i.test(
      name,
    )
  )
    return undefined;
  const first = node.parameters[0]?.name;
  if (!first || !ts.isIdentifier(first)) return undefined;
  const isRequest =
    /^(?:_?req|request|ctx|c|context)$/.test(first.text) ||
    // Of AWS: what is called so elsewhere is what was received and checked already.
    (/^(?:_?event|evt)$/.test(first.text) && node.body.getText().includes(`${first.text}.body`));
  if (!isRequest) return undefined;
  const place = node.name ?? node;
  return {
    handler: node,
    before: [],
    start: place.getStart(),
    end: node.name ? place.end : node.parameters.end,
  };
}

const verbs = /^(?:POST)$/;

/** What a file of Next or of a platform exports, where its path says what it is. */
export function receiverOfFile(path: string, node: ScriptNode): Receiver | undefined {
  const isRoute = /(?:^|\/)app\/.{0,300}\/route\.[cm]?[jt]sx?$/.test(path);
  const isPage = /(?:^|\/)pages\/api\//.test(path);
  const bare = path.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/(?:route|index|handler|\+server)$/, '');
  if (!isWebhookPath(bare.replace(/^.{0,300}\/(?:app|pages)\//, '/'))) return undefined;
  if (isPage) {
    const isDefault =
      ts.isExportAssignment(node) ||
      (ts.isFunctionDeclaration(node) &&
        node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
    if (!isDefault) return undefined;
    const handler = ts.isExportAssignment(node) ? functionOf(node.expression) : functionOf(node);
    return handler && { handler, before: [], ...placeOf(node, handler) };
  }
  const names = isRoute || /\+server\.[jt]s$/.test(path) ? verbs : /^handler$/;
  if (!isExported(node)) return undefined;
  if (ts.isFunctionDeclaration(node) && node.name && names.test(node.name.text) && node.body)
    return { handler: node, before: [], start: node.name.getStart(), end: node.name.end };
  if (!ts.isVariableStatement(node)) return undefined;
  for (const { name, initializer } of node.declarationList.declarations) {
    const handler = names.test(textOfName(name) ?? '') ? functionOf(initializer) : undefined;
    if (handler) return { handler, before: [], start: name.getStart(), end: name.end };
  }
  return undefined;
}

const isExported = (node: ScriptNode): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

function placeOf(node: ScriptNode, handler: FunctionWithBody): { start: number; end: number } {
  const place =
    ts.isExportAssignment(node) && ts.isIdentifier(node.expression)
      ? node.expression
      : (handler.name ?? handler.parameters[0] ?? handler);
  return { start: place.getStart(), end: place.end };
}

/** A method with `@Post('webhook')`, or with `@Post()` in a controller of that path. */
export function receiverOfMethod(node: tsMorph.ts.MethodDeclaration): Receiver | undefined {
  const post = decoratorNamed(node, /^(?:Post|All)$/);
  if (!post || !node.body || !ts.isClassLike(node.parent)) return undefined;
  const controller = decoratorNamed(node.parent, /Controller$/);
  const path = `/${pathOfDecorator(controller) ?? ''}/${pathOfDecorator(post) ?? ''}`;
  if (!isWebhookPath(path.replace(/\/$/, ''))) return undefined;
  const guards = [node, node.parent].flatMap(
    (each) => decoratorNamed(each, /^(?:UseGuards|Auth|UseInterceptors)$/) ?? [],
  );
  return { handler: node, before: guards, start: post.getStart(), end: post.end };
}

function decoratorNamed(node: ScriptNode, name: RegExp): tsMorph.ts.Decorator | undefined {
  if (!ts.canHaveDecorators(node)) return undefined;
  return ts
    .getDecorators(node)
    ?.find(({ expression }) =>
      name.test(lastName(ts.isCallExpression(expression) ? expression.expression : expression) ?? ''),
    );
}

function pathOfDecorator(decorator: tsMorph.ts.Decorator | undefined): string | undefined {
  const call = decorator?.expression;
  if (!call || !ts.isCallExpression(call)) return undefined;
  return literalText(call.arguments[0]) ?? literalText(propertyOf(call.arguments[0], 'path'));
}
