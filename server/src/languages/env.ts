import type { Entry, EntryFile } from './entry.ts';

/** `NAME=value`, `export NAME="value"`, with a comment behind; the way dotenv reads it. */
const assignment =
  /^[ \t]{0,80}(?:export[ \t]{1,80})?([A-Za-z_][\w.-]{0,200})[ \t]{0,80}=[ \t]{0,80}("(?:[^"\\]|\\[\s\S])*"|'[^']*'|`[^`]*`|[^#\r\n"'`][^#\r\n]*)?/gm;

/** Reads a `.env` file. Never fails: lines that are no assignment are passed over. */
export function readEnv(text: string): EntryFile {
  const entries: Entry[] = [];
  for (const match of text.matchAll(assignment)) {
    const [whole, key = '', raw = ''] = match;
    const written = raw.trimEnd();
    const end = match.index + whole.length - (raw.length - written.length);
    entries.push({
      path: [key],
      key,
      value: /^["'`]/.test(written) ? written.slice(1, -1) : written,
      kind: 'string',
      start: end - written.length,
      end,
    });
  }
  return { entries };
}
