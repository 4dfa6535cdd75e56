import { beginsLine, type SqlToken, SqlTokens } from './sqlTokens.ts';

/** One statement, without what ends it. Offsets count from 0. */
export interface SqlStatement {
  readonly start: number;
  readonly end: number;
  /** At least one. */
  readonly tokens: readonly SqlToken[];
}

export interface SqlFile {
  readonly statements: readonly SqlStatement[];
}

/**
 * Reads SQL of Postgres, MySQL, SQLite or SQL Server as migrations and dumps have it. Never fails, and takes
 * linear time. The parsers at hand read half of real migrations, or must be told the vendor, which a file does
 * not say; so statements are cut here, and rules look at their tokens.
 */
export function readSql(text: string): SqlFile {
  const tokens = new SqlTokens(text);
  const statements: SqlStatement[] = [];
  let current: SqlToken[] = [];
  let delimiter = ';';
  let depth = 0;
  const close = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first && last) statements.push({ start: first.start, end: last.end, tokens: current });
    current = [];
    depth = 0;
  };
  for (let token = tokens.next(delimiter); token; token = tokens.next(delimiter)) {
    if (current.length === 0) {
      // The clients' own commands: MySQL's DELIMITER, psql's \connect.
      if (token.kind === 'word' && token.value === 'delimiter') {
        delimiter = tokens.restOfLine().trim() || ';';
        continue;
      }
      if (token.value === '\\') {
        tokens.restOfLine();
        continue;
      }
    }
    if (token.value === delimiter && depth === 0) {
      if (isCopyFromInput(current)) skipData(text, tokens);
      close();
    } else if (isGo(text, token)) {
      close();
    } else {
      current.push(token);
      depth = Math.max(0, depth + depthOf(token, current));
    }
  }
  close();
  return { statements };
}

const hasBody = /^(?:trigger|procedure|function|event|proc)$/;

/** How a word opens or closes the body of a trigger or procedure, where a semicolon ends no statement. */
function depthOf(token: SqlToken, current: readonly SqlToken[]): number {
  if (token.kind !== 'word') return 0;
  const { value } = token;
  if (value !== 'begin' && value !== 'case' && value !== 'end') {
    // `END IF` and `END LOOP` close what was not counted.
    const closes = /^(?:if|loop|while|repeat|for)$/.test(value) && current.at(-2)?.value === 'end';
    return closes ? 1 : 0;
  }
  if (current[0]?.value !== 'create' && current[0]?.value !== 'alter') return 0;
  if (!current.slice(1, 8).some((each) => each.kind === 'word' && hasBody.test(each.value))) return 0;
  if (value === 'end') return -1;
  return value === 'case' && current.at(-2)?.value === 'end' ? 0 : 1;
}

/** SQL Server's clients cut a file at `GO` on a line of its own. */
function isGo(text: string, { kind, value, start, end }: SqlToken): boolean {
  if (kind !== 'word' || value !== 'go') return false;
  return beginsLine(text, start) && /^[ \t]*(?:\d+[ \t]*)?(?:[\r\n]|$)/.test(text.slice(end, end + 20));
}

/** `COPY … FROM stdin;` in dumps: what follows up to `\.` is data. */
const isCopyFromInput = (tokens: readonly SqlToken[]): boolean =>
  tokens[0]?.value === 'copy' && tokens.some(({ kind, value }) => kind === 'word' && value === 'stdin');

function skipData(text: string, tokens: SqlTokens): void {
  const end = text.indexOf('\n\\.', tokens.at);
  if (end >= 0) tokens.at = end + 3;
}
