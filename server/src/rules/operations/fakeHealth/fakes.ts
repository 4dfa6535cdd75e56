import type * as tsMorph from 'ts-morph';
import { wordsOf } from '../../../analysis/devNames.ts';
import { type FunctionWithBody, nameOfFunction } from '../../../analysis/functions.ts';
import { type HealthHandler, healthHandlerOf } from '../../../analysis/healthHandlers.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Confidence, Priority } from '../../../model/index.ts';
import { assuredIn, goodAnswerIn, isDependency, isFailing, isGood, sends } from './answers.ts';
import { asksSomebody, decides } from './asks.ts';

/** A place where a service says that it is well without knowing. */
export interface Fake {
  readonly at: ScriptNode;
  readonly message: string;
  readonly related?: readonly ScriptNode[];
  readonly confidence: Confidence;
  readonly priority?: Priority;
}

/** Reads a function: the handler of a health route, one that is named for health, or the check of a dependency. */
export function readFake(node: FunctionWithBody, file: string): Fake | undefined {
  const handler = healthHandlerOf(node, file);
  const name = nameOfFunction(node) ?? '';
  if (!node.body || /mock|fake|initial|default|empty|example|sample|stub|demo/i.test(name)) return undefined;
  if (handler) return readHandler(handler, node.body);
  if (/health|readiness|readyz|liveness/i.test(name))
    return assured(node.body) ?? failingAnswer(node.body, true) ?? constantCheck(node, name);
  return constantCheck(node, name);
}

