import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { type Entry, type EntryFile, keyOf } from './entry.ts';

/** Reads YAML, several documents in one file included. Never fails. */
export function readYaml(text: string): EntryFile {
  const entries: Entry[] = [];
  let error: EntryFile['error'];
  // `logLevel` keeps the library from writing to the console; custom tags such as `!Ref` are only names here.
  const documents = parseAllDocuments(text, {
    logLevel: 'silent',
    lineCounter: new LineCounter(),
    uniqueKeys: false,
  });
  if (!Array.isArray(documents)) return { entries };
  for (const document of documents) {
    const first = document.errors[0];
    if (first)
      error ??= { message: first.message.split(/ at line |\n/)[0] ?? first.code, offset: first.pos[0] };
    collect(document.contents, [], entries);
  }
  return error ? { entries, error } : { entries };
}

function collect(node: Node | null, path: readonly (string | number)[], entries: Entry[]): void {
  if (isMap<Node, Node | null>(node)) {
    for (const { key, value } of node.items)
      collect(value, [...path, isScalar(key) ? String(key.value) : ''], entries);
  } else if (isSeq<Node>(node)) {
    node.items.forEach((item, index) => {
      collect(item, [...path, index], entries);
    });
  } else if (isScalar(node) && !isAlias(node) && node.range) {
    entries.push({
      path: path.map(String),
      key: keyOf(path),
      value: String(node.value),
      kind: typeof node.value === 'string' ? 'string' : 'other',
      start: node.range[0],
      end: node.range[1],
    });
  }
}
