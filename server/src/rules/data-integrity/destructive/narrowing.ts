interface Type {
  readonly base: string;
  /** Length, or precision and scale. */
  readonly sizes: readonly number[];
}

const wide = /^(?:text|longtext|mediumtext|tinytext|clob|jsonb?|blob|longblob|bytea|string)$/;
const texts = /^(?:varchar|char|text|longtext|mediumtext|citext|string)$/;
/** Whole numbers, from the smallest on. */
const whole = ['boolean', 'tinyint', 'smallint', 'mediumint', 'integer', 'bigint'];
const others = /^(?:date|time|timestamp|real|float)$/;

/**
 * Whether values that fit the old type may not fit the new one. Of an old type that nobody knows, only what is
 * narrow by itself is said; types of the project's own are never judged.
 */
export function narrows(from: string | undefined, to: string): boolean {
  const [before, after] = [from ? read(from) : undefined, read(to)];
  if (wide.test(after.base)) return false;
  if (texts.test(after.base)) return narrowsText(before, after);
  if (!before)
    return whole.includes(after.base) ? after.base !== 'bigint' : /^(?:date|time)$/.test(after.base);
  if (before.base === after.base) return after.sizes.some((size, index) => size < (before.sizes[index] ?? 0));
  if (whole.includes(after.base)) {
    const rank = whole.indexOf(before.base);
    return rank < 0 || rank > whole.indexOf(after.base);
  }
  if (after.base === 'timestamp') return texts.test(before.base);
  if (after.base === 'timestamptz' || after.base === 'numeric' || after.base === 'double precision')
    return texts.test(before.base);
  if (after.base === 'real' || after.base === 'float') return !whole.includes(before.base);
  return others.test(after.base);
}

function narrowsText(before: Type | undefined, after: Type): boolean {
  const [size] = after.sizes;
  if (size === undefined) return false;
  if (!before) return size < 255;
  if (!texts.test(before.base)) return false;
  const [old] = before.sizes;
  return old === undefined ? before.base !== 'varchar' || size < 255 : size < old;
}

function read(type: string): Type {
  const [base = '', inner = ''] = type.split('(');
  const sizes = inner
    .replace(')', '')
    .split(',')
    .map(Number)
    .filter((size) => size > 0);
  return { base: base.trim(), sizes };
}
