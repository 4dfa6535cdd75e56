/**
 * The paths of all files that git tracks, read from its index: relative to the repository's top, with forward
 * slashes. Knows versions 2 to 4 (git's Documentation/gitformat-index). Empty for what is no index.
 */
export function trackedPaths(index: Buffer): string[] {
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return [];
  const version = index.readUInt32BE(4);
  const count = index.readUInt32BE(8);
  if (version < 2 || version > 4) return [];
  const paths: string[] = [];
  let at = 12;
  let previous = '';
  for (let entry = 0; entry < count && at + 62 < index.length; entry++) {
    const start = at;
    const isExtended = (index.readUInt16BE(at + 60) & 0x4000) !== 0;
    at += isExtended ? 64 : 62;
    let kept = '';
    if (version === 4) {
      const { value, next } = offsetAt(index, at);
      kept = previous.slice(0, Math.max(previous.length - value, 0));
      at = next;
    }
    const end = index.indexOf(0, at);
    if (end < 0) break;
    // As bytes, since version 4 counts in them; decoded where it is kept.
    previous = kept + index.toString('latin1', at, end);
    paths.push(Buffer.from(previous, 'latin1').toString('utf8'));
    // Before version 4 entries are padded with one to eight zero bytes to a multiple of eight.
    at = version === 4 ? end + 1 : start + (Math.floor((end - start) / 8) + 1) * 8;
  }
  return paths;
}

/** A number of variable length, as git writes offsets. */
function offsetAt(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next: at };
}
