import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const levels =
  /^(?:log|trace|debug|verbose|info|information|http|silly|notice|warn|warning|error|err|fatal|critical|crit|alert|emerg|emergency|success|start|ready|dir|table|group|groupCollapsed|assert|timeLog|write|print|exception|child|logInfo|logError)$/;
const onlyConsole = /^(?:dir|table|group|groupCollapsed|assert|timeLog|exception)$/;
/** What loggers are called; the last word of a name decides, as in `requestLogger`. */
const loggers =
  /(?:^|[a-z_$])(?:Logger|Log|Logging)$|^_?(?:log|logs|logger|logging|winston|pino|bunyan|log4js|loglevel|signale|consola|tracer|rootLogger|log_|L|LOG|LOGGER)$|_logger$|_log$/;
/** Functions that log by themselves. */
const functions =
  /^(?:log|debug|print|println|printf|logger|trace|(?:log|debug|print)(?:Info|Error|Debug|Warn|Warning|Message|Event|Line|Request|Data|Trace|ToConsole|ToFile)|(?:write|append)(?:To)?Log|(?:info|error|warn|debug)Log|NSLog)$/;

/** What a call writes to a log, with the console or a logger of any make; undefined where it is no such call. */
export function loggedBy(call: tsMorph.ts.CallExpression): readonly tsMorph.ts.Expression[] | undefined {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return functions.test(callee.text) ? call.arguments : undefined;
  const method = lastName(callee);
  if (method === undefined) return undefined;
  if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return undefined;
  if (/^append(?:File|FileSync)$/.test(method))
    return writesLogFile(call) ? call.arguments.slice(1) : undefined;
  if (!levels.test(method))
    return functions.test(method) && isThis(callee.expression) ? call.arguments : undefined;
  const subject = callee.expression;
  if (method === 'write') return isStandardStream(subject) ? call.arguments : undefined;
  const name = nameOfSubject(subject);
  if (name === 'console') return call.arguments;
  if (onlyConsole.test(method) || name === undefined) return undefined;
  return loggers.test(name) ? call.arguments : undefined;
}

/** `logger` of `this.logger`, of `logger.child(…)`, `getLogger(…)` and `pino()`. */
function nameOfSubject(subject: ScriptNode): string | undefined {
  let node = subject;
  for (let steps = 0; steps < 4 && ts.isCallExpression(node); steps++) {
    const called = lastName(node.expression);
    if (called === undefined || /logger$/i.test(called) || loggers.test(called)) return called && 'logger';
    node = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
  }
  return lastName(node);
}

const isThis = (node: ScriptNode): boolean => node.kind === ts.SyntaxKind.ThisKeyword;

/** `process.stdout`, `process.stderr` */
const isStandardStream = (subject: ScriptNode): boolean => /^std(?:out|err)$/.test(lastName(subject) ?? '');

/** `fs.appendFileSync('access.log', …)` */
function writesLogFile(call: tsMorph.ts.CallExpression): boolean {
  const [path] = call.arguments;
  return path !== undefined && path.end - path.pos < 200 && /log/i.test(path.getText());
}
