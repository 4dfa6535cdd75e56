import type * as tsMorph from 'ts-morph';
import { lastName, nameOfValue, textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Which arguments of a call sign, encrypt or decide who somebody is; by the function's last name. */
const sinks: Readonly<Record<string, readonly number[]>> = {
  verify: [1],
  sign: [1],
  signAsync: [1],
  verifyAsync: [1],
  jwtVerify: [1],
  createHmac: [1],
  createCipheriv: [1],
  createDecipheriv: [1],
  createSecretKey: [0],
  scryptSync: [0],
  scrypt: [0],
  pbkdf2Sync: [0],
  pbkdf2: [0],
  HmacSHA256: [1],
  HmacSHA512: [1],
  encrypt: [1],
  decrypt: [1],
  cookieParser: [0],
  constructEvent: [2],
  constructEventAsync: [2],
  timingSafeEqual: [0, 1],
  safeCompare: [0, 1],
  Webhook: [0],
  jwt: [0],
  importKey: [1],
};

/** Properties of options that do the same. */
const optionNames =
  /^(?:secretOrKey|secret|secrets|keys|signingSecret|signingKey|encryptionKey|webhookSecret|cookieSecret|jwtSecret)$/;
/** Who reads such options. */
const optionTakers =
  /^(?:session|expressSession|cookieSession|expressJwt|expressjwt|jwt|register|registerAsync|NextAuth|betterAuth|super|JwtStrategy|Strategy|sessionMiddleware|createCookieSessionStorage|App|Webhooks|fastifyJwt|JwtService|getToken|getIronSession)$/;

const known = new WeakMap<ScriptNode, ReadonlySet<string>>();

/** Whether a value goes into a call that signs, encrypts or compares secrets: itself, or by the name it is given. */
export function reachesAuthSink(value: ScriptNode): boolean {
  const whole = formedFrom(value);
  if (isSunk(whole)) return true;
  const name = ts.isBindingElement(whole) ? textOfName(whole.name) : nameOfValue(whole);
  return name !== undefined && namesSunkIn(value.getSourceFile()).has(name);
}

/** What a value becomes by what only changes its form: `Buffer.from(x)`, `new TextEncoder().encode(x)`, `x.trim()`. */
function formedFrom(value: ScriptNode): ScriptNode {
  let node = value;
  for (let steps = 0; steps < 8; steps++) {
    const { parent } = node;
    const called = ts.isCallExpression(parent) ? (lastName(parent.expression) ?? '') : undefined;
    const isForm =
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isArrayLiteralExpression(parent) ||
      (called !== undefined &&
        parent.getChildAt(0) !== node &&
        /^(?:from|encode|String|decode)$/.test(called));
    const isMethod =
      ts.isPropertyAccessExpression(parent) &&
      parent.expression === node &&
      ts.isCallExpression(parent.parent);
    if (!isForm && !isMethod) return node;
    node = isMethod ? parent.parent : parent;
  }
  return node;
}

/** Whether a value is an argument of such a call, an option of one, or compared with. */
function isSunk(value: ScriptNode): boolean {
  const node = formedFrom(value);
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return takes(parent, node);
  if (ts.isPropertyAssignment(parent)) {
    return optionNames.test(textOfName(parent.name) ?? '') && isTaken(parent.parent);
  }
  return ts.isBinaryExpression(parent) && isComparison(parent, node);
}

function takes(call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression, argument: ScriptNode): boolean {
  const name = lastName(call.expression) ?? '';
  const index = (call.arguments ?? ([] as readonly ScriptNode[])).indexOf(argument);
  return Object.hasOwn(sinks, name) && sinks[name]?.includes(index) === true;
}

function isTaken(object: ScriptNode): boolean {
  const { parent } = object;
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
    (optionTakers.test(lastName(parent.expression) ?? '') ||
      parent.expression.kind === ts.SyntaxKind.SuperKeyword)
  );
}

/** `header === secret`: an empty header would do. Not the question whether there is one. */
function isComparison(
  { operatorToken, left, right }: tsMorph.ts.BinaryExpression,
  node: ScriptNode,
): boolean {
  const { kind } = operatorToken;
  const compares =
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken;
  const other = plain(left === node ? right : left);
  return compares && !ts.isStringLiteralLike(other) && !isNothing(other);
}

const isNothing = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

/** The names of variables and members that go into such calls anywhere in a file. */
function namesSunkIn(file: ScriptNode): ReadonlySet<string> {
  let names = known.get(file) as Set<string> | undefined;
  if (names) return names;
  names = new Set();
  known.set(file, names);
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const name = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? lastName(node) : undefined;
    if (name !== undefined && !isMemberName(node) && isSunk(node)) names.add(name);
    else if (
      ts.isShorthandPropertyAssignment(node) &&
      optionNames.test(node.name.text) &&
      isTaken(node.parent)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return names;
}

const isMemberName = (node: ScriptNode): boolean =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
