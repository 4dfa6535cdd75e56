/** A header of a site's configuration that lets every origin in. Offsets count from 0. */
export interface OpenHeader {
  readonly start: number;
  readonly end: number;
  readonly credentials: boolean;
}

const interfaces = /\/(?:api|graphql|trpc|rpc|auth|account|users?|admin|\.netlify\/functions)(?:\/|$|\*|\b)/i;

/** Headers in `_headers` and `netlify.toml` that open an interface, or answers that carry credentials. */
export function openHeadersIn(path: string, text: string): readonly OpenHeader[] {
  if (!/(?:^|\/)(?:_headers|netlify\.toml)$/.test(path)) return [];
  const found: OpenHeader[] = [];
  let at = 0;
  for (const section of sectionsOf(path, text)) {
    const open =
      /^[ \t]{0,40}"?access-control-allow-origin"?[ \t]{0,20}[:=][ \t]{0,20}"?\*"?[ \t]{0,20}$/im.exec(
        section,
      );
    const credentials =
      /^[ \t]{0,40}"?access-control-allow-credentials"?[ \t]{0,20}[:=][ \t]{0,20}"?true/im.test(section);
    const address = /^(?:[ \t]{0,40}for[ \t]{0,20}=[ \t]{0,20}"([^"\n]{0,200})"|(\/[^\n]{0,200}))$/m.exec(
      section,
    );
    if (open && (credentials || interfaces.test(address?.[1] ?? address?.[2] ?? ''))) {
      const start = at + open.index + open[0].length - open[0].trimStart().length;
      found.push({ start, end: at + open.index + open[0].trimEnd().length, credentials });
    }
    at += section.length;
  }
  return found;
}

/** A section begins with `[[headers]]`, or with an address at the beginning of a line. */
const sectionsOf = (path: string, text: string): readonly string[] =>
  text.split(path.endsWith('.toml') ? /(?=^\[\[)/m : /(?=^\/)/m);
