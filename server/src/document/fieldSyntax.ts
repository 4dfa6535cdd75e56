import type { MarkdownNode } from './markdownTree.ts';
import type { Span } from './span.ts';
import { type FieldName, fieldWords } from './vocabulary/fields.ts';

/** An item of a list: `- [x] Rotate all keys (dana, 2026-01-12)`. */
export interface ItemSyntax {
  /** With its marker and everything nested in it. */
  readonly span: Span;
  /** Its first paragraph without marker and checkbox. */
  readonly content: Span;
  /** The checkbox with its brackets. */
  readonly box?: Span & { readonly checked: boolean };
  /** Its first paragraph. */
  readonly block: MarkdownNode | undefined;
  /** The items of the lists in it. */
  readonly nested: readonly ItemSyntax[];
}

/**
 * How a field is written: `- **Key:** value`, a line `**Key:** value`, a heading with text below,
 * or a table's cell.
 */
export type FieldStyle = 'bullet' | 'line' | 'heading' | 'cell';

/** A key with what stands behind or below it. */
export interface FieldSyntax {
  /** As its author wrote it, without colon and emphasis. */
  readonly key: string;
  /** What is meant by it; undefined for keys that are the author's own. */
  readonly name: FieldName | undefined;
  readonly style: FieldStyle;
  /** With marker, value and everything nested in it. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The value without white space around; empty, behind the key, where there is none. */
  readonly value: Span;
  /** The block that the value stands in. */
  readonly block: MarkdownNode | undefined;
  readonly items: readonly ItemSyntax[];
  /** The code block that is the value. */
  readonly code?: MarkdownNode;
}

const names = new Map(
  (Object.entries(fieldWords) as [FieldName, readonly string[]][]).flatMap(([name, words]) =>
    words.map((word) => [word, name] as const),
  ),
);

/** The meaning of a key; undefined for keys that are the author's own. */
export function fieldName(key: string): FieldName | undefined {
  const known = kept.get(key);
  if (known !== undefined || kept.has(key)) return known;
  const name = nameOf(key);
  if (kept.size > 2_000) kept.clear();
  kept.set(key, name);
  return name;
}

/** Documents use the same few keys again and again. */
const kept = new Map<string, FieldName | undefined>();

/** `Where it happens`, `Affected code paths`. */
const places =
  /^(?:files? with .*|where\b.{0,24}|(?:affected|relevant|related|source|code) (?:files?|paths?|locations?|code)\b.{0,16})$/;

/** Whose status a blocker's own is: `Mitigation state`, `Processing status`. */
const statusOfWhat =
  /^(?:processing|mitigation|remediation|resolution|fix|work|workflow|ticket|review|delivery|implementation|development|dev|overall|latest) (?:status|state)$/;

function nameOf(key: string): FieldName | undefined {
  const words = key
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/:[a-z0-9_+-]+:/g, '')
    .replace(/^[^\p{L}\p{N}#]+|(?<![^\p{L}\p{N}#.])[^\p{L}\p{N}#.]+$/gu, '')
    .replace(/\s+/g, ' ');
  return (
    names.get(words) ?? (places.test(words) ? 'locations' : statusOfWhat.test(words) ? 'status' : undefined)
  );
}
