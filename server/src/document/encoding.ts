/**
 * Text whose UTF-8 bytes were once decoded as Mac Roman (`‚ö†Ô∏è` for ⚠️) or as
 * Windows-1252 (`ðŸ”´` for 🔴). Every byte of UTF-8 beyond ASCII became one character beyond ASCII,
 * so the way back is a table of 128 characters.
 */

export interface SingleByteEncoding {
  readonly name: 'Mac Roman' | 'Windows-1252';
  readonly byteOf: ReadonlyMap<string, number>;
  readonly characters: readonly string[];
}

/** One character as it was meant, and where its damaged form stands. */
export interface DamagedCharacter {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

/**
 * The tables as WHATWG has them, where the five bytes that Windows-1252 leaves undefined
 * are the control characters of the same number.
 */
function singleByteEncoding(name: SingleByteEncoding['name'], label: string): SingleByteEncoding {
  const characters = [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  const byteOf = new Map(characters.flatMap((character, byte) => (byte < 0x80 ? [] : [[character, byte]])));
  return { name, byteOf, characters };
}

const encodings = [
  singleByteEncoding('Mac Roman', 'macintosh'),
  singleByteEncoding('Windows-1252', 'windows-1252'),
] as const;

const byteOrderMark = '\uFEFF';
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes a UTF-8 sequence that starts with this byte has; 0 where none starts so. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/**
 * Characters beyond ASCII stand beside each other in honest text as well: `“é` could be two bytes of
 * Mac Roman, `é…»` three of Windows-1252. Punctuation, symbols and emoji don't come about by chance,
 * and in tracking documents they are what is damaged.
 */
const isStrong = ({ meant }: DamagedCharacter): boolean => {
  const code = meant.codePointAt(0) ?? 0;
  return (code >= 0x2000 && code <= 0x2fff) || code >= 0xfe00;
};

/** A Latin letter or sign, believed where stronger evidence stands beside it. */
const isLatin = ({ meant }: DamagedCharacter): boolean => (meant.codePointAt(0) ?? 0) <= 0x17f;

/** So many characters don't fit into UTF-8 by chance, if there is no other beyond ASCII in the text. */
const manyCharacters = 3;

function damagedAt(text: string, start: number, encoding: SingleByteEncoding): DamagedCharacter | undefined {
  const length = sequenceLength(encoding.byteOf.get(text.charAt(start)) ?? 0);
  if (length === 0 || start + length > text.length) return undefined;
  const bytes = Array.from(
    text.slice(start, start + length),
    (character) => encoding.byteOf.get(character) ?? 0,
  );
  try {
    return { start, end: start + length, meant: strictUtf8.decode(Uint8Array.from(bytes)) };
  } catch {
    return undefined;
  }
}

/** What of the text could be damaged by the encoding, and whether that is all there is beyond ASCII. */
function candidates(text: string, encoding: SingleByteEncoding) {
  const characters: DamagedCharacter[] = [];
  let whole = true;
  const beyondAscii = /[^\0-\x7f]/g;
  if (text.startsWith(byteOrderMark)) beyondAscii.lastIndex = 1;
  for (let found = beyondAscii.exec(text); found; found = beyondAscii.exec(text)) {
    const damaged = damagedAt(text, found.index, encoding);
    if (damaged) {
      characters.push(damaged);
      beyondAscii.lastIndex = damaged.end;
    } else {
      whole = false;
    }
  }
  return { characters, whole };
}

/** What is damaged in a text and by which encoding. */
export interface Damage {
  readonly encoding: SingleByteEncoding;
  /** In the text's order, at least one. */
  readonly characters: readonly DamagedCharacter[];
  /** Whether the text has no other character beyond ASCII. */
  readonly whole: boolean;
}

/** Finds damage that is beyond doubt; undefined where there is none. */
export function findDamage(text: string): Damage | undefined {
  const found = encodings.flatMap((encoding): Damage[] => {
    const { characters, whole } = candidates(text, encoding);
    const strong = characters.some(isStrong);
    if (whole && (strong || characters.length >= manyCharacters)) return [{ encoding, characters, whole }];
    if (!strong) return [];
    return [{ encoding, characters: characters.filter((one) => isStrong(one) || isLatin(one)), whole }];
  });
  return (
    found.find(({ whole }) => whole) ?? found.sort((a, b) => b.characters.length - a.characters.length)[0]
  );
}

/** What `text` looks like after the same damage, so that words written into a damaged text can be repaired with it. */
export const damage = (text: string, encoding: SingleByteEncoding): string =>
  text.replace(/[^\0-\x7f]+/g, (run) =>
    Array.from(new TextEncoder().encode(run), (byte) => encoding.characters[byte]).join(''),
  );

/**
 * The text with its encoding repaired; undefined where nothing is damaged, or where the repair
 * would not be lossless: every character beyond ASCII must go back to a byte, all bytes must be
 * UTF-8, and the same damage must give the same text again. A byte order mark at the start stays.
 */
export function repairEncoding(text: string): string | undefined {
  const found = findDamage(text);
  if (!found?.whole) return undefined;
  let repaired = '';
  let last = 0;
  for (const { start, end, meant } of found.characters) {
    repaired += text.slice(last, start) + meant;
    last = end;
  }
  repaired += text.slice(last);
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const again = mark + damage(repaired.slice(mark.length), found.encoding);
  return again === text ? repaired : undefined;
}