/** Reads `if (req.url === '/health') { … }` in a server without routes. */
export function readBranch(node: tsMorph.ts.IfStatement): Fake | undefined {
  const { expression } = node;
  const text = expression.end - expression.pos < 200 ? expression.getText() : '';
  if (
    !/\b(?:url|pathname|path)\b/.test(text) ||
    !/['"`]\/(?:api\/)?(?:healthz?|readyz?|readiness)['"`]/.test(text)
  )
    return undefined;
  const { thenStatement } = node;
  const found = assured(thenStatement) ?? failingAnswer(thenStatement, true);
  if (found || !/\/(?:readyz?|readiness)['"`]/.test(text)) return found;
  return alwaysReady(thenStatement);
}

function readHandler({ isReadiness }: HealthHandler, body: ScriptNode): Fake | undefined {
  const found = assured(body) ?? failingAnswer(body, false) ?? swallowed(body) ?? saidAnyway(body);
  return found ?? (isReadiness ? alwaysReady(body) : undefined);
}

function alwaysReady(body: ScriptNode): Fake | undefined {
  if (asksSomebody(body) || decides(body)) return undefined;
  const at = goodAnswerIn(body);
  return (
    at && {
      at,
      message:
        'This route says that the service is ready, whatever its database and its neighbours do. Ask them first.',
      confidence: 'medium',
      priority: 'P1',
    }
  );
}

/** Dependencies that are said to be well in so many words, and nobody asked them. */
function assured(body: ScriptNode): Fake | undefined {
  const objects: tsMorph.ts.ObjectLiteralExpression[] = [];
  collectObjects(body, objects);
  let asks: boolean | undefined;
  for (const object of objects) {
    const good = assuredIn(object);
    const [first, ...others] = good;
    if (!first) continue;
    asks ??= asksSomebody(body);
    if (!asks) return assurance(first, others);
    // One of several is asked, and this one is not even named anywhere else.
    const isMixed = object.properties.some(
      (each) => isDependencyOf(each) && !good.includes(each as tsMorph.ts.PropertyAssignment),
    );
    const unasked = isMixed ? good.filter((each) => isNamedOnce(textOfName(each.name) ?? '', body)) : [];
    const [one, ...more] = unasked;
    if (one) return assurance(one, more);
  }
  return undefined;
}

const isDependencyOf = (property: tsMorph.ts.ObjectLiteralElementLike): boolean =>
  (ts.isPropertyAssignment(property) && isDependency(property.name)) ||
  (ts.isShorthandPropertyAssignment(property) && isDependency(property.name));

function isNamedOnce(name: string, body: ScriptNode): boolean {
  const [word = name] = wordsOf(name);
  const text = body.getText().toLowerCase();
  return text.indexOf(word) === text.lastIndexOf(word);
}

function assurance(at: tsMorph.ts.PropertyAssignment, related: readonly ScriptNode[]): Fake {
  return {
    at,
    related,
    message: `\`${textOfName(at.name)}\` is said to be well here, and nothing asked. Ask it, and answer 503 where it does not answer.`,
    confidence: 'high',
  };
}

function collectObjects(node: ScriptNode, objects: tsMorph.ts.ObjectLiteralExpression[]): void {
  if (ts.isObjectLiteralExpression(node)) objects.push(node);
  ts.forEachChild(node, (child) => collectObjects(child, objects));
}

/** `try { …ok } catch { …ok }`: broken or not, the answer is the same. */
function failingAnswer(body: ScriptNode, isSentOnly: boolean): Fake | undefined {
  for (const { catchClause, tryBlock } of triesIn(body)) {
    if (!catchClause || isFailing(catchClause.block.getText())) continue;
    if (catchClause.block.statements.some(ts.isIfStatement)) continue;
    if (isSentOnly && !catchClause.block.statements.some(isSending)) continue;
    const at = goodAnswerIn(catchClause.block);
    if (at && goodAnswerIn(tryBlock))
      return {
        at,
        message: 'This route says that all is well also when its own check failed. Answer 503 here.',
        confidence: 'high',
      };
  }
  return undefined;
}

const isSending = (statement: ScriptNode): boolean =>
  ((ts.isExpressionStatement(statement) || ts.isReturnStatement(statement)) &&
    statement.expression &&
    sends(unwrapped(statement.expression))) === true;

/** `try { await ask(); } catch { log(); } answer('ok');` */
function swallowed(body: ScriptNode): Fake | undefined {
  for (const statement of triesIn(body)) {
    const { catchClause, parent } = statement;
    if (!catchClause || !ts.isBlock(parent) || !asksSomebody(statement.tryBlock)) continue;
    if (!catchClause.block.statements.every(isLogging)) continue;
    const after = parent.statements.slice(parent.statements.indexOf(statement) + 1);
    if (after.some((each) => decides(each) || asksSomebody(each) || isFailing(each.getText()))) continue;
    const at = after.map(goodAnswerIn).find((each) => each !== undefined);
    if (at)
      return {
        at,
        message:
          'This route says that all is well also when the check above failed: its error is only logged. Answer 503 there.',
        confidence: 'medium',
      };
  }
  return undefined;
}

/** `catch { database = 'connected'; }`, `ping().catch(() => true)`: asked, and well whatever comes. */
function saidAnyway(node: ScriptNode): Fake | undefined {
  const at = ts.isCatchClause(node)
    ? node.block.statements.find(isAssurance)
    : ts.isCallExpression(node) && lastName(node.expression) === 'catch'
      ? goodHandler(node.arguments[0])
      : undefined;
  if (!at) return ts.forEachChild(node, saidAnyway);
  return {
    at: ts.isExpressionStatement(at) ? at.expression : at,
    message: 'This is said to be well also when asking it has failed. Say that it is not, and answer 503.',
    confidence: 'high',
  };
}

const isAssurance = (statement: ScriptNode): boolean =>
  ts.isExpressionStatement(statement) &&
  ts.isBinaryExpression(statement.expression) &&
  statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  isDependency(statement.expression.left) &&
  isGood(statement.expression.right);

function goodHandler(handler: ScriptNode | undefined): ScriptNode | undefined {
  if (!handler || !ts.isArrowFunction(handler) || ts.isBlock(handler.body)) return undefined;
  const value = unwrapped(handler.body);
  return isGood(value) ? value : undefined;
}

const isLogging = (statement: ScriptNode): boolean =>
  ts.isExpressionStatement(statement) &&
  ts.isCallExpression(statement.expression) &&
  /^(?:log|debug|info|warn|error|trace|captureException)$/.test(
    lastName(statement.expression.expression) ?? '',
  );

function triesIn(
  node: ScriptNode,
  found: tsMorph.ts.TryStatement[] = [],
): readonly tsMorph.ts.TryStatement[] {
  if (ts.isTryStatement(node)) found.push(node);
  else if (!ts.isFunctionLike(node)) ts.forEachChild(node, (child) => void triesIn(child, found));
  return found;
}

/** `const checkRedis = async () => true`, `function databaseHealth() { return { status: 'up' }; }` */
function constantCheck(node: FunctionWithBody, name: string): Fake | undefined {
  // With parameters it is a check like any other, which another rule looks at.
  if (node.parameters.length > 0 || !node.body || !checksDependency(name)) return undefined;
  const { body } = node;
  if (asksSomebody(body) || decides(body)) return undefined;
  const at = ts.isBlock(body) ? returnedBy(body) : unwrapped(body);
  if (!at || !isGood(ts.isReturnStatement(at) && at.expression ? at.expression : at)) return undefined;
  return {
    at,
    message: `\`${name}\` says that all is well without asking. Let it ask, or fail.`,
    confidence: 'high',
  };
}

function returnedBy(body: tsMorph.ts.Block): ScriptNode | undefined {
  const last = body.statements.at(-1);
  return last && ts.isReturnStatement(last) && last.expression ? last : undefined;
}

function checksDependency(name: string): boolean {
  const match =
    /^(?:check|ping|probe|test|is|get|verify)?_?(\w*?)(?:_?(?:Health|HealthCheck|Status|Connection|Connectivity|Healthy|Connected|Up|Alive|Ready|Check))?$/.exec(
      name,
    );
  if (!match?.[1] || match[1].length === name.length) return false;
  return isDependencyName(match[1]);
}

const isDependencyName = (word: string): boolean =>
  /^(?:database|db|postgres(?:ql)?|mysql|mongo(?:db)?|prisma|redis|cache|memcached|queue|rabbitmq|kafka|broker|elasticsearch|storage|s3|smtp|externalapi|externalservices?|dependencies|stripe|supabase)$/i.test(
    word.replace(/_/g, ''),
  );
