import { nodeAt } from '../../../analysis/namedValue.ts';
import type { Hole, QuotedLiteral } from '../../../analysis/sql/positions.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';

/** A stretch of the file that becomes a placeholder, and the expression that becomes its parameter. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  /** What must stand behind the placeholder: the quotation mark of a string that ended there. */
  readonly closing: string;
  readonly parameter: string;
}

/** Signs and words behind which every driver takes a parameter. */
const takesParameter = /^(?:[=<>(,+-]|[<>]=|<>|!=|==|<=>|LIKE|ILIKE|BETWEEN|REGEXP|RLIKE|GLOB)$/;

/** How a value gives way to a placeholder, its quotes with it; undefined where that is not mechanical. */
export function replacementOf(hole: Hole, root: ScriptNode, script: ScriptFile): Replacement | undefined {
  if (hole.position !== 'value' || !takesParameter.test(hole.before) || !standsIn(hole.node, root))
    return undefined;
  const found = hole.literal ? quoted(hole.literal, root, script) : bare(hole);
  const { text } = script;
  return found && !/\/\/|\/\*/.test(text.slice(found.start, found.end).replaceAll('://', ''))
    ? found
    : undefined;
}

/** Whether an expression is a part of a text's own concatenation, and not of a choice, list or variable in it. */
function standsIn(node: ScriptNode, root: ScriptNode): boolean {
  for (let around: ScriptNode = node; ; around = around.parent) {
    if (around === root) return true;
    if (around === node || ts.isParenthesizedExpression(around)) continue;
    if (!ts.isTemplateSpan(around) && !ts.isTemplateExpression(around) && !ts.isBinaryExpression(around))
      return false;
  }
}

/** `'…'` with all that is put into it. */
function quoted(literal: QuotedLiteral, root: ScriptNode, script: ScriptFile): Replacement | undefined {
  const { open, close, prefixed, parts } = literal;
  if (open === undefined || close === undefined || prefixed) return undefined;
  if (!parts.every((part) => (typeof part === 'string' ? !part.startsWith('\\') : standsIn(part, root))))
    return undefined;
  const holder = (offset: number) => {
    const token = nodeAt(script, offset);
    const whole = ts.isTemplateHead(token)
      ? token.parent
      : ts.isTemplateMiddleOrTemplateTail(token)
        ? token.parent.parent
        : token;
    return { whole, mark: script.text.charAt(whole.getStart()) };
  };
  const [first, last] = [holder(open), holder(close)];
  if (first.whole !== last.whole && (first.mark !== last.mark || first.mark === '`')) return undefined;
  return { start: open, end: close + 1, closing: '', parameter: parameterOf(parts) };
}

/** One expression as it is; with text around it, such as the `%` of a pattern, a template. */
function parameterOf(parts: QuotedLiteral['parts']): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only.getText();
  const inner = parts.map((part) =>
    typeof part === 'string'
      ? part.replace(/^(["'])\1$/, '$1').replace(/[`$]/, '\\$&')
      : `\${${part.getText()}}`,
  );
  return `\`${inner.join('')}\``;
}

/** A value without quotes around it. A list is none: it would need a placeholder for each element. */
function bare({ node, inList }: Hole): Replacement | undefined {
  if (inList || (ts.isCallExpression(node) && /\.(?:join|map)$/.test(node.expression.getText())))
    return undefined;
  const parameter = node.getText();
  const { parent } = node;
  if (ts.isTemplateSpan(parent)) {
    const { templateSpans, head } = parent.parent;
    const before = templateSpans[templateSpans.indexOf(parent) - 1]?.literal ?? head;
    return { start: before.end - 2, end: parent.literal.getStart() + 1, closing: '', parameter };
  }
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return undefined;
  const left = ts.isBinaryExpression(parent.left) ? parent.left.right : parent.left;
  if (!ts.isStringLiteral(left)) return undefined;
  const mark = left.getText().charAt(0);
  const next =
    ts.isBinaryExpression(parent.parent) && parent.parent.left === parent ? parent.parent.right : undefined;
  if (!next) return { start: left.end - 1, end: node.end, closing: mark, parameter };
  if (!ts.isStringLiteral(next) || next.getText().charAt(0) !== mark) return undefined;
  return { start: left.end - 1, end: next.getStart() + 1, closing: '', parameter };
}
