import { type JSONPath, type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { type EntryFile, keyOf } from './entry.ts';
import { tooDeep, unlessTooDeep } from './tooDeep.ts';

/** Reads JSON, with comments and trailing commas allowed. Never fails. */
export function readJson(text: string): EntryFile {
  const entries: EntryFile['entries'][number][] = [];
  let error: EntryFile['error'];
  const literal = (value: unknown, offset: number, length: number, pathOf: () => JSONPath) => {
    const path = pathOf();
    entries.push({
      path: path.map(String),
      key: keyOf(path),
      value: String(value),
      kind: typeof value === 'string' ? 'string' : 'other',
      start: offset,
      end: offset + length,
    });
  };
  const visitor: JSONVisitor = {
    onLiteralValue: (value, offset, length, _line, _character, pathOf) =>
      literal(value, offset, length, pathOf),
    onError: (code, offset) => {
      error ??= { message: words(printParseErrorCode(code)), offset };
    },
  };
  const read = unlessTooDeep(() => {
    visit(text, visitor, { allowTrailingComma: true });
    return true;
  });
  if (!read) error ??= { message: tooDeep, offset: 0 };
  return error ? { entries, error } : { entries };
}

/** `CloseBraceExpected` → `close brace expected`. */
const words = (code: string): string =>
  code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
