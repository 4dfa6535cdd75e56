import type * as tsMorph from 'ts-morph';
import type { Opinion, Part } from '../../../analysis/disclosure/parts.ts';
import {
  isHarmlessName,
  type Sensitivity,
  sensitivityOf,
} from '../../../analysis/disclosure/sensitiveNames.ts';
import { isVocabulary } from '../../../analysis/disclosure/vocabulary.ts';
import { sourceOf } from '../../../analysis/environment/environmentRead.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { nameWords } from '../../../analysis/secrets/naming.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isCleared, isOfChallenge } from './cleared.ts';
import { holdsSecrets } from './holdsSecrets.ts';
import type { Logged } from './place.ts';
import { wholeRequestPart } from './wholeRequest.ts';

const called = (name: string, kind: Sensitivity): Logged => ({
  what: `\`${name}\``,
  confidence: kind === 'password' ? 'high' : 'medium',
});

/** What to think of one value that is logged. */
export function judgeLogged(part: Part): Opinion<Logged> {
  const { node, label } = part;
  if (ts.isIdentifier(node)) return judgeIdentifier(node, label);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return judgeMember(node, label);
  if (ts.isCallExpression(node)) return judgeCall(node) ?? 'harmless';
  return 'harmless';
}

function judgeIdentifier(node: tsMorph.ts.Identifier, label: string | undefined): Opinion<Logged> {
  if (node.text === 'undefined') return 'harmless';
  const kind = sensitivityOf(node.text);
  if (kind) return isCleared(node) ? 'harmless' : called(node.text, kind);
  if (isHarmlessName(node.text)) return 'harmless';
  const own = wholeRequestPart(node, label) ?? byLabel(node.text, label) ?? holdsSecrets(node);
  return own ?? (isIdentity(node.text) ? 'harmless' : undefined);
}

/** Names of what a secret belongs to: what was read out of a token or found by it is not that token. */
const isIdentity = (name: string): boolean =>
  /^(?:name|username|login|email|mail|id|uid|host|hostname|domain|scheme|role|kind|type|method|issuer|subject|claims?)$/.test(
    nameWords(name).at(-1) ?? '',
  );

function judgeMember(
  node: tsMorph.ts.PropertyAccessExpression | tsMorph.ts.ElementAccessExpression,
  label: string | undefined,
): Opinion<Logged> {
  if (sourceOf(node) === 'process') return environment;
  const name = lastName(node);
  if (name === undefined) return computed(node);
  const kind = isReference(node, name) ? undefined : sensitivityOf(name);
  if (kind) return isVocabulary(node) || isLexersToken(node, name) ? 'harmless' : called(name, kind);
  if (isHarmlessName(name)) return 'harmless';
  return wholeRequestPart(node) ?? byLabel(name, label) ?? 'harmless';
}

const environment: Logged = { what: 'the whole environment, secrets among it', confidence: 'high' };

/** `process.env[name]` where the name speaks of a secret. */
function computed(node: ScriptNode): Opinion<Logged> {
  if (!ts.isElementAccessExpression(node)) return 'harmless';
  const name = lastName(node.argumentExpression);
  const kind = name === undefined ? undefined : sensitivityOf(name);
  return name !== undefined && kind && sourceOf(node.expression) ? called(name, kind) : 'harmless';
}

/** `node.credentials`: which ones, and not what is in them. */
const isReference = (
  node: tsMorph.ts.PropertyAccessExpression | tsMorph.ts.ElementAccessExpression,
  name: string,
): boolean =>
  /credentials?$/i.test(name) &&
  !/^(?:body|config|settings|options|auth|user|account|req|request|env|event|data)$/i.test(
    lastName(node.expression) ?? '',
  );

const isLexersToken = (node: ScriptNode, name: string): boolean =>
  name === 'token' &&
  (/\b(?:lexer|tokenizer|tokeniser|parser|Lexer|Tokenizer|Parser|SyntaxKind)\b/.test(
    node.getSourceFile().text,
  ) ||
    isOfChallenge(node.getSourceFile().text));

/** A value of no telling name that is logged under the name of a secret. */
function byLabel(name: string, label: string | undefined): Logged | undefined {
  if (
    label === undefined ||
    label === name ||
    isHarmlessName(label) ||
    /^(?:i|n|x|e|err|error|count|total|num|id|type|kind|name|status|valid|ok|expires\w*|exp|ttl|undefined|null|true|false)$/i.test(
      name,
    )
  )
    return undefined;
  const last = nameWords(name).at(-1) ?? '';
  if (
    /^(?:id|ids|type|kind|name|names|status|valid|length|count|size|expires|expiry|at|usage|used|total|arn|hash|path|file|source|exists|present|set|enabled|configured)$/.test(
      last,
    )
  )
    return undefined;
  const kind = sensitivityOf(label);
  return kind === 'password' || kind === 'secret' ? called(label, kind) : undefined;
}

/** Calls that give a secret: `req.get('Authorization')`, `localStorage.getItem('token')`, `jwt.sign(…)`. */
function judgeCall(call: tsMorph.ts.CallExpression): Logged | undefined {
  const name = lastName(call.expression) ?? '';
  const [first] = call.arguments;
  if (
    /^(?:get|getOrThrow|header|getItem|getHeader|getSetting|require|read|env|getEnv|getenv|requireEnv|getCookie|param|input)$/.test(
      name,
    )
  ) {
    const key = first && ts.isStringLiteralLike(first) ? first.text : undefined;
    const kind =
      key === undefined ? undefined : (sensitivityOf(key) ?? (/^cookie$/i.test(key) ? 'secret' : undefined));
    return key !== undefined && kind ? called(key, kind) : undefined;
  }
  if (name === 'sign' && /(?:^|\.)(?:jwt|jsonwebtoken|JWT|jwtService)$/.test(calledOn(call))) {
    return { what: 'a signed token', confidence: 'medium' };
  }
  if (name === 'toObject' && calledOn(call) === 'Deno.env') return environment;
  const made =
    /^(?:get|fetch|generate|create|make|load|read|retrieve|resolve|new|random|build|issue|sign|decrypt)(?=[A-Z_])/.exec(
      name,
    );
  if (!made) return undefined;
  const what = name.slice(made[0].length);
  const kind =
    /^(?:Token|Csrf\w*|Next\w*|Key)$/.test(what) && !/^(?:generate|create|issue|sign)/.test(name)
      ? undefined
      : sensitivityOf(what);
  return kind === 'password' || kind === 'secret' ? called(`${name}()`, kind) : undefined;
}

function calledOn(call: tsMorph.ts.CallExpression): string {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression)) return '';
  const subject = expression.expression;
  return subject.end - subject.pos < 80 ? subject.getText() : '';
}
