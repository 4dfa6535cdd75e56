/** `apiBaseUrl`, `API_BASE_URL`, `api-base-url` → api, base, url. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]/)
    .filter(Boolean);

/** What is loaded or read by people, compared, or only a name. */
const others =
  /^(?:docs?|documentation|homepage|home|link|links|help|license|schema|namespace|ns|xmlns|type|types|example|examples|sample|referer|referrer|feed|feeds|image|images|img|logo|icon|avatar|website|site|repo|repository|test|allowed|allow|whitelist|allowlist|cors|origins|social|twitter|facebook|author|blog|news|wiki|terms|privacy|policy|support|pattern|regex|regexp|default|id|context|vocab|ontology|uri2|doctype|dtd|source|sources|license|credit|reference|references|placeholder)$/;
const alone =
  /^(?:api|apis|endpoint|endpoints|backend|gateway|webhook|graphql|rpc|upstream|baseurl|apiurl|baseuri|proxy|microservice|prefixurl)$/;
const first =
  /^(?:base|server|service|auth|token|login|callback|redirect|payment|payments|billing|host|remote|target|push|upload|update|updates|download|root|request|req|search|search|user|users|order|orders|product|products|inventory|notification|notifications|internal|public|app|client|site|next|vite|react|weather|data)$/;
const address = /^(?:url|uri|host|server|origin|address|base|domain|endpoint)$/;

/** Whether what goes by this name is an address that the program itself speaks to. */
export function isEndpointName(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => others.test(word))) return false;
  if (words.some((word) => alone.test(word))) return true;
  return words.length > 1 && words.some((word) => first.test(word)) && address.test(words.at(-1) ?? '');
}

/** Whether a variable of the environment goes by such a name: there, all addresses are the program's own. */
export const isEndpointVariable = (name: string): boolean =>
  isEndpointName(name) ||
  (/(?:^|_)(?:URL|URI|ENDPOINT|HOST|ORIGIN|SERVER|ADDRESS)$/.test(name) &&
    !wordsOf(name).some((word) => others.test(word)));
