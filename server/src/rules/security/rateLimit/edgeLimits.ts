/** Files that configure what stands in front of a server, by their names. */
const edgeFiles =
  /(?:^|\/)(?:Caddyfile[\w.-]*|nginx[^/]*|haproxy[^/]*|[^/]+\.(?:conf|cfg|toml|tf|hcl|vcl|ya?ml|json|tpl|tmpl|template|xml|bicep))$/i;

/** Words without which they say nothing of limits. */
const words = /limit|rate-?_?based|throttling|req_rate|defaultRouteSettings/i;

/** How they say that requests are limited. */
const limits: readonly RegExp[] = [
  /(?:^|[{;])[ \t]{0,80}limit_req[ \t]{1,80}zone=/m,
  /nginx\.(?:ingress\.kubernetes\.io|org)\/(?:limit-(?:rps|rpm|connections)|rate-limit)|haproxy[\w.-]{0,40}\/rate-limit/,
  /\brateLimit:\s*(?:\n|\{)|\bratelimit\.average|\[http\.middlewares\.[\w-]+\.rateLimit\]/i,
  /["']?name["']?\s*[:=]\s*["']?rate-limiting/,
  /filters\.http\.(?:local_)?ratelimit|BackendTrafficPolicy[\s\S]{0,800}rateLimit/,
  /\bcloudflare_rate_limit\b|\bhttp_ratelimit\b|\bratelimit\s*\{/,
  /\brate_based_statement\b|\bRateBasedStatement\b|\brate_limit_options\b|\brateLimitOptions\b/,
  /\bthrottling_(?:burst|rate)_limit\b|\bThrottling(?:Burst|Rate)Limit\b|\bdefaultRouteSettings\b/,
  /\bsc_http_req_rate\b|\bhttp_req_rate\(/,
  /<rate-limit(?:-by-key)?\b/,
  /^[ \t]{0,80}rate_limit[ \t]{0,80}[\w@*/{]/m,
];

/** Whether a file sets a limit at the edge: in a proxy, an ingress, a gateway or a firewall. */
export function limitsAtEdge(path: string, text: string): boolean {
  if (!words.test(text) || !edgeFiles.test(path)) return false;
  const code = text.replace(/^[ \t]{0,200}(?:#|\/\/).*$/gm, '');
  return limits.some((pattern) => pattern.test(code));
}
