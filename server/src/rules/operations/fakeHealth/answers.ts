import type * as tsMorph from 'ts-morph';
import { wordsOf } from '../../../analysis/devNames.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { saysWell } from '../../../analysis/stateNames.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

type Property = tsMorph.ts.PropertyAssignment;

/** What a service works with, as a health answer names it; the service itself is none of these. */
const dependency =
  /^(?:database|databases|db|postgres|postgresql|mysql|mongo|mongodb|mongoose|prisma|sqlite|supabase|redis|cache|memcached|queue|queues|rabbit|rabbitmq|kafka|broker|amqp|elasticsearch|opensearch|search|storage|s3|minio|bucket|smtp|mailer|email|stripe|payment|payments|openai|llm|upstream|pinecone|qdrant|neo4j|influx|dynamo|dynamodb|firestore|firebase|auth0|keycloak|ldap)$/;
/** What may follow it: `dbStatus`, `redisConnected`. */
const aspect = /^(?:status|state|health|connection|connected|healthy|service|server|up|ok|ready)$/;
const statusName = /^(?:status|state|health|overall|result|message)$/i;
const yesName = /^(?:is_?)?(?:healthy|ok|success|ready|alive|up|connected|live)$/i;

/** Properties that say of a dependency that it is well, in so many words: `database: 'connected'`. */
export function assuredIn(object: tsMorph.ts.ObjectLiteralExpression): Property[] {
  return object.properties.filter(
    (each): each is Property =>
      ts.isPropertyAssignment(each) && isDependency(each.name) && isGood(each.initializer),
  );
}

export function isDependency(name: ScriptNode): boolean {
  const words = wordsOf(textOfName(name) ?? '');
  if (words.length > 1 && aspect.test(words.at(-1) ?? '')) words.pop();
  return dependency.test(words.at(-1) ?? '');
}

/** `'up'`, `true`, `{ status: 'up', latency: 3 }` */
export function isGood(node: ScriptNode): boolean {
  const value = unwrapped(node);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (ts.isStringLiteralLike(value)) return saysWell(value.text);
  return ts.isObjectLiteralExpression(value) && goodPropertyOf(value) !== undefined;
}

/** The property by which an object says that all is well: `{ status: 'ok' }`, `{ healthy: true }`. */
export function goodPropertyOf(object: tsMorph.ts.ObjectLiteralExpression): Property | undefined {
  return object.properties.find((each): each is Property => {
    if (!ts.isPropertyAssignment(each)) return false;
    const name = textOfName(each.name) ?? '';
    const value = unwrapped(each.initializer);
    if (ts.isStringLiteralLike(value)) return statusName.test(name) && saysWell(value.text);
    return value.kind === ts.SyntaxKind.TrueKeyword && yesName.test(name);
  });
}

/** Calls that send an answer: `res.json(…)`, `c.json(…)`, `NextResponse.json(…)`, `reply.send(…)`. */
export const sends = (node: ScriptNode): node is tsMorph.ts.CallExpression | tsMorph.ts.NewExpression =>
  (ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(?:json|send|end|text|body|sendStatus)$/.test(node.expression.name.text)) ||
  (ts.isNewExpression(node) && lastName(node.expression) === 'Response');

/** Whether an answer carries a status that says that something is wrong. */
export const isFailing = (text: string): boolean =>
  /\b[45]\d\d\b|SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR|ServiceUnavailable|HttpException|\bthrow\b|\bnext\(\s?\w/.test(
    text,
  );

/** What a piece of code answers with, where all of it is written down and says that all is well. */
export function goodAnswerIn(node: ScriptNode): ScriptNode | undefined {
  if (ts.isFunctionLike(node)) return undefined;
  if (sends(node)) {
    const [first] = node.arguments ?? [];
    const value = first && unwrapped(first);
    if (value && ts.isStringLiteralLike(value) && saysWell(value.text)) return value;
    if (value && ts.isNumericLiteral(value) && value.text === '200') return value;
  }
  if (ts.isReturnStatement(node) && node.expression) {
    const value = unwrapped(node.expression);
    if (ts.isStringLiteralLike(value) && saysWell(value.text)) return value;
  }
  if (ts.isObjectLiteralExpression(node)) {
    const good = goodPropertyOf(node);
    if (good) return good;
  }
  return ts.forEachChild(node, goodAnswerIn);
}
