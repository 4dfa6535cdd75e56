import type * as tsMorph from 'ts-morph';

/** A part of a text that a program puts together. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Where its first character stands in the file; undefined where escapes shift the others. */
      readonly start: number | undefined;
    }
  /** A value that the program puts in. */
  | { readonly kind: 'hole'; readonly node: tsMorph.ts.Expression }
  /** One of several, such as the two branches of `a ? b : c`. */
  | { readonly kind: 'choice'; readonly options: readonly (readonly Piece[])[] }
  /** A variable is given a new text: what follows has nothing before it. */
  | { readonly kind: 'restart' };

/** Pieces that have some text; undefined for those that are values only. */
export const ifText = (pieces: Piece[]): Piece[] | undefined => (hasText(pieces) ? pieces : undefined);

export const hasText = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) =>
    piece.kind === 'choice' ? piece.options.some(hasText) : piece.kind === 'text' && piece.text !== '',
  );

type TextNode =
  | tsMorph.ts.StringLiteralLike
  | tsMorph.ts.TemplateHead
  | tsMorph.ts.TemplateMiddle
  | tsMorph.ts.TemplateTail;

/** A literal's own text. */
export function textOf(node: TextNode): Piece {
  const start = node.getStart() + 1;
  const raw = node.getSourceFile().text.slice(start, start + node.text.length);
  return { kind: 'text', text: node.text, start: raw === node.text ? start : undefined };
}
