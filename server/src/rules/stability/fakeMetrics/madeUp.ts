import type * as tsMorph from 'ts-morph';
import { wordsOf } from '../../../analysis/devNames.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** What is measured, counted or judged: nobody rolls dice for these. */
const measured =
  /^(?:health|healthy|metric|metrics|stat|stats|statistics|latency|cpu|memory|mem|disk|accuracy|uptime|throughput|usage|utilization|utilisation|errors|anomaly|confidence|precision|recall|sentiment|toxicity|similarity|relevance|revenue|sales|conversion|conversions|visitors|pageviews|impressions|clicks|engagement|churn|retention|bandwidth|rps|qps|p50|p90|p95|p99|load|connected|online|available|availability|status|score|scores|rating|risk|fraud|credit|balance|performance|analytics|telemetry|temperature|battery|humidity|heartrate|bpm|rtt|ping|kpi|roi|efficiency|trend|growth|mrr|arr|analysis|prediction|forecast|probability|likelihood|percentage|completion|coverage|vulnerabilities|compliance)$/;
/** Words that are so only beside others: a response's time, a rate of errors. */
const measuredPair =
  /(?:^|_)(?:response_time|(?:error|success|hit|bounce|conversion|failure|click|open|growth|win|completion)_rate|active_users|request_count|total_(?:users|requests|orders|sales|revenue|visits|views)|user_count|order_count|error_count|load_average|queue_(?:size|length|depth)|active_connections|daily_active|page_views|processing_time|is_up|is_down)(?:$|_)|(?:^|_)(?:avg|average|mean|monthly|requests_per)_/;
/** What is decided, and may not be left to chance. */
const decided =
  /^(?:valid|validated|verified|approved|authorized|authorised|authenticated|success|succeeded|paid|eligible|compliant|fraudulent|passed|captured|charged|settled|delivered|verify|validate|authorize|authenticate|payment)$/;

/** Where chance is the point. */
const byChance =
  /jitter|back_?off|retr(?:y|ies)|(?:^|_)id(?:$|_|s$)|uuid|guid|nano_?id|cuid|ulid|colou?r|animat|shuffle|sampl(?:e|ing)|simulat|demo|story|seed|nonce|token|random|rand(?:$|_)|noise|test|mock_?server|game|particle|dice|roll(?:$|_)|lottery|raffle|pick|choose|select|position|(?:^|_)[xyz](?:$|_)|width|height|rotat|offset|interval|timeout|delay|salt|otp|password|filename|temp_?(?:file|dir|path)|variant|experiment|ab_?test|bucket|placeholder|skeleton|bench|fuzz|canvas|confetti|spark|star(?:s|field)|cache_?bust|boundary|suffix|prefix|slug|hash|key(?:$|_)|index|weight|genetic|monte_?carlo|mutat|anneal|bootstrap|perturb|init(?:ial)?(?:ize)?_?(?:weights|population)|epsilon|explor|chaos|fault|drop|card|deck|enemy|enemies|player|spawn|level|world|terrain|physics|velocity|speed|direction|angle|wave|audio|sound|music|pitch|drift|stagger|spread|skew|load_?balanc|shard|partition|room|code(?:$|_)|ttl|expir/;

/** What is made up in a function. */
export interface MadeUp {
  /** The call of `Math.random`. */
  readonly node: ScriptNode;
  /** What its number is taken for. */
  readonly name: string;
  /** The function in which it is made up, or the file. */
  readonly owner: FunctionWithBody | undefined;
  /** The function's own name says what it is taken for, and nothing closer does. */
  readonly isByOwner: boolean;
}

/** Reads a call as a made-up measure: `cpu: Math.random() * 100`. */
export function readMadeUp(call: tsMorph.ts.CallExpression): MadeUp | undefined {
  const { expression: callee } = call;
  const isRandom = /^(?:Math\.random|(?:crypto\.)?randomInt)$/.test(callee.getText().slice(0, 40));
  if (!isRandom) return undefined;
  const { names, owner } = namesAround(call);
  // What is closest knows best: `id: Math.random()` in `getMetrics` is an id.
  for (const name of names) {
    const words = snake(name);
    if (byChance.test(words)) return undefined;
    if (isMeasured(words))
      return { node: call, name, owner, isByOwner: owner !== undefined && name === nameOfFunction(owner) };
  }
  return undefined;
}

