import type { DocumentSyntax } from './documentSyntax.ts';
import { type Span, slice } from './span.ts';

const keys = /^(?:last )?(?:updated?|modified|reviewed|revised)(?: on| at| date)?$/i;

/** When the document says that it was updated last, and where: YYYY-MM-DD. */
export function updatedField({
  source: { text },
  otherFields,
}: DocumentSyntax): { readonly day: string; readonly span: Span } | undefined {
  const field = otherFields.find(({ key }) => keys.test(key.trim()));
  const found = field && /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(slice(text, field.value));
  if (!field || !found) return undefined;
  const start = field.value.start + found.index;
  return { day: found[0], span: { start, end: start + found[0].length } };
}
