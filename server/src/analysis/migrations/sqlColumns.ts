import type { SqlToken } from '../../languages/sqlTokens.ts';
import type { Column } from './operations.ts';
import type { SqlReader } from './sqlReader.ts';

/** First words of what stands among the columns of a table and is none. */
const constraints =
  /^(?:constraint|primary|foreign|unique|check|key|index|exclude|like|fulltext|spatial|period)$/;

/** Where a column's type ends. */
const afterType =
  /^(?:not|null|default|primary|unique|references|check|constraint|generated|auto_increment|autoincrement|collate|comment|on|identity|as|encode|first|after|using|key|invisible|visible)$/;

/** Types under one name each, since `int` and `INTEGER` are the same. */
const spellings: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  serial: 'integer',
  serial4: 'integer',
  int8: 'bigint',
  bigserial: 'bigint',
  serial8: 'bigint',
  int2: 'smallint',
  smallserial: 'smallint',
  bool: 'boolean',
  'tinyint(1)': 'boolean',
  decimal: 'numeric',
  'character varying': 'varchar',
  nvarchar: 'varchar',
  character: 'char',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  datetime: 'timestamp',
  float8: 'double precision',
  double: 'double precision',
  float4: 'real',
};

/** A type in the one spelling that all of its kind share. */
export function typeOf(written: string): string {
  const [, base = '', size = ''] = /^([a-z_][a-z_0-9 ]*?) ?(\(.*)?$/s.exec(written) ?? [];
  if (base === '') return written;
  return (
    spellings[`${base}${size.replaceAll(' ', '')}`] ?? `${spellings[base] ?? base}${size.replaceAll(' ', '')}`
  );
}

/** A column as it is written behind `ADD COLUMN` or among a table's; undefined for a constraint. */
export function columnOf(tokens: readonly SqlToken[]): Column | undefined {
  const [first] = tokens;
  if (!first || (first.kind !== 'word' && first.kind !== 'quoted')) return undefined;
  // A column may be called `key` or `index`: then a type follows, and no list.
  if (first.kind === 'word' && constraints.test(first.value) && !isColumnAll(tokens)) return undefined;
  const rest = tokens.slice(1);
  const words = rest.map(({ kind, value }) => (kind === 'word' ? value : ''));
  const cut = words.findIndex((word) => afterType.test(word));
  const type = rest.slice(0, cut < 0 ? undefined : cut).map(({ value }) => value.toLowerCase());
  const has = (...each: readonly string[]) => words.some((word) => each.includes(word));
  const notNull = words.some((word, index) => word === 'not' && words[index + 1] === 'null');
  const counts = /^(?:small|big)?serial/.test(type[0] ?? '');
  return {
    name: first.value.toLowerCase(),
    type: typeOf(type.join(' ').replaceAll(' (', '(')),
    notNull: notNull || has('primary'),
    filled: counts || has('default', 'generated', 'auto_increment', 'autoincrement', 'identity', 'as'),
  };
}

const isColumnAll = (tokens: readonly SqlToken[]): boolean =>
  /^(?:key|index|period|like)$/.test(tokens[0]?.value ?? '') &&
  /^(?:text|varchar|char|integer|int|bigint|smallint|uuid|jsonb?|timestamp|timestamptz|date|boolean|numeric)$/.test(
    tokens[1]?.value ?? '',
  );

/** The columns of a table from what stands in its parentheses; undefined where not all are written there. */
export function columnsOf(inner: SqlReader): readonly Column[] | undefined {
  const parts = inner.parts();
  if (parts.some(([first]) => first?.kind === 'word' && first.value === 'like')) return undefined;
  return parts.flatMap((part) => columnOf(part) ?? []);
}

/** Whether a list of columns has something by which its rows can be told apart. */
export const isKeyed = (inner: SqlReader): boolean =>
  inner.tokens.some(({ kind, value }) => kind === 'word' && (value === 'primary' || value === 'unique'));
