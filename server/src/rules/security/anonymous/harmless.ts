import type * as tsMorph from 'ts-morph';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { nameWords } from '../../../analysis/secrets/naming.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Calls that write something down, count it or limit it, by their name or by whose they are. */
const telling =
  /^(?:log|info|warn|error|debug|trace|fatal|verbose|silly|http|child|track\w*|capture\w*|identify|setUser|setTags?|setContext|setExtras?|addBreadcrumb|increment|observe|histogram|gauge|timing|audit\w*|log[A-Z]\w*|report\w*|emit(?:Metric|Event)|recordMetric|recordEvent|addEvent|setAttributes?|distinctId|limit|consume|check(?:Rate)?Limit|rateLimit\w*|isFeatureEnabled|getFeatureFlag|variation|isEnabled|hash|createHash|token)$/;
const tellers =
  /log(?:ger)?$|console|analytics|posthog|mixpanel|segment|sentry|metrics?|amplitude|telemetry|tracer|span|datadog|newrelic|statsd|audit|limit|flags?$|unleash|growthbook|launchdarkly|morgan/i;
const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s/));
/** Names of what is shown, or of a key to count by. */
const shown = wordSet(
  'key bucket name label title actor display log trace ip fingerprint cache rate seed variant message msg text description identifier distinct',
);
const about = wordSet(
  'log logs logger logging audit audits auditor track tracking tracker metric metrics analytics telemetry rate limit limiter throttle throttler throttling quota generator cache feature flag trace tracing span sentry morgan render format display',
);
const files = wordSet(
  'log logs logger logging analytics telemetry metric metrics limit ratelimit limiter throttle throttler throttling audit sentry tracing',
);
const speaksOf = (name: string, words: ReadonlySet<string>): boolean =>
  nameWords(name).some((word) => words.has(word)) || /client_?id$|(?:performed|triggered)_?by$/i.test(name);

/** Whether nothing hangs on who it is: it is written to a log, counted by, or shown. */
export function isHarmlessUse(node: ScriptNode, path: string): boolean {
  if (speaksOf(path.slice(path.lastIndexOf('/') + 1), files)) return true;
  if (ts.isBindingElement(node) && usedToTellOnly(node, textOfName(node.name) ?? '')) return true;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (ts.isJsxExpression(parent) || ts.isTemplateSpan(parent)) return true;
    if (ts.isCallExpression(parent) && parent.expression !== child && isTelling(parent)) return true;
    if (
      ts.isPropertyAssignment(parent) &&
      parent.initializer === child &&
      speaksOf(textOfName(parent.name) ?? '', shown)
    )
      return true;
    if (ts.isVariableDeclaration(parent) && parent.initializer === child) {
      const name = textOfName(parent.name) ?? '';
      if (speaksOf(name, shown) || usedToTellOnly(parent, name)) return true;
    }
    if (isFunction(parent) && speaksOf(nameOfFunction(parent) ?? '', about)) return true;
    if (ts.isClassDeclaration(parent) && speaksOf(parent.name?.text ?? '', about)) return true;
  }
  return false;
}

function isTelling(call: tsMorph.ts.CallExpression): boolean {
  const { expression: callee } = call;
  if (telling.test(lastName(callee) ?? '')) return true;
  return ts.isPropertyAccessExpression(callee) && tellers.test(lastName(callee.expression) ?? '');
}

/** A variable that goes into logs and counters, and nowhere else. */
function usedToTellOnly(declaration: ScriptNode, name: string): boolean {
  let scope: ScriptNode = declaration;
  while (scope.parent && !isFunction(scope)) scope = scope.parent;
  let uses = 0;
  let others = 0;
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ts.forEachChild(node, (child) => void waiting.push(child));
    if (!ts.isIdentifier(node) || node.text !== name || node.parent === declaration) continue;
    uses += 1;
    if (!isToldAt(node)) others += 1;
  }
  return uses > 0 && others === 0;
}

function isToldAt(node: ScriptNode): boolean {
  let child = node;
  for (let parent = node.parent; parent && !ts.isStatement(parent); child = parent, parent = parent.parent) {
    if (ts.isTemplateSpan(parent) || ts.isJsxExpression(parent)) return true;
    if (ts.isCallExpression(parent) && parent.expression !== child && isTelling(parent)) return true;
  }
  return false;
}
