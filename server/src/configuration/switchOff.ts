import { modify } from 'jsonc-parser';
import { LineIndex } from '../languages/lineIndex.ts';
import type { FileEdit } from '../model/index.ts';

/** The edit that switches a rule off in a configuration file, keeping comments and layout; a new file where there is none. */
export function switchOffEdit(file: string, text: string | undefined, ruleId: string): FileEdit {
  if (text === undefined || text.trim() === '') {
    const start = { line: 1, column: 1 };
    const newText = `${JSON.stringify({ rules: { [ruleId]: 'off' } }, null, 2)}\n`;
    return { file, create: text === undefined, edits: [{ range: { start, end: start }, newText }] };
  }
  const lines = new LineIndex(text);
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits = modify(text, ['rules', ruleId], 'off', { formattingOptions });
  return {
    file,
    edits: edits.map(({ offset, length, content }) => ({
      range: lines.rangeOf(offset, offset + length),
      newText: content,
    })),
  };
}
