const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((character, value) => [character, value]));
values.set('-', 62).set('_', 63);

/**
 * Decodes base64 or base64url, with or without padding, to one character a byte.
 * @returns undefined when the text holds anything else
 */
export function decodeBase64(text: string): string | undefined {
  let decoded = '';
  let bits = 0;
  let count = 0;
  for (const character of text.replace(/={0,2}$/, '')) {
    const value = values.get(character);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      decoded += String.fromCharCode((bits >>> count) & 255);
    }
  }
  return decoded;
}

/** Decodes base64 text that holds a JSON object; undefined when it does not. */
export function decodeJson(text: string): Readonly<Record<string, unknown>> | undefined {
  const json = decodeBase64(text);
  if (!json?.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
