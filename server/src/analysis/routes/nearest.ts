import type { LinkedPart } from './linker.ts';

/** The application whose file is nearest by its folders. */
export function nearest<Root extends { readonly linked: LinkedPart }>(
  file: string,
  roots: readonly Root[],
): Root | undefined {
  const shared = (other: string): number => {
    const [a, b] = [file.split('/'), other.split('/')];
    let count = 0;
    while (count < a.length && a[count] === b[count]) count++;
    return count;
  };
  let best: { root: Root; shared: number } | undefined;
  for (const root of roots) {
    const count = shared(root.linked.file);
    if (!best || count > best.shared) best = { root, shared: count };
  }
  return best?.root;
}
