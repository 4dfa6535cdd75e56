import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import type { Piece } from './piece.ts';

/** `'… {name} …'.replace('{name}', name)`. */
export function putIn(pieces: readonly Piece[], pattern: string, value: () => Piece[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    const at = piece.kind === 'text' && pattern !== '' ? piece.text.indexOf(pattern) : -1;
    if (piece.kind !== 'text' || at < 0) return [piece];
    const rest = piece.text.slice(at + pattern.length);
    return [
      { ...piece, text: piece.text.slice(0, at) },
      ...value(),
      { kind: 'text', text: rest, start: undefined },
    ];
  });
}

/** `util.format('… %s …', name)`, `sprintf(…)`; others than `%s` make numbers, or names and text in quotes. */
export function formatPieces(
  { expression, arguments: [first, ...values] }: tsMorph.ts.CallExpression,
  read: (value: tsMorph.ts.Expression) => Piece[],
): Piece[] | undefined {
  const name = lastName(expression) ?? '';
  if (!/^(?:format|sprintf|vsprintf|printf)$/.test(name) || !first || !ts.isStringLiteralLike(first))
    return undefined;
  const [begin = '', ...others] = first.text.split(/%[sdifjoOLI]/);
  if (others.length === 0) return undefined;
  const marks = first.text.match(/%[sdifjoOLI]/g) ?? [];
  return [
    { kind: 'text', text: begin, start: undefined },
    ...others.flatMap((text, index): Piece[] => {
      const value = values[index];
      const put = marks[index] === '%s' && value ? read(value) : [];
      return [...put, { kind: 'text', text: put.length > 0 ? text : `0${text}`, start: undefined }];
    }),
  ];
}
