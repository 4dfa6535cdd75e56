import { identityRead } from '../../../analysis/routes/identity.ts';
import { importOf } from '../../../analysis/routes/modules.ts';
import { dotted, propertyOf } from '../../../analysis/routes/syntax.ts';
import { topLevelNames } from '../../../analysis/topLevelNames.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Visitors } from '../../rule.ts';

/** Packages whose limiter counts in the memory of its process, unless it is given a store. */
const counting = /^(?:express-rate-limit|express-slow-down|@fastify\/rate-limit|fastify-rate-limit)$/;

/** What they take for another store. */
const stores = ['store', 'redis'];

/** Visitors that tell each limiter that counts in memory; undefined for a file without any. */
export function memoryStoresIn(file: FileContext, tell: (node: ScriptNode) => void): Visitors {
  const { script } = file;
  if (!script) return {};
  const fromPackages = namesFrom(script);
  let refuses = false;
  const maps = new Map<string, ScriptNode>();
  for (const [name, declaration] of topLevelNames(script)) {
    const value =
      ts.isVariableDeclaration(declaration) && declaration.initializer && plain(declaration.initializer);
    const isMap =
      value &&
      ((ts.isNewExpression(value) && dotted(value.expression) === 'Map') ||
        (ts.isObjectLiteralExpression(value) && value.properties.length === 0));
    if (isMap) maps.set(name, declaration);
  }
  const told = new Set<ScriptNode>();
  const byAddress = /\bip\b|remoteAddress|x-forwarded-for/.test(file.text);
  return {
    nodes: {
      [ts.SyntaxKind.CallExpression]: (node) => {
        if (ts.isCallExpression(node) && countsInMemory(node, fromPackages)) tell(node);
      },
      [ts.SyntaxKind.NewExpression]: (node) => {
        if (!ts.isNewExpression(node)) return;
        const name = dotted(node.expression) ?? '';
        if (/(?:^|\.)(?:RateLimiterMemory|LimiterMemoryStore)$/.test(name)) tell(node);
        // A session's store has the same name.
        if (/(?:^|\.)MemoryStore$/.test(name) && /rate-?limit/i.test(file.text) && isStoreOfLimiter(node))
          tell(node);
      },
      [ts.SyntaxKind.NumericLiteral]: (node) => {
        if (refuses || maps.size === 0 || !byAddress || identityRead(node) !== 'answers.429') return;
        refuses = true;
        const kept = [...maps].find(([name]) =>
          /hit|attempt|request|limit|bucket|count|rate|visit|client|ip/i.test(name),
        );
        if (kept && !told.has(kept[1])) {
          told.add(kept[1]);
          tell(kept[1]);
        }
      },
    },
  };
}

function namesFrom(script: ScriptFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, declaration] of topLevelNames(script)) {
    const module = importOf(declaration)?.module;
    if (module !== undefined && counting.test(module)) names.add(name);
  }
  return names;
}

type Call = Parameters<typeof ts.isCallExpression>[0] & {
  readonly arguments?: readonly ScriptNode[];
  readonly expression?: ScriptNode;
};

function countsInMemory(call: Call, names: ReadonlySet<string>): boolean {
  const callee = call.expression && dotted(call.expression);
  if (callee === undefined) return false;
  const args = call.arguments ?? [];
  const made = names.has(callee) || (/^(?:rateLimit|slowDown)$/.test(callee) && args.length === 1);
  const registered = /\.register$/.test(callee) && args[0] !== undefined && names.has(dotted(args[0]) ?? '');
  const options = made ? args[0] : registered ? args[1] : undefined;
  if (!made && !registered) return false;
  if (!options) return true;
  const object = plain(options);
  if (!ts.isObjectLiteralExpression(object)) return false;
  if (object.properties.some(ts.isSpreadAssignment)) return false;
  return stores.every((each) => propertyOf(object, each) === undefined);
}

/** `rateLimit({ store: new MemoryStore() })`. */
function isStoreOfLimiter({ parent }: ScriptNode): boolean {
  if (!ts.isPropertyAssignment(parent)) return false;
  const call = parent.parent.parent;
  return ts.isCallExpression(call) && /rate|limit|slow/i.test(dotted(call.expression) ?? '');
}
