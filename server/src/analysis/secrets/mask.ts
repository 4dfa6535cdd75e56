/**
 * A secret as it may be shown: at most the first `shown` characters, which name its kind, and its length.
 * Nothing else of it gets into a message, a log or a document.
 */
export function mask(secret: string, shown = 0): string {
  return `${secret.slice(0, shown)}…(${secret.length} ${secret.length === 1 ? 'character' : 'characters'})`;
}
