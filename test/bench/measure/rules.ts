/** What each rule takes of a scan, measured from outside: rules that look at a clock before and after each call. */
import { Engine } from '../../../server/src/engine/engine.ts';
import { NodeWorkspace } from '../../../server/src/engine/nodeWorkspace.ts';
import { neverCancelled } from '../../../server/src/engine/ports.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { FileRule, Rule, Visitors } from '../../../server/src/rules/rule.ts';

/** Milliseconds by rule; `total` is the whole scan, clocks included. */
export interface RuleTimes {
  readonly total: number;
  readonly rules: Readonly<Record<string, number>>;
}

const times: Record<string, number> = {};

function clocked<Args extends unknown[], Result>(id: string, call: (...args: Args) => Result) {
  return (...args: Args): Result => {
    const started = performance.now();
    try {
      return call(...args);
    } finally {
      times[id] = (times[id] ?? 0) + performance.now() - started;
    }
  };
}

/** Everything callable in a value, one level down as well: visitors hold functions, and functions by kind of node. */
function clockedWithin(id: string, visitors: Visitors): Visitors {
  const wrap = (value: unknown): unknown => {
    if (typeof value === 'function') return clocked(id, value as () => unknown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wrap(each)]));
  };
  return wrap(visitors) as Visitors;
}

function clockedRule(rule: Rule): Rule {
  const { id } = rule;
  if (rule.scope === 'project') {
    const collect = clocked(id, rule.collect.bind(rule));
    return {
      ...rule,
      collect: (...args) => clockedWithin(id, collect(...args)),
      conclude: clocked(id, rule.conclude.bind(rule)),
    };
  }
  const check = clocked(id, rule.check.bind(rule));
  const afterAll = rule.afterAll && clocked(id, rule.afterAll.bind(rule));
  return {
    ...rule,
    check: (...args) => clockedWithin(id, check(...args)),
    ...(afterAll ? { afterAll } : {}),
  };
}

/** Looks first at every script, so that parsing is nobody's. */
const {
  keywords: _,
  afterAll: __,
  ...some
} = rules.find((rule): rule is FileRule => rule.scope === 'file') as FileRule;
const parsing: FileRule = {
  ...some,
  id: 'parsing',
  languages: ['script'],
  check: clocked('(parsing)', (file) => {
    void file.script;
    return {};
  }),
};

const engine = new Engine(new NodeWorkspace(process.argv[2] ?? '.'), [parsing, ...rules.map(clockedRule)], {
  today: () => '2026-01-20',
});
const started = performance.now();
await engine.scan(neverCancelled, () => {});
const result: RuleTimes = { total: performance.now() - started, rules: times };
console.log(JSON.stringify(result));
