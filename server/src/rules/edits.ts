import type * as tsMorph from 'ts-morph';
import type { ScriptNode } from '../languages/script.ts';
import type { TextEdit } from '../model/index.ts';
import type { FileContext } from './rule.ts';

/** Puts a text in the place of another. */
export const replaced = (file: FileContext, start: number, end: number, newText: string): TextEdit => ({
  range: file.lines.rangeOf(start, end),
  newText,
});

/** Adds members behind those of an object literal, on lines of their own where the others have theirs. */
export function withMembers(
  file: FileContext,
  object: tsMorph.ts.ObjectLiteralExpression,
  members: readonly string[],
): TextEdit {
  const last = object.properties.at(-1);
  if (!last) return replaced(file, object.getStart(), object.end, `{ ${members.join(', ')} }`);
  const gap = file.text.slice(last.getFullStart(), last.getStart());
  const lineBreak = /\r?\n[ \t]*$/.exec(gap);
  const separator = lineBreak ? `,${lineBreak[0]}` : ', ';
  return replaced(file, last.end, last.end, separator + members.join(separator));
}

/** Adds an argument behind the one at `index - 1`. */
export function withArgument(
  file: FileContext,
  call: tsMorph.ts.CallExpression,
  index: number,
  argument: string,
): TextEdit {
  const before: ScriptNode | undefined = call.arguments[index - 1];
  const at = before ? before.end : call.end - 1;
  return replaced(file, at, at, before ? `, ${argument}` : argument);
}
