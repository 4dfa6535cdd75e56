import type { Row } from '../rows/row.ts';

/** Where the focus goes when its row is gone: to the row that closed over it, else to the one in its place. */
export function nearestRow(before: readonly Row[], after: readonly Row[], gone: string): Row | undefined {
  const index = before.findIndex(({ key }) => key === gone);
  if (index < 0) return undefined;
  const left = new Map(after.map((row) => [row.key, row]));
  const still = ({ key }: Row): Row[] => {
    const row = left.get(key);
    return row ? [row] : [];
  };
  const [closed] = ancestors(before, index).flatMap(still);
  if (closed?.expanded === false) return closed;
  return before.slice(index).flatMap(still)[0] ?? before.slice(0, index).flatMap(still).at(-1);
}

function ancestors(rows: readonly Row[], index: number): Row[] {
  const above = rows[rows[index]?.parent ?? -1];
  return above ? [above, ...ancestors(rows, rows.indexOf(above))] : [];
}
