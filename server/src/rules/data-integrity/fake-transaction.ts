import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { sqlArgumentOf } from '../../analysis/sql/sinks.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { beginsTransaction, goesToPool } from './fakeTransaction/pools.ts';
import { ignoresTransaction } from './fakeTransaction/unused.ts';
import { doesNothing, methodsOf, onlyCallsBack, promises } from './fakeTransaction/wrappers.ts';

/** Somebody knows that nothing happens here, and says why that is right. */
const knownNothing =
  /\b(?:no|not|does ?n[o']t|without|un)\s*-?(?:support\w*|available|need\w*|transactions?)\b|\bunsupported\b|\bno[- ]?op\b|\bauto-?commit\b|\bnull object\b/i;
const later =
  /\btodo\b|\bfixme\b|\bfor now\b|\byet\b|\bplaceholder\b|\bstub\b|\bsimulat|\breal (?:transaction|implementation)\b|\bin production\b/i;
const standIns =
  /^(?:Noop|NoOp|Null|Mock|Fake|Stub|Dummy|Test|InMemory|Memory|Base|Abstract)|(?:Mock|Stub|Fake|Noop)$/;

export const fakeTransaction = defineRule({
  id: 'fake-transaction',
  title: 'Transaction that is none',
  priority: 'P0',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [662],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['transaction', 'begin', 'commit', 'atomic', 'withtx', 'intx'],
  why: 'Its callers believe that all of it happens or nothing. When something fails halfway, one half stays: money that left an account and reached none.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test lets the second write fail, and finds that the first one is not there either.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims:
    /\b(?:fake|no-?op|stub|no real)\b.{0,25}\btransactions?\b|\btransactions?\b.{0,30}\b(?:does nothing|no-?op|not implemented|fake|over a pool)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const tell = (node: ScriptNode, message: string, confidence: 'high' | 'medium' = 'high') => {
      if (!isDevGuarded(node)) report({ start: node.getStart(), end: node.end, message, confidence });
    };
    const visitFunction = (node: ScriptNode) => {
      if (!isFunction(node) || !node.body || node.parameters.length === 0) return;
      const name = nameOfFunction(node);
      if (name === undefined || !promises.test(name) || isExcused(node, file.text) || !onlyCallsBack(node))
        return;
      tell(
        nameNodeOf(node),
        `\`${name}\` begins no transaction: it only calls what it is handed, and when that fails halfway nothing is taken back.`,
      );
    };
    const visitOwner = (node: ScriptNode) => {
      if (!ts.isObjectLiteralExpression(node) && !ts.isClassDeclaration(node) && !ts.isClassExpression(node))
        return;
      if (!ts.isObjectLiteralExpression(node) && standIns.test(node.name?.text ?? '')) return;
      const methods = methodsOf(node);
      const [first, ...others] = [...methods].filter(
        ([name, { node: method, body }]) =>
          isEnd.test(name) && doesNothing(body) && !isExcused(method, file.text),
      );
      const isPair =
        methods.has(methodName(methods, /^commit/)) &&
        methods.has(methodName(methods, /^rollback|^rollBack/));
      if (!first || !isPair) return;
      // An empty way back alone is enough; an empty commit alone may be one of a log.
      if (others.length === 0 && /^commit/.test(first[0])) return;
      const name = first[1].node;
      tell(
        nameNodeOf(name),
        `\`${[first, ...others].map(([each]) => each).join('` and `')}\` ${others.length > 0 ? 'do' : 'does'} nothing: what fails halfway stays as it is.`,
      );
    };
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: visitFunction,
        [ts.SyntaxKind.FunctionExpression]: visitFunction,
        [ts.SyntaxKind.ArrowFunction]: visitFunction,
        [ts.SyntaxKind.MethodDeclaration]: visitFunction,
        [ts.SyntaxKind.ClassDeclaration]: visitOwner,
        [ts.SyntaxKind.ClassExpression]: visitOwner,
        [ts.SyntaxKind.ObjectLiteralExpression]: visitOwner,
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          if (!ts.isPropertyAccessExpression(call.expression)) return;
          const { expression: receiver, name } = call.expression;
          const sql =
            sqlArgumentOf(call) ?? (/^\$\w+Unsafe$/.test(name.text) ? call.arguments[0] : undefined);
          const text = sql && plain(sql);
          if (text && ts.isStringLiteralLike(text) && beginsTransaction(text.text)) {
            if (goesToPool(receiver, name.text)) tell(call, poolMessage(receiver));
          } else if (
            ignoresTransaction(call) &&
            !/transactionAsyncLocalStorage|useCLS|AsyncLocalStorage/.test(file.text)
          ) {
            tell(
              name,
              'Nothing in here takes part in the transaction: the writes go past it, over connections of their own. Use what the callback is handed.',
            );
          }
        },
        [ts.SyntaxKind.TaggedTemplateExpression]: (node) => {
          const { tag, template } = node as tsMorph.ts.TaggedTemplateExpression;
          if (!ts.isNoSubstitutionTemplateLiteral(template) || !beginsTransaction(template.text)) return;
          const name = lastName(tag) ?? '';
          if (ts.isPropertyAccessExpression(tag) && goesToPool(tag.expression, name))
            tell(node, poolMessage(tag.expression));
        },
      },
    };
  },
  fixes: [],
});

const isEnd = /^(?:commit|rollback|rollBack)(?:Transaction|Async)?$/;

const methodName = (methods: ReadonlyMap<string, unknown>, pattern: RegExp): string =>
  [...methods.keys()].find((name) => isEnd.test(name) && pattern.test(name)) ?? '';

const poolMessage = (receiver: ScriptNode): string =>
  `\`${lastName(plain(receiver)) ?? 'The pool'}\` may take another connection for each call: what follows runs outside this transaction, which stays open. Take one client from the pool for all of it.`;

/** Where the name of a function stands, or what it is given to. */
function nameNodeOf(node: ScriptNode): ScriptNode {
  if ((isFunction(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) && node.name)
    return node.name;
  let holder = node.parent;
  while (
    !ts.isVariableDeclaration(holder) &&
    !ts.isPropertyAssignment(holder) &&
    !ts.isPropertyDeclaration(holder) &&
    !ts.isBinaryExpression(holder)
  ) {
    if (!holder.parent) return node;
    holder = holder.parent;
  }
  return ts.isBinaryExpression(holder) ? holder.left : holder.name;
}

/** A comment above or inside says why it does nothing, and not that it will do something some day. */
function isExcused(node: ScriptNode | FunctionWithBody, text: string): boolean {
  let outer = node;
  while (
    outer.parent &&
    !ts.isStatement(outer) &&
    !ts.isClassElement(outer) &&
    textOfName(outer) === undefined &&
    outer.parent.getStart() === node.getStart()
  )
    outer = outer.parent;
  const own = text.slice(outer.getFullStart(), Math.min(node.end, node.getStart() + 2_000));
  const comments = own
    .split('\n')
    .filter((line) => /\/\/|\/\*|^\s*\*/.test(line))
    .join('\n');
  return knownNothing.test(comments) && !later.test(comments);
}
