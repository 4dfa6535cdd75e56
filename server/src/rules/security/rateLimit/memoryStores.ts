import { identityRead } from '../../../analysis/routes/identity.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Visitors } from '../../rule.ts';
import { ownCountsIn } from './ownCounts.ts';
import { countsInMemory, isMemoryLimiter } from './packagedStores.ts';

/** Visitors that tell each limiter that counts in memory. */
export function memoryStoresIn({ script, text }: FileContext, tell: (node: ScriptNode) => void): Visitors {
  if (!script) return {};
  let own = ownCountsIn(script);
  const tellOwn = () => {
    if (own) tell(own.kept);
    own = undefined;
  };
  if (own?.isLimiter) tellOwn();
  const byAddress = /\bip\b|remoteAddress|x-forwarded-for/.test(text);
  return {
    nodes: {
      [ts.SyntaxKind.CallExpression]: (node) => {
        if (ts.isCallExpression(node) && countsInMemory(node)) tell(node);
      },
      [ts.SyntaxKind.NewExpression]: (node) => {
        if (ts.isNewExpression(node) && isMemoryLimiter(node)) tell(node);
      },
      [ts.SyntaxKind.NumericLiteral]: (node) => {
        if (byAddress && identityRead(node) === 'answers.429') tellOwn();
      },
    },
  };
}
