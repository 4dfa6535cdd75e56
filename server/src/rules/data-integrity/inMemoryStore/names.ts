/**
 * Collections that rightly live in a process: what can be had again, what belongs to this process only, and what
 * other rules speak of.
 */
export const neverStore =
  /cache|memo(?!r)|lru|ttl|limit|bucket|throttl|attempt|hits?$|client|socket|connection|conns?$|subscri(?:ber|ption)s?By|subscribers|listener|handler|registr|plugin|middleware|metric|counter|counts?$|stats|histogram|gauge|timer|timeout|interval|pending|inflight|in_flight|queue|locks?$|mutex|seen|visited|dedup|processed|buffer|batch|logs?$|errors?$|warnings?$|routes?$|pool|instance|singleton|worker|watcher|observer|callback|promise|loaded|modules?$|config|settings?$|flags?$|options|defaults?|constants?|lookup|index(?:es)?$|mapping|aliases|transports?$|streams?$|process(?:es)?$|providers?$|services?$|factor(?:y|ies)|commands?$|schemas?$|validators?$|resolvers?$|rules?$|hooks?$|peers?$|rooms?$|lobb(?:y|ies)|games?$|players?$|channels?$|abort|controllers?$|history|state$|context|tasksRunning|running|active|online|typing|presence|translations?|locales?|templates?$|adapters?$|models$|circuit|breaker|health|result|out(?:put)?$|args|params|headers|styles?|colors?|columns|fields|env|deps|tests?|mock|fake|fixture|samples?$/i;

/** What people keep in databases. */
export const rows =
  /(?:^|_|[a-z])(?:users?|accounts?|customers?|members?|orders?|products?|items?|posts?|articles?|comments?|messages?|chats?|conversations?|threads?|memor(?:y|ies)|sessions?|tokens?|todos?|tasks?|notes?|books?|bookings?|reservations?|appointments?|tickets?|issues?|invoices?|payments?|transactions?|transfers?|wallets?|balances?|carts?|baskets?|reviews?|ratings?|likes?|followers?|friends?|profiles?|documents?|uploads?|photos?|projects?|teams?|companies|company|organi[sz]ations?|tenants?|employees?|students?|courses?|patients?|subscriptions?|plans?|coupons?|vouchers?|leads?|contacts?|addresses|votes?|polls?|surveys?|answers?|questions?|feedbacks?|notifications?|urls?|links?|otps?|credentials?|passwords?|apikeys?|records?|entries|entities|rows?|inventory|stocks?|shipments?|deliver(?:y|ies)|expenses?|budgets?|movies?|recipes?|songs?|playlists?|cards?|decks?|scores?|leaderboard|pets?|cats?|dogs?|people|persons?|applications?|categories|campaigns?|emails?)$/i;

/** What calls itself a store. */
export const storeName =
  /(?:store|storage|database|db|repository|repo|data|table|persisted|saved)$|^(?:store|storage|database|db|data|inMemory|memory)/i;

/** Functions that take a row in, change one or take it out. */
export const writing =
  /^(?:create|add|save|insert|update|upsert|delete|remove|store|edit|place|submit|book|register(?=User|Account|Customer|Member|Device)|signup|signUp|put|append|record|post|transfer|deposit|withdraw|checkout|enroll|send|publish|remember)(?:[A-Z_]|$)/;

/** A comment that says it is meant to be otherwise some day. */
const forNow: readonly RegExp[] = [
  /\bfor now\b|\btemporar(?:y|ily)\b/i,
  /\b(?:replace|swap|switch|move|migrate)\b.{0,40}\b(?:database|db|redis|postgres|mongo|persistent|real)/i,
  /\b(?:real|actual|proper|production)\b.{0,30}\b(?:database|db|store|storage|persistence)\b/i,
  /\b(?:mock|fake|simulated?|dummy)\b.{0,12}\b(?:database|db|store|storage)\b/i,
  /\bTODO\b.{0,60}\b(?:database|db|persist|redis|storage)/i,
  /\b(?:lost|gone|resets?|cleared)\b.{0,20}\brestarts?\b/i,
];

export const saysForNow = (comment: string): boolean => forNow.some((pattern) => pattern.test(comment));

/** A comment that says what it is, be it meant or not. */
export const inMemory = /\bin[- ]?memory\b/i;

/** A comment that says why it is right. */
export const meant =
  /\bcache|\bregistr(?:y|ies)\b|\bregistered\b|\bplugins?\b|\bmemoi[sz]|\blru\b|\bby design\b|\bon purpose\b|\bintentional|\bephemeral\b|\bper[- ](?:process|instance)\b|\brate[- ]?limit|\bdedup/i;
