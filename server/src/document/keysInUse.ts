import type { DocumentSyntax } from './documentSyntax.ts';
import type { FieldName } from './vocabulary/fields.ts';

/** The fields that blockers of this document have, as they are called there; empty where only tables have them. */
export function keysInUse({ blockers }: DocumentSyntax): ReadonlyMap<FieldName, string> {
  const keys = new Map<FieldName, string>();
  for (const { entries } of blockers) {
    for (const { fields } of entries) {
      for (const { name, key, style } of fields) {
        const isWritten = style === 'bullet' || style === 'line';
        if (name !== undefined && !keys.get(name)) keys.set(name, isWritten ? key : '');
      }
    }
  }
  return keys;
}
