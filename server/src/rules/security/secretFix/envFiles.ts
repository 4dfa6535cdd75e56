/** What becomes of `.env`, `.env.example` and `.gitignore` when a variable is added: pure text work. */

/** The text with a line `NAME=value` at its end; the line ending is the one the text uses. */
export function withVariable(text: string | undefined, name: string, value: string): string {
  return withLine(text, `${name}=${quoted(value)}`);
}

/** The text with a line at its end. */
export function withLine(text: string | undefined, line: string): string {
  if (!text) return `${line}\n`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${/[\r\n]$/.test(text) ? '' : newline}${line}${newline}`;
}

/** What a variable is set to in the text of a `.env` file, as written; undefined where it is not. */
export function variableIn(text: string | undefined, name: string): string | undefined {
  const match = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*(.*)$`, 'm').exec(text ?? '');
  return match?.[1]?.trimEnd();
}

/** A value as a `.env` file needs it: plain where that is safe, else in quotes that it does not contain. */
export function quoted(value: string): string {
  if (/^[\w./:@+=,%-]*$/.test(value)) return value;
  if (/[\r\n]/.test(value)) return `"${value.replace(/\r\n?|\n/g, '\\n')}"`;
  const quote = ["'", '"', '`'].find((each) => !value.includes(each));
  return quote ? `${quote}${value}${quote}` : `"${value.replaceAll('"', '\\"')}"`;
}
