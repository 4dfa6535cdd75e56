import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { propertyOf } from '../routes/syntax.ts';
import { plain } from '../unwrapped.ts';

/**
 * Whether `callback(null, value)` answers a request. Most callbacks hand a value to the code that asked for it; a
 * serverless function's does where it is the third parameter of a handler that the file exports, or gets a status.
 */
export function answersByCallback(callee: tsMorph.ts.Identifier, value: ScriptNode): boolean {
  if (!/^(?:callback|cb)$/.test(callee.text)) return false;
  if (propertyOf(plain(value), 'statusCode') !== undefined) return true;
  const parameter = heldBy(callee)?.declaration;
  if (!parameter || !ts.isParameter(parameter)) return false;
  const [event, context, callback] = parameter.parent.parameters;
  return (
    callback === parameter &&
    /^_?(?:event|evt|e|req|request)$/i.test((event && textOfName(event.name)) ?? '{}') &&
    /^_*(?:context|ctx|c)?$/i.test((context && textOfName(context.name)) ?? '') &&
    isExported(parameter.parent)
  );
}

/** `exports.handler = …`, `module.exports = …`, `export const handler = …`, `export function handler`. */
function isExported(handler: ScriptNode): boolean {
  if (ts.isFunctionDeclaration(handler)) return isMarked(handler);
  let { parent } = handler;
  // Wrapped, as in `exports.handler = Sentry.wrapHandler((event, context, callback) => …)`.
  for (
    let wraps = 0;
    wraps < 3 && (ts.isCallExpression(parent) || ts.isParenthesizedExpression(parent));
    wraps++
  )
    parent = parent.parent;
  if (ts.isVariableDeclaration(parent))
    return isMarked(parent.parent.parent) || lastName(parent.name) === 'handler';
  return (
    ts.isExportAssignment(parent) ||
    (ts.isBinaryExpression(parent) && /^(?:module\.)?exports\b/.test(parent.left.getText().slice(0, 20)))
  );
}

const isMarked = (statement: ScriptNode): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
