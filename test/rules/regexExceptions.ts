/** Why an expression need not be linear. What is quadratic in a line is so in the longest line only. */
const reasons = {
  aName: 'Looks at a path, a package or a name, never at a text.',
  claim: 'Looks at the title and description of a tracked blocker, and its gaps are bounded.',
  oneLine: 'Looks at one line, heading or list item at a time.',
  guarded: 'A lookbehind, which the checker does not weigh, lets it start only once in a run.',
} as const;

const byReason: Readonly<Record<keyof typeof reasons, readonly string[]>> = {
  aName: [
    '/@.*$/',
    '/[.\\-_](?:test|tests|spec|e2e|cy|it)\\.[cm]?[jt]sx?$|^(?:test|spec)[.\\-_]|^(?:jest|vitest|karma|cypress|playwright)[.\\-_]\\w*setup\\b|^conftest\\.|^setupTests?\\./',
    '/(?:\\.min\\.(?:js|css|mjs)|\\.bundle\\.js|\\.chunk\\.js|[.-]generated\\.\\w+|\\.g\\.ts|\\.pb\\.(?:js|ts)|_pb\\.(?:js|d\\.ts)|\\.map|\\.snap|\\.lock|\\.tsbuildinfo)$|^(?:package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?|composer\\.lock|cargo\\.lock|go\\.sum|poetry\\.lock)$/i',
    '/(?:^(?:mock|fake|dummy)_?|^(?:create|build|make|get|new|generate|gen)_?(?:mock|fake|dummy|stub)\\w*?)(?:request|req|event|context|ctx|res|element|node|dom|document|window|global|storage|function|fn|callback|promise|socket|stream|file|path|module|package|version|key|date|time|hash)s?$|^(?:create|build|make)_?(?:mock|fake|dummy)response$/i',
    '/(?:^|\\/)(?:mock|fake|dummy)(?:ed|s)?[-_.]?(?:[\\w-]*[-_a-z])?(?:data|api|db|orm|store|user|service|response|handler)s?(?:\\.\\w+)?$/i',
    '/(?:^|\\/)pages(\\/api(?:\\/.+)?)\\.[cm]?[jt]sx?$/',
    '/\\/\\([^)]*\\)/g',
    '/(?:^|\\/)app(\\/.+)?\\/route\\.[cm]?[jt]sx?$/',
    '/(\\p{L}{5})([0-9]+)(?![\\p{L}\\p{N}])/gu',
    '/^(?:express-rate-limit|rate-limiter-flexible|express-slow-down|express-brute(?:-.+)?|express-limiter|@fastify\\/rate-limit|fastify-rate-limit|@nestjs\\/throttler|nestjs-rate-limiter|@upstash\\/ratelimit|@unkey\\/ratelimit|@vercel\\/firewall|hono-rate-limiter|@hono-rate-limiter\\/.+|koa-ratelimit|koa2-ratelimit|koa-.*(?:limit|throttle).*|@arcjet\\/.+|ratelimiter|next-rate-limit|request-rate-limiter|rate-limit-.+|restify-.*throttle.*)$/',
    '/(?:^|\\/)[\\w.-]*(?:rate-?_?limit|throttl|slow-?down|limiter)[\\w.-]*(?:\\/index)?\\.[cm]?[jt]s$/i',
    '/(?:^|\\/)(?:[\\w-]*env[\\w-]*|environment|config|configuration|settings)(?:\\/index)?\\.[cm]?[jt]s$/i',
    '/\\(.*?\\)/g',
    '/([A-Z]+)([A-Z][a-z])/g',
    '/^_+|_+$/g',
  ],
  claim: [
    '/\\bpasswords?\\b.{0,40}\\b(?:plain ?-?text|in (?:the )?clear|compared? (?:directly|with ===?)|unhashed|not hashed)|\\bplain ?-?text\\b.{0,30}\\bpasswords?\\b/i',
    '/\\b(?:md5|sha-?1|sha-?256|weak|fast|unsalted)\\b.{0,40}\\bpassword|\\bpasswords?\\b.{0,40}\\b(?:weak(?:ly)? hash\\w*|md5|sha-?1|sha-?256|hashed with|hashing)\\b/i',
    '/\\b(?:jwt|token)s?\\b.{0,60}\\b(?:decod\\w+|unverified|not verified|without (?:verif\\w+|(?:a )?signature))|\\b(?:unverified|forged?|forgeable)\\b.{0,30}\\b(?:jwt|token)s?\\b/i',
    '/\\b(?:jwt|token)s?\\b.{0,40}\\b(?:never expires?|(?:no|without|missing|lacks?) (?:an? )?(?:expir\\w+|exp\\b))|\\bnever expir\\w+.{0,30}\\b(?:jwt|token)s?\\b/i',
    '/\\b(?:jwt|json web token)s?\\b.{0,60}\\balgorithms?\\b|\\balgorithms?\\b.{0,40}\\b(?:jwt|json web token)s?\\b/i',
    '/\\bCORS\\b.{0,60}(?:\\b(?:wildcard|all origins|any origin|every|permissive|open|misconfigur\\w*|too broad)\\b|\\*)|\\b(?:wildcard|permissive|open|allow(?:s|ing)? all)\\b.{0,40}\\b(?:CORS|origins?)\\b/i',
    '/\\balways (?:returns? |says? )?(?:true|yes|valid|compatible)\\b|\\b(?:stub|placeholder|fake)\\b.{0,30}\\b(?:validat\\w+|check|verif\\w+)\\b/i',
    '/\\b(?:mock(?:s|ed)?|fake|dummy|stub(?:s|bed)?|hard-?coded)\\b.{0,40}\\b(?:data|implementations?|responses?|services?|apis?|values?|results?)\\b|\\bgenerateMock\\w*/i',
  ],
  oneLine: [
    '/^[[(]?(?:#?\\d+[.)]?|[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_.]?\\d+|P\\d|critical|high|medium|low)[\\])]?:?$/i',
    '/^\\s*:?\\*{0,2}:?\\s*(?:~?\\d[\\d\\s%.,/=()-]*(?:%|hours?|days?|weeks?|issues?|items?|blockers?|files?|lines?)?[^\\p{L}\\p{N}]*|(?:high|medium|low|critical|none|n\\/a|tbd|yes|no)[^\\p{L}\\p{N}]*)$/iu',
    '/(?::L?|#L?|@L?)\\d[\\dL\\s,:–-]*$/',
    '/#(?!L\\d).*$/',
    '/["\'.:]+$/',
    '/["\'.:)\\]]+$/',
    '/\\s+(?:#|\\/\\/).*$/',
    '/^ {0,3}\\[[^\\]\\\\\\n]{1,200}\\]:[ \\t]*\\S+[ \\t]*(?:"[^"\\n]*"|\'[^\'\\n]*\'|\\([^)\\n]*\\))?[ \\t]*$/',
    '/\\(\\s*(?:<([^<>\\n]*)>|((?:[^\\s()\\\\]|\\\\.|\\((?:[^\\s()\\\\]|\\\\.)*\\))*))(?:\\s+(?:"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'))?\\s*\\)/y',
    '/^[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?[ \\t]*$/',
    '/^[^\\p{L}\\p{N}#]+|[^\\p{L}\\p{N}]+$/gu',
    '/^\\W*(?:none|n\\/?a|nil|nothing|no (?:\\w+ ){0,4}(?:blockers?|issues?|items?|bugs?|problems?|findings?|gaps?|vulnerabilities)|tbd|empty|all clear|\\.\\.\\.|…)(?![\\p{L}\\p{N}])(?:\\W*$|\\W*(?:identified|found|known|remaining|at this time|currently|yet|so far|left|open|have|were|are|have been|to report|reported|outstanding|exist)(?![\\p{L}\\p{N}]).{0,60}$)/iu',
    '/[:.]+$/',
    '/(?:\\*\\/|-->)\\s*\\}?\\s*$/',
    '/^[^\\S\\r\\n]*[-*]*[^\\S\\r\\n]*\\**release decision\\b\\W*:\\W*(?:block|no.go)/im',
    '/\\([^)]*\\)/g',
    '/\\s[-–—]\\s+([^-–—]{1,30})$/',
    '/(?:\\p{Extended_Pictographic}(?:\\uFE0F|\\u200D)*)+$/u',
    '/#.*$/',
    '/(?::|#L)\\d.*$/',
    '/\\s*\\(((?:[^()]|\\([^()]*\\))*?)(?:,\\s*)?(\\d{4}-\\d{2}-\\d{2})\\)$/',
    '/[ \\t]*$/',
    '/;.*$/',
  ],
  guarded: ['/(?<!\\s)\\s*[:：]$/', '/(?<![ \\t])[ \\t]*$/'],
};

/** Expressions that are not found to be linear, as they are written, with the reason why they may stay. */
export const exceptions: ReadonlyMap<string, string> = new Map(
  Object.entries(byReason).flatMap(([reason, written]) =>
    written.map((each) => [each, reasons[reason as keyof typeof reasons]] as const),
  ),
);
