import { isSecretName } from '../../../analysis/secrets/naming.ts';
import { judgeKind, judgeValue } from '../../../analysis/secrets/plausibility.ts';
import type { Judgement } from '../../../analysis/secrets/types.ts';
import type { WrittenSecret } from './writtenSecret.ts';

/** `CREATE USER … PASSWORD '…'`, `IDENTIFIED BY '…'`, `SET PASSWORD FOR … = PASSWORD('…')` */
const ofAccount =
  /\b(?:PASSWORD|IDENTIFIED[ \t]{1,4}(?:WITH[ \t]{1,4}\w{1,40}[ \t]{1,4})?BY)[ \t]{0,4}=?[ \t]{0,4}\(?N?'([^'\r\n]{4,128})'/gi;

/** `INSERT INTO settings (name, password) VALUES`, up to its first row. */
const insertion = /\bINTO\s{1,4}[\w."`[\]]{1,130}\s{0,4}\(([^()]{1,2000})\)\s{0,9}VALUES\s{0,9}(?=\()/gi;
/** A value in a row: a text, or anything else; what ends it stands after it. */
const cell = /\s{0,200}(?:N?'((?:[^'\\]|''|\\.){0,1000})'|[^',()]{0,200}(?:\([^()]{0,200}\))?)\s{0,9}([,)])/y;
/** Rows that are looked at in one statement. */
const maxRows = 100;

/** The secrets in a text of SQL. */
export function* sqlSecrets(text: string): Iterable<WrittenSecret> {
  for (const match of text.matchAll(ofAccount)) {
    const [whole, value = ''] = match;
    const before = text.slice(Math.max(0, match.index - 300), match.index);
    const statement = before.slice(before.lastIndexOf(';') + 1);
    if (
      !/\b(?:CREATE|ALTER|GRANT|SET)\b/i.test(statement) ||
      !/\b(?:USER|ROLE|LOGIN|GRANT|PASSWORD)\b/i.test(statement + whole)
    )
      continue;
    yield* judged('PASSWORD', value, match.index + whole.lastIndexOf(value), judgeKind('password', value));
  }
  for (const match of text.matchAll(insertion)) {
    const columns = (match[1] ?? '').split(',').map((column) => column.replace(/[\s"`[\]]/g, ''));
    if (columns.some((name) => isSecretName(name) || isValue(name)))
      yield* inRows(text, match.index + match[0].length, columns);
  }
}

/** Columns of a table of settings. */
const isValue = (name: string): boolean => /^(?:\w{0,20}_)?(?:value|val)$/i.test(name);

function* inRows(text: string, start: number, columns: readonly string[]): Iterable<WrittenSecret> {
  cell.lastIndex = start;
  for (let row = 0; row < maxRows && text.charAt(cell.lastIndex) === '('; row++) {
    cell.lastIndex++;
    let last: string | undefined;
    for (const column of columns) {
      const match = cell.exec(text);
      if (!match) return;
      const [whole, value] = match;
      const name = isValue(column) ? last : column;
      if (value !== undefined && name !== undefined && isSecretName(name))
        yield* judged(
          name,
          value,
          match.index + whole.lastIndexOf(`'${value}'`) + 1,
          judgeValue(name, value),
        );
      last = value;
      if (match[2] === ')') break;
    }
    const next = /\s{0,200},\s{0,200}(?=\()/y;
    next.lastIndex = cell.lastIndex;
    if (!next.test(text)) return;
    cell.lastIndex = next.lastIndex;
  }
}

function* judged(
  name: string,
  value: string,
  start: number,
  { secret, confidence }: Judgement,
): Iterable<WrittenSecret> {
  if (!secret || confidence === 'low') return;
  yield { name, value, start, end: start + value.length, confidence };
}
