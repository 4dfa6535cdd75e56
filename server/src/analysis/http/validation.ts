import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import type { FunctionWithBody } from '../functions.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { type ClientInput, clientInput, type RequestPart } from './clientInput.ts';
import { handlerAround, type RouteHandler } from './handlers.ts';

/** A call in a handler that looks at what was sent, or throws. */
interface Check {
  readonly at: number;
  /** Undefined where the whole request is handed over: `validationResult(req)`. */
  readonly part: RequestPart | undefined;
  readonly keys: readonly string[];
}

const checksByFunction = new WeakMap<ScriptNode, readonly Check[]>();

/**
 * Whether what was sent is checked before a use of it: by a validator in front of the handler, by a schema or a
 * function in it that is named for that, or because the framework makes an instance of a checked class of it.
 */
export function isValidated(input: ClientInput, use: ScriptNode): boolean {
  const handler = handlerAround(input.source) ?? handlerAround(use);
  if (handler && isGuarded(handler)) return true;
  if (ts.isParameter(input.source) && isCheckedClass(input.source)) return true;
  if (validatesEverywhere(use.getSourceFile())) return true;
  const scope = handler?.node ?? functionAround(use);
  return (
    scope !== undefined &&
    checksIn(scope).some(({ at, part, keys }) => {
      if (at >= use.pos) return false;
      if (part === undefined) return true;
      return part === input.part && keys.every((key, index) => key === input.keys[index]);
    })
  );
}

function functionAround(node: ScriptNode): ScriptNode | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (ts.isFunctionLike(around)) return around;
  }
  return undefined;
}

/** Names of what checks a request: middlewares, schemas, chains of express-validator. */
const validators =
  /valid|celebrate|schema|sanitiz|\bjoi\b|\bzod\b|\bajv\b|\bdto\b|whitelist|\b(?:body|check|param|query|oneOf|checkSchema|sv|tb|vine|typebox)\(\s*['"[{]/i;

/** Whether something in front of a handler, or around it, checks what is sent. */
export function isGuarded(handler: RouteHandler): boolean {
  const { node, registration } = handler;
  for (const each of registration?.call.arguments ?? []) {
    if (each.pos <= node.pos && node.end <= each.end) continue;
    if (validators.test(textWithValue(each))) return true;
  }
  // `withValidation(schema, async (req) => …)`.
  let inner: ScriptNode = node;
  for (let around = node.parent; around && !ts.isBlock(around); around = around.parent) {
    if (ts.isCallExpression(around) && around !== registration?.call) {
      const others = around.arguments.filter((each) => each !== inner);
      if ([around.expression, ...others].some((each) => validators.test(textWithValue(each)))) return true;
    }
    inner = around;
  }
  return (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []).some((each) =>
    /Pipe|valid|schema/i.test(each.getText().slice(0, 300)),
  );
}

/** A node's text, and for a name that of what it holds. */
function textWithValue(node: ScriptNode): string {
  const text = node.getText().slice(0, 2_000);
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  const value = held?.writes[0]?.value.getText().slice(0, 2_000) ?? '';
  return `${text}\n${value}`;
}

/** `@Body() dto: CreateUserDto`: a class of its own, which a pipe checks. */
function isCheckedClass({ type }: tsMorph.ts.ParameterDeclaration): boolean {
  if (!type || !ts.isTypeReferenceNode(type)) return false;
  const name = type.typeName.getText();
  return !/^(?:Record|Partial|Object|Map|FormData|Array|Promise|Omit|Pick|Readonly)$/.test(name);
}

const everywhere =
  /\.use\(\s*(?:\w+\.)?(?:validat\w*|mongoSanitize|expressMongoSanitize|celebrate|OpenApiValidator|openApi\w*|\w*[sS]anitize\w*)|useGlobalPipes\(/;
const known = new WeakMap<ScriptNode, boolean>();

/** Whether the file puts a validator in front of all its routes. */
function validatesEverywhere(file: tsMorph.ts.SourceFile): boolean {
  let result = known.get(file);
  if (result === undefined) {
    result = everywhere.test(file.text);
    known.set(file, result);
  }
  return result;
}

const checking =
  /^(?:safe)?[pP]arse(?:Async|Body|Request|Input)?$|valid|assert|sanitiz|verify|^check|^ensure|^conform|^cast$|^decode$|^(?:is|pick|whitelist|matchedData|mask|strip|coerce|plainTo)[A-Z]|^(?:pick|omit|matchedData|Check|Parse|Decode|test|create|is)$/;
const notSchemas = /^(?:JSON|url|qs|querystring|URL|Number|path|cookie|jwt|bcrypt|Date|superjson|csv)$/;

/** The calls of a function, also of those inside it, that check what was sent. */
export function checksIn(scope: FunctionWithBody | ScriptNode): readonly Check[] {
  const known = checksByFunction.get(scope);
  if (known) return known;
  const checks: Check[] = [];
  checksByFunction.set(scope, checks);
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node)) checks.push(...checksOf(node));
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return checks;
}

function checksOf(call: tsMorph.ts.CallExpression): readonly Check[] {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  if (!checking.test(name)) return [];
  if (ts.isPropertyAccessExpression(callee)) {
    const owner = lastName(plain(callee.expression)) ?? '';
    if (notSchemas.test(owner)) return [];
    // `Model.create(req.body)` saves; `object({ … }).create` of superstruct is called by its name alone.
    if (name === 'create' || name === 'decode') return [];
  }
  return call.arguments.flatMap((each): Check[] => {
    const node = plain(each);
    const input = clientInput(node);
    if (input) return [{ at: call.pos, part: input.part, keys: input.keys }];
    const request = ts.isIdentifier(node) && /^(?:req|request|ctx|c|event)$/.test(node.text);
    return request ? [{ at: call.pos, part: undefined, keys: [] }] : [];
  });
}