const snake = (name: string): string => wordsOf(name).join('_');

function isMeasured(words: string): boolean {
  const all = words.split('_');
  // `loadImage` loads; `cpuLoad` is measured.
  if (all[0] === 'load' && all.length > 1) all.shift();
  return all.some((word) => measured.test(word) || decided.test(word)) || measuredPair.test(words);
}

/** What a value goes by, from the inside out: property, variable, and the function that gives it. */
function namesAround(call: ScriptNode): { names: readonly string[]; owner: FunctionWithBody | undefined } {
  const names: string[] = [];
  let isGiven = false;
  let child = call;
  for (let { parent } = call; parent && !ts.isClassLike(parent); child = parent, parent = parent.parent) {
    names.push(...namesGiven(child, parent));
    isGiven ||= ts.isReturnStatement(parent) || (ts.isIfStatement(parent) && answers(parent));
    if (isFunction(parent)) {
      isGiven ||= parent.body === child && !ts.isBlock(child);
      const own = nameOfFunction(parent);
      // What an outer function is for says nothing of what an inner one that has a name gives.
      if (own !== undefined) return { names: isGiven ? [...names, own] : names, owner: parent };
    }
    // `if (Math.random() < 0.1) report();` samples; `wait(Math.random() * 100)` is the callee's business.
    if (isUsedUp(child, parent)) return { names: [], owner: undefined };
  }
  return { names, owner: undefined };
}

function namesGiven(child: ScriptNode, parent: ScriptNode): readonly string[] {
  const name = nameGiven(child, parent);
  if (name === undefined) return [];
  // `stats.requests += …` belongs to the stats.
  const holder =
    ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)
      ? lastName(parent.left.expression)
      : undefined;
  return holder === undefined ? [name] : [name, holder];
}

function nameGiven(child: ScriptNode, parent: ScriptNode): string | undefined {
  // `const [users, setUsers] = useState(…)`
  if (ts.isVariableDeclaration(parent) && ts.isArrayBindingPattern(parent.name)) {
    const [first] = parent.name.elements;
    return first && ts.isBindingElement(first) ? textOfName(first.name) : undefined;
  }
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.initializer === child ? textOfName(parent.name) : undefined;
  if (ts.isJsxAttribute(parent)) return parent.name.getText();
  if (ts.isBinaryExpression(parent) && parent.right === child && isAssignment(parent.operatorToken.kind))
    return lastName(parent.left);
  if (!ts.isCallExpression(parent) || parent.expression === child) return undefined;
  // `setCpuUsage(Math.random())`, `gauge.set(…)`, `histogram.observe(…)`
  const callee = lastName(parent.expression) ?? '';
  const setter = /^set([A-Z]\w*)$/.exec(callee);
  if (setter) return setter[1];
  return /^(?:set|observe|record|gauge|inc)$/.test(callee) && ts.isPropertyAccessExpression(parent.expression)
    ? lastName(parent.expression.expression)
    : undefined;
}

const isAssignment = (kind: tsMorph.ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.EqualsToken ||
  kind === ts.SyntaxKind.PlusEqualsToken ||
  kind === ts.SyntaxKind.MinusEqualsToken;

/** Whether a value ends here: it decides a branch, picks an element, or sets how long to wait. */
function isUsedUp(child: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent))
    return parent.expression === child && !answers(parent);
  if (ts.isElementAccessExpression(parent))
    return parent.argumentExpression === child && !isWord(parent.expression);
  if (!ts.isCallExpression(parent) || parent.expression === child || isFunction(child)) return false;
  return /^(?:setTimeout|setInterval|sleep|delay|wait|slice|splice|charAt|at|sort|substring|substr|push|log|debug|random\w*)$/.test(
    lastName(parent.expression) ?? '',
  );
}

/** `if (Math.random() > 0.1) return { status: 'up' };`: chance decides what is answered. */
function answers(statement: ScriptNode): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const { thenStatement: then } = statement;
  const last = ts.isBlock(then) ? then.statements.at(-1) : then;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** `['up', 'down'][Math.floor(Math.random() * 2)]` as a status is as made up as a number. */
const isWord = (list: ScriptNode): boolean => ts.isArrayLiteralExpression(list);
