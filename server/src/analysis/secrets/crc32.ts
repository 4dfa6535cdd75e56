const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 (IEEE 802.3) of an ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  let crc = -1;
  for (let i = 0; i < text.length; i++) {
    crc = (table[(crc ^ text.charCodeAt(i)) & 255] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62 (digits, capitals, small letters), padded with zeros to `width`. */
export function base62(value: number, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = digits.charAt(rest % 62) + text;
  return text.padStart(width, '0');
}

/**
 * Whether the last six characters are the CRC-32 in base 62 of those before them, as GitHub made it for its own
 * tokens and for npm's (github.blog, "Behind GitHub's new authentication token formats").
 * @param body the token without its prefix
 */
export function hasCrc32Tail(body: string): boolean {
  return body.length > 6 && base62(crc32(body.slice(0, -6)), 6) === body.slice(-6);
}
