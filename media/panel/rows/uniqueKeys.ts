/** Makes keys distinct: documents written by hand hold the same id or place twice. */
export function uniqueKeys(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key}~${times + 1}`;
  };
}
