/** Headers by which a server tells browsers to be careful, and what sets them. */
const names =
  /['"`](?:x-frame-options|x-content-type-options|content-security-policy|strict-transport-security|referrer-policy|permissions-policy)['"`]/i;
const middleware =
  /\b(?:secureHeaders|lusca|nosecone|createSecureHeaders|createMiddleware|withSecurityHeaders|nextSafe)\w{0,20}(?:\.\w{1,40})?\(|security_?-?headers/i;
const packages =
  /['"](?:helmet|@fastify\/helmet|fastify-helmet|koa-helmet|lusca|@nosecone\/\w{1,20}|nosecone|next-secure-headers|next-safe|h3-helmet|nuxt-security|elysia-helmet)['"]/g;

/** Whether a script sets such headers, or has something in use that does. */
export function setsHeaders(text: string): boolean {
  if (!/helmet|header|lusca|nosecone|next-safe|nuxt-security|-policy|-options/i.test(text)) return false;
  const code = withoutComments(text);
  if (names.test(code) || middleware.test(code)) return true;
  const imports = code.match(packages)?.length ?? 0;
  if (imports === 0) return false;
  // Imported and never used sets nothing; under another name, nobody can tell.
  const uses = code.match(/helmet/gi)?.length ?? 0;
  return (
    !/\bhelmet\b/i.test(code.replace(packages, '')) ||
    uses > imports + 1 ||
    /register\(/.test(code) ||
    /use\((?:await )?(?:require|import)\(/.test(code)
  );
}

const withoutComments = (text: string): string =>
  text.replace(/^[ \t]{0,80}(?:\/\/|\*|\/\*)[^\n]{0,2000}$/gm, '').replace(/[ \t]\/\/ [^\n]{0,2000}$/gm, '');

const edgeFiles =
  /(?:^|\/)(?:Caddyfile[^/]{0,40}|nginx[^/]{0,60}|haproxy[^/]{0,60}|_headers|vercel\.json|netlify\.toml|firebase\.json|staticwebapp\.config\.json|[^/]{1,100}\.(?:conf|cfg|toml|tf|hcl|vcl|ya?ml|template|tpl))$/i;
const atEdge =
  /x-frame-options|x-content-type-options|content-security-policy|strict-transport-security|contentTypeNosniff|frameDeny|response_headers_policy|ResponseHeadersPolicy/i;

/** Whether a file of a proxy, gateway or platform sets them for all that stands behind it. */
export function setsHeadersAtEdge(path: string, text: string): boolean {
  return edgeFiles.test(path) && atEdge.test(text.replace(/^[ \t]{0,200}(?:#|\/\/)[^\n]{0,2000}$/gm, ''));
}
