import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { nameWords } from '../../../analysis/secrets/naming.ts';
import { unwrapped, unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isPasswordName } from './passwordValues.ts';

/** Two passwords that are compared as they are. */
export interface PlainComparison {
  readonly supplied: ScriptNode;
  readonly stored: ScriptNode;
  readonly sure: boolean;
}

/** Words that mark the second field of a form, and the old beside the new. */
const ofForms =
  /^(?:confirm\w*|repeat\w*|retype\w*|again|second|verif\w*|new|old|previous|prev|next|temp|2|re|matching|dummy|empty|default|type|placeholder|hidden|masked?)$/;
/** What holds a form, a state or settings, and no stored account. */
const notAccounts =
  /^(?:props|prevProps|nextProps|state|prevState|nextState|values|form|formData|formValues|formState|errors|touched|config|conf|options|opts|settings|params|prev|previous|next|old|new|other|a|b|left|right|schema|field|fields|defaults|initialValues|connection|conn|url|parsed|uri|target|source|control|controls|group|env|server|smtp|db|proxy|changes|dirty|before|after|mask|constants|types|regex|patterns|messages|keys|actions)$/i;
/** Whose password a setting is, where people sign in with it. */
const ofPeople = /^(?:admin|master|site|dashboard|panel)$/;
/** What a person sends along. */
const requests =
  /^(?:body|query|params|payload|input|args|credentials|creds|login\w*|signin\w*|dto|\w*Dto|request|req|data|validated\w*|parsedBody|json|fields)$/i;

/** Judges two sides of a comparison. */
export function comparisonOf(first: ScriptNode, second: ScriptNode): PlainComparison | undefined {
  const a = partOf(first);
  const b = partOf(second);
  if (!a || !b) return undefined;
  if (a === 'supplied' || a === 'request') {
    if (b === 'stored') return { supplied: first, stored: second, sure: true };
    if (b === 'setting' && a === 'request') return { supplied: first, stored: second, sure: false };
    if (b === 'setting') return { supplied: first, stored: second, sure: false };
  }
  return b === 'supplied' || b === 'request' ? comparisonOfSwapped(first, second, a) : undefined;
}

function comparisonOfSwapped(first: ScriptNode, second: ScriptNode, a: Part): PlainComparison | undefined {
  if (a === 'stored') return { supplied: second, stored: first, sure: true };
  return a === 'setting' ? { supplied: second, stored: first, sure: false } : undefined;
}

/** `supplied` is a name of its own, `request` is read from what was sent. */
type Part = 'supplied' | 'request' | 'stored' | 'setting';

function partOf(expression: ScriptNode): Part | undefined {
  let node = unwrapped(expression);
  // `String(password)`, `password.trim()`, `user.get('password')`
  if (ts.isCallExpression(node)) {
    const inner = throughCall(node);
    if (!inner) return undefined;
    if (inner === 'stored') return 'stored';
    node = unwrapped(inner);
  }
  const name = lastName(node);
  if (name === undefined) return isCandidate(node) ? 'supplied' : undefined;
  if (!isPasswordName(name)) return isCandidate(node) ? 'supplied' : undefined;
  const words = nameWords(name);
  if (words.some((word) => ofForms.test(word))) return undefined;
  if (ts.isIdentifier(node)) return partOfIdentifier(node, words);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const holder = unwrappedAwaited(node.expression);
  if (
    /\bprocess\.env$/.test(holder.getText().slice(-40)) ||
    /^(?:env|Bun\.env|import\.meta\.env)$/.test(holder.getText())
  )
    return 'setting';
  if (holder.kind === ts.SyntaxKind.ThisKeyword)
    return words.length === 1 && inModel(node) ? 'stored' : undefined;
  const holderName = ts.isElementAccessExpression(holder) ? lastName(holder.expression) : lastName(holder);
  if (ts.isCallExpression(holder))
    return /^(?:get|find|load|fetch|select)\w*(?:user|account|admin|member|customer)/i.test(
      lastName(holder.expression) ?? '',
    )
      ? 'stored'
      : undefined;
  if (holderName === undefined) return undefined;
  if (/^(?:body|query|params)$/.test(holderName) && /^(?:req|request|ctx|event)\b/.test(holder.getText()))
    return 'request';
  if (requests.test(holderName)) return 'request';
  if (!notAccounts.test(holderName)) return 'stored';
  // `config.adminPassword`; others of a configuration are the program's own, for what it connects with.
  return /^(?:config|conf|settings)$/i.test(holderName) && words.some((word) => ofPeople.test(word))
    ? 'setting'
    : undefined;
}

/** What `String(x)`, `x.trim()` and `user.get('password')` are about. */
function throughCall(call: tsMorph.ts.CallExpression): ScriptNode | 'stored' | undefined {
  const name = lastName(call.expression);
  const [first] = call.arguments;
  // What can be decrypted is as good as plain to whoever has the key, which the program has.
  if (name === 'String' || name === 'from' || name === 'decrypt') return first;
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (name === 'trim' || name === 'toString') return call.expression.expression;
  if (
    name === 'getPassword' &&
    /user|account|member|customer|admin/i.test(lastName(call.expression.expression) ?? '')
  )
    return 'stored';
  const isField = first && ts.isStringLiteralLike(first) && isPasswordName(first.text);
  if (!isField || name !== 'get') return undefined;
  return /form|param|query|body|data/i.test(lastName(call.expression.expression) ?? '')
    ? undefined
    : 'stored';
}

