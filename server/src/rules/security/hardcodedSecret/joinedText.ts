import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A text as the program has it, and the expression that gives it. */
export interface JoinedText {
  readonly node: ScriptNode;
  readonly text: string;
}

/**
 * The text that a literal is a part of: itself, or `'a' + 'b'` as one where it stands first in it. Undefined for the
 * other parts, and where more than texts is put together.
 */
export function joinedText(literal: ScriptNode & { readonly text: string }): JoinedText | undefined {
  let node: ScriptNode = literal;
  let { text } = literal;
  while (isSum(node.parent)) {
    const { left, right } = node.parent;
    if (left !== node || !ts.isStringLiteralLike(right)) return undefined;
    text += right.text;
    node = node.parent;
  }
  return { node, text };
}

const isSum = (node: ScriptNode): node is ScriptNode & { left: ScriptNode; right: ScriptNode } =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
