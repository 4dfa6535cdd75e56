/** How people write the ids and numbers of blockers before their names. */

const behindId = '(?=\\]?\\s*(?::|[|·•]|\\.\\s|[-–—]\\s|\\]|\\(|$|\\*\\*|\\p{Extended_Pictographic}))';
/** Prefixes of standards and the like, which are no ids. */
const noIds =
  'SHA|UTF|ISO|RFC|AES|RSA|MD|HTTP|TLS|SSL|ES|CSS|HTML|IP|IPV|CVE|CWE|COVID|GPT|WCAG|PEP|OAUTH|EC|ARM|USB|WEB|PHP|NODE|JAVA|MP|BASE|SAML|SOC|PCI|ICO|S|V|T|K';
const ids = [
  new RegExp(`^\\[?((?!(?:${noIds})[-_])[A-Z][A-Z0-9]{0,11}(?:-[A-Z0-9]{1,8})?-\\d{1,5})(?=\\s\\S)`, 'u'),
  new RegExp(`^\\[?([A-Z][A-Z0-9]{0,15}(?:[-_][A-Z0-9]{1,8})*[-_][A-Z]{0,2}\\d{1,6}[a-z]?)${behindId}`, 'u'),
  new RegExp(`^\\[?(P[0-4]\\.\\d{1,3})${behindId}`, 'u'),
  new RegExp(`^\\[?((?!(?:${noIds})[-_])[A-Z]{1,12}-\\d{1,3}\\.\\d{1,3})${behindId}`, 'u'),
  /^((?![KPQSTV]\d)[A-Z]\d{1,2})(?=[.:)]\s+\S)/,
  new RegExp(`^\\[?((?!P\\d)[A-Z]{1,4}\\d{2,4}|[BCDFHILM]\\d)${behindId}`, 'u'),
  /^\[?((?:BLOCKER|BLOCK|ISSUE|BUG|GAP|FINDING|RISK)-[A-Z])(?=\]?\s*(?::|[-–—]\s))/,
  /^\[?(#\d{1,6})(?=\]?(?:\s|:|$|\*\*))/,
];
/** `Blocker 3`, `Critical Issue #2 of 5`. */
export const namedNumber =
  /^(?:(?:critical|high|major|medium|minor|low|launch|production|release|security|open|known)\s+)?(?:blocker|issue|finding|bug|gap|problem|vulnerability|defect|warning|concern|critical|major|minor|high|medium|low)\s*#?(\d{1,4}(?:\.\d{1,3})?|(?<=\s)[A-Z])(?:\s?(?:of|\/)\s?\d{1,3})?(?=\s*(?::|[-–—]\s|\.\s|$|\())/i;

/** An id that links to a tracker: `[#4821](https://…)`, `[APP-12](…)`. */
export const linkedId = /^\[(#\d{1,6}|[A-Z][A-Z0-9]{0,9}-\d{1,6})\]\([^()\s]{1,300}\)/;

/** The id at the start of a text. */
export function idAt(text: string): string | undefined {
  for (const pattern of ids) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