function partOfIdentifier(node: tsMorph.ts.Identifier, words: readonly string[]): Part | undefined {
  const { text } = node;
  if (
    words.some((word) =>
      /^(?:stored|db|saved|real|actual|correct|expected|valid|existing|database|account|users?)$/.test(word),
    )
  )
    return isDigested(node) ? undefined : 'stored';
  if (/^[A-Z\d_]+$/.test(text) || words.some((word) => /^(?:admin|master|site|env|app|secret)$/.test(word)))
    return 'setting';
  return isDigested(node) ? undefined : 'supplied';
}

/** `const password = md5(req.body.password)` */
function isDigested(node: tsMorph.ts.Identifier): boolean {
  const held = heldBy(node);
  return (
    !!held &&
    held.writes.some(({ value }) =>
      /hash|digest|md5|sha\d|crypt|scrypt|pbkdf|hmac|derive/i.test(value.getText().slice(0, 300)),
    )
  );
}

/** `candidate` in a function that compares passwords. */
function isCandidate(node: ScriptNode): boolean {
  if (!ts.isIdentifier(node)) return false;
  const declaration = heldBy(node)?.declaration;
  if (!declaration || !ts.isParameter(declaration) || !isFunction(declaration.parent)) return false;
  const name = nameOfFunction(declaration.parent) ?? '';
  return (
    /pass(?:word|wd)?|pwd/i.test(name) &&
    /compare|check|verify|valid|match|authenticate|correct|is/i.test(name) &&
    !/confirm|equal|same|repeat/i.test(name)
  );
}

/** A method of a model: `userSchema.methods.comparePassword`, a class that is no component. */
function inModel(node: ScriptNode): boolean {
  for (let each = node.parent; each; each = each.parent) {
    if (isFunction(each)) {
      const name = nameOfFunction(each) ?? '';
      return (
        /pass(?:word|wd)?|pwd|authenticate|login/i.test(name) &&
        !/confirm|match(?:es)?(?:Both|Confirm)|same|strength|set/i.test(name)
      );
    }
  }
  return false;
}

/** `findOne({ email, password })`: the place of the password among what is looked for. */
export function passwordInQuery(call: tsMorph.ts.CallExpression): ScriptNode | undefined {
  const name = lastName(call.expression) ?? '';
  const [first, second, third] = call.arguments;
  if (!first) return undefined;
  if (
    /^(?:where|andWhere|eq|filter)$/.test(name) &&
    ts.isStringLiteralLike(first) &&
    isPasswordName(first.text)
  ) {
    const value = third ?? second;
    return value && isPlainValue(value) ? call.arguments[0] : undefined;
  }
  const finds =
    /^(?:find(?:One|First|Unique|All|Many|OneBy|By|OneOrFail|FirstOrThrow|UniqueOrThrow|OneAndUpdate)?|findOneByOrFail|where|andWhere|exists|countDocuments|count|getOne|findAndCountAll)$/;
  if (!finds.test(name) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const literal = heldValue(first);
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const where = literal.properties.find((each) => each.name && textOfName(each.name) === 'where');
  if (!where) return passwordProperty(literal);
  const inner = ts.isPropertyAssignment(where) ? heldValue(where.initializer) : undefined;
  return inner && ts.isObjectLiteralExpression(inner) ? passwordProperty(inner) : undefined;
}

function passwordProperty(object: tsMorph.ts.ObjectLiteralExpression): ScriptNode | undefined {
  return object.properties.find((each) => {
    const name = each.name && textOfName(each.name);
    if (name === undefined || !isPasswordName(name)) return false;
    if (ts.isShorthandPropertyAssignment(each)) return !isDigested(each.name);
    return ts.isPropertyAssignment(each) && isPlainValue(each.initializer);
  });
}

/** A password as it was typed. */
function isPlainValue(expression: ScriptNode): boolean {
  const node = unwrapped(expression);
  const name = lastName(node);
  if (name === undefined || !isPasswordName(name)) return false;
  return !ts.isIdentifier(node) || !isDigested(node);
}

const compares =
  /\bwhere\b[^;]{0,200}?\b(?:user_?)?(?:password|passwd|pwd)\s?=\s?['"]?(?:\?|\$\d|:\w|@\w|%s|$)/i;

/** Whether an SQL text looks a user up by the password, and what is passed is no hash. */
export function comparesInSql(literal: ScriptNode): boolean {
  const text = ts.isTemplateExpression(literal)
    ? [literal.head.text, ...literal.templateSpans.map(({ literal: part }) => part.text)].join('?')
    : ts.isStringLiteralLike(literal)
      ? literal.text
      : '';
  if (!/\bselect\b/i.test(text) || !compares.test(text)) return false;
  if (!speaksOfPassword.test(text)) return false;
  const whole = ts.isTemplateExpression(literal) ? literal.getText() : '';
  if (/hash|md5|sha\d|crypt/i.test(whole)) return false;
  const call = callAround(literal);
  return !call || !/hash|md5|sha\d|crypt|digest/i.test(call.getText().slice(0, 2_000));
}

const speaksOfPassword = /password|passwd|pwd/i;

function callAround(node: ScriptNode): ScriptNode | undefined {
  for (let each = node.parent; each && !ts.isStatement(each); each = each.parent)
    if (ts.isCallExpression(each)) return each;
  return undefined;
}
