import type { DocumentSyntax } from './documentSyntax.ts';

/** `BLOCK-055` → `BLOCK-056`: counted upwards from the highest of its kind, with as many digits. */
export function nextId({ blockers }: Pick<DocumentSyntax, 'blockers'>, like: string): string {
  const digits = /\d{1,9}$/.exec(like)?.[0] ?? '';
  const prefix = like.slice(0, like.length - digits.length);
  const numbers = blockers.flatMap(({ id }) =>
    id.startsWith(prefix) ? Number(id.slice(prefix.length)) || [] : [],
  );
  return prefix + String(Math.max(...numbers, Number(digits)) + 1).padStart(digits.length, '0');
}
