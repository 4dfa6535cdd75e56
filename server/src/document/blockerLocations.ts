import type { BlockerEntry } from './blockerEntry.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { itemsOf } from './fields.ts';
import { type LocationSyntax, locationsInProse, readLines, readLocations } from './locations.ts';
import { rowFields } from './rowEntries.ts';
import { type Span, slice } from './span.ts';

/** Fields that tell what is wrong, where a path may be named in passing. */
const telling: ReadonlySet<string> = new Set(['description', 'title', 'impact']);

/** The places in the code that a blocker names: in fields for them, else in passing. */
export function locationsOf(text: string, entries: readonly BlockerEntry[]): LocationSyntax[] {
  // An area may be named by its folder.
  const isPlace = ({ name, value }: FieldSyntax): boolean =>
    name === 'locations' || (name === 'category' && slice(text, value).startsWith('`'));
  const named = entries.flatMap(({ kind, fields, blocks }) => [
    fields.filter(isPlace),
    ...(kind === 'section' ? blocks.filter(({ type }) => type === 'table') : [])
      .flatMap((table) => rowFields(text, table))
      .map((row) => row.filter(isPlace)),
  ]);
  const found = named.flatMap((fields) => {
    const places = fields.flatMap((field) => readLocations(text, field));
    const [only] = places;
    const lines = fields
      .filter(({ key }) => /^lines?\b/i.test(key))
      .flatMap((field) => readLines(text, field));
    return only && places.length === 1 && only.startLine === undefined && lines.length > 0
      ? lines.map((range) => ({ ...only, ...range }))
      : places;
  });
  const passing = found.length > 0 ? found : entries.flatMap((entry) => inPassing(text, entry));
  const all = passing.length > 0 ? passing : entries.flatMap((entry) => inRemedies(text, entry));
  return withoutRepeats(all);
}

/** Fields that tell what to do about it. */
const remedy =
  /\b(?:fix|resolution|action|solution|need|required|remediation|recommendation|workaround|plan|created|added|completed?)\b/i;

function inPassing(text: string, { kind, blocks, fields }: BlockerEntry): LocationSyntax[] {
  const names = kind !== 'section';
  const told = fields
    .filter(({ name, key }) => (name === undefined ? kind === 'row' && !remedy.test(key) : telling.has(name)))
    .flatMap((field) => [
      ...locationsInProse(text, field.block, field.value, names),
      ...field.items.flatMap((item) => locationsInProse(text, item.block, item.content, names)),
    ]);
  const free = blocks.flatMap((block) => {
    const inField = (span: Span) =>
      fields.some((field) => field.span.start <= span.start && span.end <= field.span.end);
    if (block.type === 'list') {
      return itemsOf(text, block)
        .filter(({ span, box }) => !inField(span) && !box)
        .flatMap((item) => locationsInProse(text, item.block, item.content, false));
    }
    return inField(block) ? [] : locationsInProse(text, block, block.content, names);
  });
  return [...told, ...free].filter(
    ({ span }) =>
      !fields.some(
        ({ name, span: of }) =>
          name !== undefined && !telling.has(name) && of.start <= span.start && span.end <= of.end,
      ),
  );
}

/** Where nothing else names a place: what is to be changed, if with its lines. A file alone may be one to come. */
const inRemedies = (text: string, { fields }: BlockerEntry): LocationSyntax[] =>
  fields
    .filter(({ name, key }) => name === 'status' || (name === undefined && remedy.test(key)))
    .flatMap((field) => [
      ...locationsInProse(text, field.block, field.value, true),
      ...field.items.flatMap((item) => locationsInProse(text, item.block, item.content, true)),
    ])
    .filter(({ startLine }) => startLine !== undefined);

/** Each place once, in the document's order. */
function withoutRepeats(locations: readonly LocationSyntax[]): LocationSyntax[] {
  if (locations.length < 2) return [...locations];
  const seen = new Set<string>();
  return locations.filter(({ file, startLine, endLine }) => {
    const key = `${file}:${startLine}-${endLine}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
