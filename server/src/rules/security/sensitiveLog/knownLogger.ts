import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { onlyValueOf } from '../../../analysis/disclosure/parts.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Libraries that write an object with all that it holds. */
const libraries =
  /^(?:pino|winston|bunyan|log4js|loglevel|signale|consola|debug|npmlog|tslog|roarr|diary|tracer|caterpillar|electron-log|console|node:console|@nestjs\/common|(?:node:)?util)(?:\/|$)|^(?:pino|winston|bunyan|koa|express|nestjs|@[\w-]{1,40}\/)[\w-]{0,40}(?:pino|winston|bunyan|log4js)[\w-]{0,40}$/;

/**
 * Whether a log writes an object as it is given. A project's own function does what it likes with it: of a request
 * mostly the address.
 */
export function writesWhole(call: tsMorph.ts.CallExpression): boolean {
  const callee = plain(call.expression);
  if (ts.isPropertyAccessExpression(callee) && /^(?:write|append(?:File|FileSync))$/.test(callee.name.text))
    return true;
  const root = rootOf(callee);
  return root !== undefined && (isConsole(root) || isOfLibrary(root, 3));
}

const isConsole = (root: tsMorph.ts.Identifier): boolean =>
  root.text === 'console' && heldBy(root) === undefined;

function isOfLibrary(root: tsMorph.ts.Identifier, hops: number): boolean {
  const module = importedFrom(root)?.module;
  if (module !== undefined) return libraries.test(module);
  const made = hops > 0 ? onlyValueOf(root) : undefined;
  if (!made) return isGlobalLibrary(root);
  const value = plain(made);
  const maker = rootOf(value);
  if (maker) return isConsole(maker) || isOfLibrary(maker, hops - 1);
  return importedModule(value);
}

/** `winston.info(…)` where no line of the file says what it is. */
const isGlobalLibrary = (root: tsMorph.ts.Identifier): boolean =>
  heldBy(root) === undefined && /^(?:winston|pino|bunyan|log4js)$/.test(root.text);

/** `require('debug')('app')`, `require('log4js').getLogger()` */
function importedModule(value: ScriptNode): boolean {
  let node = value;
  for (let links = 0; links < 8; links++) {
    const module = importedFrom(node)?.module;
    if (module !== undefined) return libraries.test(module);
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node))
      node = plain(node.expression);
    else return false;
  }
  return false;
}

/** The name that a chain of calls and members begins with; undefined for `this` and what is no name. */
function rootOf(expression: ScriptNode): tsMorph.ts.Identifier | undefined {
  let node = plain(expression);
  for (let links = 0; links < 8; links++) {
    if (ts.isIdentifier(node)) return node.text === 'require' ? undefined : node;
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node))
      node = plain(node.expression);
    else return undefined;
  }
  return undefined;
}
