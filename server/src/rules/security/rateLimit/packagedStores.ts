import type * as tsMorph from 'ts-morph';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { objectOf, optionOf } from '../../../analysis/options.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Packages whose limiter counts in the memory of its process, unless one of these options says otherwise. */
const counting: Readonly<Record<string, readonly string[]>> = {
  'express-rate-limit': ['store'],
  'express-slow-down': ['store'],
  '@fastify/rate-limit': ['redis', 'store'],
  'fastify-rate-limit': ['redis', 'store'],
  'hono-rate-limiter': ['store'],
};

type Call = tsMorph.ts.CallExpression;

/** Whether a call sets up a limiter of a package that counts in memory. */
export function countsInMemory(call: Call): boolean {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  const [first, second] = call.arguments;
  if (/^forRoot(?:Async)?$/.test(name)) return isThrottler(callee, name, first);
  if (name === 'register') {
    const stores = first && storesOf(first);
    return stores !== undefined && lacks(second, stores);
  }
  if (importedFrom(callee)?.module === 'koa-ratelimit') return saysMemory(first);
  const byName = /^(?:rateLimit|slowDown)$/.test(name) && ts.isIdentifier(callee) && !importedFrom(callee);
  const stores = storesOf(callee) ?? (byName && call.arguments.length === 1 ? ['store'] : undefined);
  return stores !== undefined && lacks(first, stores);
}

function storesOf(node: ScriptNode): readonly string[] | undefined {
  const module = importedFrom(node)?.module ?? '';
  return Object.hasOwn(counting, module) ? counting[module] : undefined;
}

/** Whether the options are seen, and name no other store. */
function lacks(given: ScriptNode | undefined, stores: readonly string[]): boolean {
  if (!given) return true;
  const options = objectOf(given);
  return options !== undefined && optionOf(options, ...stores).kind === 'missing';
}

/** Nest: `ThrottlerModule.forRoot([{ ttl, limit }])`; the storage stands in an object around the list. */
function isThrottler(callee: ScriptNode, name: string, given: ScriptNode | undefined): boolean {
  if (!ts.isPropertyAccessExpression(callee) || lastName(callee.expression) !== 'ThrottlerModule')
    return false;
  if (!given || name !== 'forRoot') return false;
  return ts.isArrayLiteralExpression(plain(given)) || lacks(given, ['storage']);
}

function saysMemory(given: ScriptNode | undefined): boolean {
  const options = objectOf(given);
  const driver = options && optionOf(options, 'driver');
  return driver?.kind === 'is' && ts.isStringLiteralLike(driver.value) && driver.value.text === 'memory';
}

/** `new RateLimiterMemory(…)`, where it does not only stand in for a store that does not answer. */
export function isMemoryLimiter(node: tsMorph.ts.NewExpression): boolean {
  const name = lastName(node.expression) ?? '';
  const { text } = node.getSourceFile();
  if (/^(?:RateLimiterMemory|LimiterMemoryStore)$/.test(name)) return !/\binsuranceLimiter\b/.test(text);
  // A session's store has the same name.
  return name === 'MemoryStore' && /rate-?limit/i.test(text) && isStoreOfLimiter(node);
}

/** `rateLimit({ store: new MemoryStore() })`. */
function isStoreOfLimiter({ parent }: ScriptNode): boolean {
  if (!ts.isPropertyAssignment(parent)) return false;
  const call = parent.parent.parent;
  return ts.isCallExpression(call) && /rate|limit|slow/i.test(lastName(call.expression) ?? '');
}
