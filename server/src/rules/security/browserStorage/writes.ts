import type * as tsMorph from 'ts-morph';
import { isAuthName, isTokenName } from '../../../analysis/authNames.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue, objectOf, optionOf } from '../../../analysis/options.ts';
import { isSecretName, nameWords } from '../../../analysis/secrets/naming.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Something that is put where every script of the page can read it. */
export interface StorageWrite {
  readonly node: ScriptNode;
  readonly storage: string;
  readonly key: ScriptNode | undefined;
  readonly value: ScriptNode | undefined;
}

const storages = /^(?:localStorage|sessionStorage|AsyncStorage|localforage|localForage)$/;

/** The storage that an expression is, by its name or through a variable. */
function storageOf(expression: ScriptNode): string | undefined {
  const node = heldValue(expression);
  const name = lastName(node);
  if (name !== undefined && storages.test(name)) return name;
  const module = ts.isIdentifier(unwrapped(expression)) ? importedFrom(expression)?.module : undefined;
  return module !== undefined && /async-storage/.test(module) ? 'AsyncStorage' : undefined;
}

/** `localStorage.setItem(…)`, `useLocalStorage('token', …)` */
export function writeOfCall(call: tsMorph.ts.CallExpression): StorageWrite | undefined {
  const { expression: callee } = call;
  const [key, value] = call.arguments;
  if (ts.isPropertyAccessExpression(callee)) {
    if (callee.name.text !== 'setItem' || !key) return undefined;
    const storage = storageOf(callee.expression);
    return storage === undefined ? undefined : { node: call, storage, key, value };
  }
  const name = lastName(callee) ?? '';
  if (
    !key ||
    !/^(?:useLocalStorage|useSessionStorage|atomWithStorage|useLocalStorageState|usePersistedState|useAsyncStorage)$/.test(
      name,
    )
  )
    return undefined;
  return { node: call, storage: 'localStorage', key, value: undefined };
}

/** `localStorage.token = …`, `localStorage['token'] = …` */
export function writeOfAssignment(node: tsMorph.ts.BinaryExpression): StorageWrite | undefined {
  const { left, operatorToken, right } = node;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  if (ts.isElementAccessExpression(left)) {
    const storage = storageOf(left.expression);
    return storage === undefined ? undefined : { node, storage, key: left.argumentExpression, value: right };
  }
  if (!ts.isPropertyAccessExpression(left)) return undefined;
  const storage = storageOf(left.expression);
  return storage === undefined ? undefined : { node, storage, key: left.name, value: right };
}

/** Whether what is written signs somebody in: by its key, by the value, or by what the value is made of. */
export function signsIn({ key, value }: StorageWrite): boolean {
  const held = value && heldValue(value);
  if (held && isNothing(held)) return false;
  const name = key && nameOfKey(key);
  if (name !== undefined && isOther(name)) return false;
  if (name !== undefined && isCarrier(name)) return !held || !isFlag(held, name);
  return !!held && holdsToken(held);
}

/** The words of a key: its text, or the constant's name. */
function nameOfKey(key: ScriptNode): string | undefined {
  const held = heldValue(key);
  if (ts.isStringLiteralLike(held)) return held.text;
  if (ts.isTemplateExpression(held)) return held.templateSpans.at(-1)?.literal.text || held.head.text;
  return textOfMember(held) ?? lastName(held) ?? lastName(key);
}

/** `this.KEY`, where the class says what that is. */
function textOfMember(node: ScriptNode): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword)
    return undefined;
  let owner: ScriptNode = node;
  while (owner.parent && !ts.isClassLike(owner)) owner = owner.parent;
  if (!ts.isClassLike(owner)) return undefined;
  const member = owner.members.find((each) => each.name && textOfName(each.name) === node.name.text);
  const value = member && ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** Words that keep a key from being one that signs in. */
