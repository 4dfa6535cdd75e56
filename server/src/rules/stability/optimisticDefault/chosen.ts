import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { namesOf } from './names.ts';

/** What people set, and what came from a form: its defaults are choices, and no answers of a check. */
const chosen =
  /^(?:\w*[oO]ptions?|opts?|\w*[cC]onfig|cfg|configuration|\w*[sS]ettings?|\w*[pP]rops|attrs|attributes|defaults?|params|env|flags?|features?|featureFlags|theme|style|preferences|prefs|input|body|dto|form\w*|field\w*|argv|args|query|schema|column|col|initial\w*|overrides?|existing\w*|raw|values?|partial|definition|descriptor|metadata|meta|state|draft)$/;

/** Whether an expression reads what somebody chose: `options.verified`, `props.isAdmin`. */
export function isChosen(expression: ScriptNode): boolean {
  const node = unwrappedAwaited(expression);
  const names = namesOf(node);
  if (ts.isCallExpression(node))
    return names.some((name) =>
      /^(?:getConfig|useSettings|useOptions|parseArgs|defineProps|useProps)$/.test(name),
    );
  return names.slice(0, Math.max(names.length - 1, 1)).some((name) => chosen.test(name));
}
