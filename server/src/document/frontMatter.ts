import { isMap, isScalar, type Node, parseAllDocuments } from 'yaml';
import { type FieldSyntax, fieldName } from './fieldSyntax.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { type Span, slice } from './span.ts';

/**
 * The fields in YAML at a document's start: `last_updated: 2026-01-10` is the field `last updated`, and what
 * stands in a map has the map's key behind its own: `critical blockers`. What is no YAML has none.
 */
export function frontMatterFields(text: string, block: MarkdownNode): readonly FieldSyntax[] {
  const [document] = parseAllDocuments(slice(text, block), { logLevel: 'silent', uniqueKeys: false });
  const fields: FieldSyntax[] = [];
  const collect = (node: Node | null, above: readonly string[]): void => {
    if (!isMap<Node, Node | null>(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const path = [String(key.value), ...above];
      if (isScalar(value) && value.range)
        fields.push(fieldAt(path, { key: key.range, value: value.range }, block));
      else collect(value, path);
    }
  };
  collect(document?.contents ?? null, []);
  return fields;
}

/** Places in the block: where each starts and ends, and a third number that does not matter here. */
type Place = readonly [start: number, end: number, ...rest: number[]];

function fieldAt(
  path: readonly string[],
  places: { readonly key: Place; readonly value: Place },
  block: MarkdownNode,
): FieldSyntax {
  const key = path
    .join(' ')
    .replace(/[_-]+/g, ' ')
    .replace(/(?<![\p{L}\p{N}])p(?=[0-4](?![\p{L}\p{N}]))/gu, 'P');
  const spanOf = ([start, end]: Place): Span => ({ start: block.start + start, end: block.start + end });
  const [keySpan, value] = [spanOf(places.key), spanOf(places.value)];
  return {
    key,
    name: fieldName(key),
    style: 'line',
    span: { start: keySpan.start, end: value.end },
    keySpan,
    value,
    block: undefined,
    items: [],
  };
}
