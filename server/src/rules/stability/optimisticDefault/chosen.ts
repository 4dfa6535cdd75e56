import { heldBy } from '../../../analysis/constants.ts';
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
  if (isFetched(node)) return false;
  return names.slice(0, Math.max(names.length - 1, 1)).some((name) => chosen.test(name));
}

/** `body.db` of `const body = await response.json()`: it came from another service, not from a form. */
function isFetched(expression: ScriptNode): boolean {
  let node = expression;
  while (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    node = unwrappedAwaited(node.expression);
  const [write, ...more] = ts.isIdentifier(node) ? (heldBy(node)?.writes ?? []) : [];
  if (!write || more.length > 0) return false;
  const text = write.value.getText().slice(0, 300);
  return /\.json\(\)/.test(text) && !/\b(?:req|request|ctx|c|event)\b[\w.]{0,40}\.json\(\)/.test(text);
}
