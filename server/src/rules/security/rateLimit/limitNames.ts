/** Names of what limits requests: `rateLimit`, `authLimiter`, `ThrottlerGuard`, `slowDown`; not `generateLimit`. */
const limits =
  /(?<![a-z])rate[-_.]?[lL]imit|Rate[-_]?[Ll]imit|RATE_?LIMIT|[tT]hrottl|THROTTL|[sS]low[-_]?[dD]own|(?<![dD]e|DE)(?:limiter|Limiter|LIMITER)/;

/** What speaks of limits and sets none: errors, answers of others, options, and what switches them off. */
const notLimits =
  /^!|^skip|^use[A-Z]|Skip|error|exception|exceeded|config$|options$|settings$|schema$|retry|remaining|headers?$|reset|modules?(?:$|\.)|^_?\.?throttled?$/i;

/** Whether something of that name, or path of names, limits requests. */
export function isLimitName(name: string): boolean {
  return (limits.test(name) && !notLimits.test(name)) || /^(?:answers\.429|Throttle)$/.test(name);
}

/** Packages that limit requests that come in. */
const packages =
  /^(?:express-rate-limit|rate-limiter-flexible|express-slow-down|express-brute(?:-.+)?|express-limiter|@fastify\/rate-limit|fastify-rate-limit|@nestjs\/throttler|nestjs-rate-limiter|@upstash\/ratelimit|@unkey\/ratelimit|@vercel\/firewall|hono-rate-limiter|@hono-rate-limiter\/.+|koa-ratelimit|koa2-ratelimit|koa-.*(?:limit|throttle).*|@arcjet\/.+|ratelimiter|next-rate-limit|request-rate-limiter|rate-limit-.+|restify-.*throttle.*)$/;

export const isLimitPackage = (name: string): boolean => packages.test(name);

/** Packages that slow down what the program itself sends or draws. */
export const outbound =
  /['"](?:bottleneck|p-throttle|p-limit|p-queue|axios-rate-limit|lodash|lodash-es|lodash[./]throttle|lodash-es\/throttle|throttle-debounce|@octokit\/plugin-throttling|rxjs(?:\/operators)?)['"]/;

/** Files that are about limits by their name. */
export const isLimitFile = (path: string): boolean =>
  /(?:^|\/)[\w.-]*(?:rate-?_?limit|throttl|slow-?down|limiter)[\w.-]*(?:\/index)?\.[cm]?[jt]s$/i.test(path);
