import { unwrapped } from '../../../analysis/unwrapped.ts';
import { isConstant } from '../../../analysis/yes.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isWrittenDown } from './givenOut.ts';

/** Comments that say that what follows stands in for something. */
const standsIn =
  /\b(?:replace|swap)(?: (?:this|it|me))? (?:with|by|for) (?:an? |the )?(?:real|actual|api|database|db|backend|proper)\b|\b(?:mock|mocked|fake|dummy|hard-?coded|placeholder|simulated) (?:data|response|responses|values?|results?|implementation|users|list|object|payload)\b|\b(?:return|returns|returning|use|using) (?:mock|fake|dummy|hard-?coded)\b/i;

/** What a `return` gives that is written down to the last part, and that the comment above it calls a stand-in. */
export function announcedStandIn(node: ScriptNode): ScriptNode | undefined {
  if (!ts.isReturnStatement(node) || !node.expression) return undefined;
  const value = unwrapped(node.expression);
  if (!isWrittenDown(value) || !isConstant(value)) return undefined;
  const above = node.getFullText().slice(0, node.getStart() - node.pos);
  return above.length > 3 && standsIn.test(above) ? node.expression : undefined;
}
