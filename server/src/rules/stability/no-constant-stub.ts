import { isDevGuarded } from '../../analysis/devGuards.ts';
import { wordsOf } from '../../analysis/devNames.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { isCalledMock, isMockFile } from '../../analysis/mockNames.ts';
import { unwrapped } from '../../analysis/unwrapped.ts';
import { isConstant } from '../../analysis/yes.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';

/** Work whose result depends on what is given. */
const works =
  /^(?:analyze|analyse|assess|calculate|compute|predict|evaluate|estimate|detect|classify|summarize|summarise|recommend|search|fetch|find|generate|process|score|rank|translate|extract|transcribe|forecast|optimize|optimise|synthesize|reason|reflect|plan|simulate|diagnose|convert|query|lookup|retrieve|load|charge|refund|transfer|send|submit|execute|run|perform|count|measure|resolve|suggest|match|geocode|moderate|inspect|audit)$/;
/** The same, but only of something that is named: `getUser(userId)`, `checkStock(sku)`. */
const asks = /^(?:get|check|list|read|find|is)$/;
/** Parameters that say of what: an id, a person, a text. */
const subjects =
  /(?:^|_)(?:id|ids|key|sku|ssn|ip|email|phone|query|prompt|text|symbol|slug|address|city|url|name)$|I[dD]s?$|^(?:user|order|customer|document|doc|tx|transaction|product|account|payment|invoice|message|question|input|patient|employee)$/;
/** Words for what is constant by its nature. */
const constantByNature =
  /^(?:default|defaults|initial|static|empty|constant|constants|noop|null|none|metadata|config|options|schema|columns|headers|paths|params|props|manifest|placeholder|template|sample|example|mock|fake|dummy|stub|test|demo)$/;

export const noConstantStub = defineRule({
  id: 'no-constant-stub',
  title: 'Work whose result is written down',
  priority: 'P1',
  category: 'stability',
  confidence: 'low',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['async', 'promise'],
  why: 'It answers whatever it is asked, and always the same: what looks like a result was written by whoever wrote the code.',
  verification: [
    'The rule finds nothing at the cited places.',
    'Two different inputs give two different results, and a test shows it.',
  ],
  effort: { min: 1, max: 5, unit: 'days' },
  claims:
    /\b(?:constant|canned|hard-?coded) (?:answers?|replies|outputs?)\b|\bignor(?:es|ing) (?:its|all) (?:arguments?|parameters?|inputs?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path)) return {};
    const visit = (node: ScriptNode) => {
      const at = isFunction(node) ? cannedAnswer(node) : undefined;
      if (!at || !isFunction(node) || isDevGuarded(node)) return;
      report({
        start: at.getStart(),
        end: at.end,
        message: `\`${nameOfFunction(node)}\` gives this whatever it is given. Let it do its work, or throw until it can.`,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: visit,
        [ts.SyntaxKind.FunctionExpression]: visit,
        [ts.SyntaxKind.ArrowFunction]: visit,
        [ts.SyntaxKind.MethodDeclaration]: visit,
      },
    };
  },
  fixes: [],
});

/** The constant that a function gives in place of its work; undefined where it does any, or none was promised. */
function cannedAnswer(node: FunctionWithBody): ScriptNode | undefined {
  const { body, parameters } = node;
  if (!body || parameters.length === 0) return undefined;
  // `_text` says that it is not read, and that somebody knows.
  if (parameters.every(({ name }) => ts.isIdentifier(name) && name.text.startsWith('_'))) return undefined;
  const words = wordsOf(nameOfFunction(node) ?? '');
  const isAsked =
    asks.test(words[0] ?? '') &&
    words.length > 1 &&
    parameters.some(({ name }) => ts.isIdentifier(name) && subjects.test(name.text));
  if (
    !(isAsked || words.some((word, index) => index < 2 && works.test(word))) ||
    words.some((word) => constantByNature.test(word))
  )
    return undefined;
  if (isCalledMock(nameOfFunction(node) ?? '')) return undefined;
  const at = ts.isBlock(body) ? body.statements.at(-1) : body;
  if (!at || (ts.isBlock(body) && !body.statements.slice(0, -1).every(isWait))) return undefined;
  const given = ts.isReturnStatement(at)
    ? at.expression && unwrapped(at.expression)
    : ts.isBlock(body)
      ? undefined
      : unwrapped(body);
  const kept = given && promised(given);
  const value = kept ?? (isAsync(node) ? given : undefined);
  if (!value || !isRich(value) || !isConstant(value)) return undefined;
  return ts
    .findAncestor(node, ts.isClassLike)
    ?.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    ? undefined
    : at;
}

/** What `Promise.resolve(…)` is given. */
function promised(node: ScriptNode): ScriptNode | undefined {
  const isResolve = ts.isCallExpression(node) && node.expression.getText() === 'Promise.resolve';
  const [value] = isResolve ? node.arguments : [];
  return value && unwrapped(value);
}

const isAsync = (node: FunctionWithBody): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;

/** `await new Promise((resolve) => setTimeout(resolve, 500));`: it only takes its time. */
function isWait(statement: ScriptNode): boolean {
  if (!ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  if (ts.isCallExpression(expression))
    return /^(?:console|logger|log|this\.logger)\b/.test(expression.expression.getText().slice(0, 60));
  return (
    ts.isAwaitExpression(expression) &&
    /^(?:new Promise\b[\s\S]*\bsetTimeout\b|(?:this\.)?(?:sleep|delay|wait)\()/.test(
      expression.expression.getText().slice(0, 200),
    )
  );
}

/** Something with content: an empty list, `null` or a plain word may be all there is to say. */
function isRich(value: ScriptNode): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.length > 0;
  if (ts.isNumericLiteral(value)) return Number(value.text) > 1;
  if (ts.isStringLiteralLike(value)) return isSentence(value.text);
  if (!ts.isObjectLiteralExpression(value)) return false;
  const told = value.properties.filter(ts.isPropertyAssignment);
  const says = (pattern: RegExp) => told.filter(({ name }) => pattern.test(name.getText()));
  // `{ success: false, error: 'Not supported.' }` is an honest answer.
  const isRefusal = says(refusing).some(({ initializer }) => initializer.kind === ts.SyntaxKind.FalseKeyword);
  if (isRefusal || says(/^(?:error|errors|statusCode|status_code)\b/).length > 0) return false;
  return (
    told.length > 1 ||
    told.some(({ initializer }) => ts.isStringLiteralLike(initializer) && isSentence(initializer.text))
  );
}

const refusing =
  /success|^ok$|valid|support|avail|enabled|found|allowed|implemented|handled|done|exists|accepted|processed/i;

const isSentence = (text: string): boolean => text.length > 20 || /\w \w/.test(text);
