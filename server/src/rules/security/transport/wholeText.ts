import type * as tsMorph from 'ts-morph';
import { writtenText } from '../../../analysis/writtenText.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A literal that a text begins with, and the text as far as it is written down. */
export interface BegunText {
  /** Of the literal itself, or of the first piece of a template. */
  readonly begins: string;
  /** Computed when it is asked for. */
  whole(): string;
}

/** The text that a literal or template begins; undefined for a piece in the middle of another. */
export function begunText(node: ScriptNode): BegunText | undefined {
  const begins = ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? node.head.text
      : undefined;
  if (begins === undefined) return undefined;
  return { begins, whole: () => writtenText(outerJoin(node)) };
}

/** The `a + b + c` that a node begins. */
function outerJoin(node: ScriptNode): tsMorph.ts.Node {
  let outer = node;
  while (
    ts.isBinaryExpression(outer.parent) &&
    outer.parent.left === outer &&
    outer.parent.operatorToken.kind === ts.SyntaxKind.PlusToken
  ) {
    outer = outer.parent;
  }
  return outer;
}