const otherWords = new Set(
  'design figma csrf xsrf push fcm device captcha recaptcha theme color style expiry expires expire expired expiration refreshed count usage nonce verifier invite cart guest lang locale show hide has is last max min tab type provider modal strength'.split(
    ' ',
  ),
);
const isOther = (name: string): boolean => nameWords(name).some((word) => otherWords.has(word));

function isCarrier(name: string): boolean {
  if (isTokenName(name)) return true;
  const kind = isSecretName(name);
  return (
    kind === 'token' ||
    kind === 'password' ||
    kind === 'credential' ||
    kind === 'secret' ||
    isApiKey(name, kind)
  );
}

/** Somebody's own key to a paid service. */
const isApiKey = (name: string, kind: string | undefined): boolean =>
  kind === 'key' && /api_?-?key|secret|private/i.test(name);

const isNothing = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword ||
  (ts.isStringLiteralLike(node) && node.text === '') ||
  (ts.isIdentifier(node) && node.text === 'undefined');

/** `setItem('auth', 'true')`, a number: says whether, and not who. */
function isFlag(value: ScriptNode, name: string): boolean {
  if (/token|jwt|passw/i.test(name)) return false;
  if (ts.isStringLiteralLike(value)) return /^(?:true|false|1|0|yes|no)$/i.test(value.text);
  return (
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isCallExpression(value) && /^(?:now|toISOString|getTime)$/.test(lastName(value.expression) ?? ''))
  );
}

/** `res.data.token`, `JSON.stringify({ token, user })`, a template with a token in it. */
function holdsToken(value: ScriptNode, depth = 4): boolean {
  const node = heldValue(value);
  if (depth === 0) return false;
  const name = lastName(node) ?? lastName(unwrapped(value));
  if (name !== undefined) return isTokenName(name) && /token|jwt|bearer/i.test(name) && !isOther(name);
  if (ts.isTemplateExpression(node))
    return node.templateSpans.some((span) => holdsToken(span.expression, depth - 1));
  if (ts.isObjectLiteralExpression(node)) return holdsTokenMember(node);
  if (ts.isAwaitExpression(node)) return false;
  if (!ts.isCallExpression(node)) return false;
  const [first] = node.arguments;
  return (
    /^(?:stringify|btoa|String|encode\w*)$/.test(lastName(node.expression) ?? '') &&
    !!first &&
    holdsToken(first, depth - 1)
  );
}

const holdsTokenMember = (object: tsMorph.ts.ObjectLiteralExpression): boolean =>
  object.properties.some((each) => {
    const name = each.name && textOfName(each.name);
    return name !== undefined && isTokenName(name) && /token|jwt/i.test(name) && !isOther(name);
  });

/** Zustand's `persist((set) => ({ token: null, … }), { name })`: kept in localStorage where nothing else is said. */
export function persistedToken(call: tsMorph.ts.CallExpression): ScriptNode | undefined {
  if (lastName(call.expression) !== 'persist') return undefined;
  const [make, given] = call.arguments;
  const options = objectOf(given);
  if (!make || !options || optionOf(options, 'partialize').kind !== 'missing') return undefined;
  const storage = optionOf(options, 'storage', 'getStorage');
  if (
    storage.kind === 'unknown' ||
    (storage.kind === 'is' &&
      !/localStorage|sessionStorage|AsyncStorage/.test(storage.value.getText().slice(0, 200)))
  )
    return undefined;
  const made = heldValue(make);
  if (!ts.isArrowFunction(made)) return undefined;
  const body = unwrapped(made.body as tsMorph.ts.Expression);
  if (!ts.isObjectLiteralExpression(body)) return undefined;
  return body.properties.find((each) => {
    const name = each.name && textOfName(each.name);
    if (name === undefined || !ts.isPropertyAssignment(each)) return false;
    const { initializer } = each;
    const isState = !ts.isArrowFunction(initializer) && !ts.isFunctionExpression(initializer);
    return isState && isAuthName(name) && /token|jwt/i.test(name) && !isOther(name);
  });
}
