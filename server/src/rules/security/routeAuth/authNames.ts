/** Names that are of checks who calls, as a whole. */
const whole =
  /^(?:auth|authn|authz|authed|authenticated?|authenticator|authentication|authoriz(?:e|ed|er|ation)|authoris(?:e|ed|er|ation)|authMw|protect|protected|protectRoute|guard|guards|secured?|jwt|expressJwt|expressjwt|bearer|bearerAuth|basicAuth|loggedIn|signedIn|mustLogin|needLogin|onlyLoggedIn|login_?required|restrict|restricted|permit|acl|rbac|can|ability|currentUser|getCurrentUser|apiKey|admin|adminOnly|onlyAdmins?|isLogin|isAuth|isLogged|ownerOnly|mustOwn|allowIfLoggedin|keycloak|tokenRequired|privateRoute|deserializeUser|constructEvent|timingSafeEqual|createHmac|allowRoles?|grantAccess|checkRoles?|withSession|withUser|jwtVerify|jwtCheck(?:er)?|tokenCheck(?:er)?|session_?required|user_?required|UseGuards|PreAuthorize|Roles|verify)$/i;

/** Words that say what is asked for, behind one that asks. */
const asking =
  /(?:^|[a-z_])(?:[rR]equires?|[eE]nsure|[cC]heck|[vV]erify|[iI]s|[hH]as|[mM]ust|[wW]ith|[aA]ssert|[oO]nly|[eE]nforce|[nN]eeds?|[aA]llow|[dD]ecode|[pP]arse|[eE]xtract|[rR]estrict|[lL]imitTo)_?\w{0,24}(?:[aA]uth|[uU]ser(?!s|name|Input|Data|Body|Exists|Params|Agent)|[lL]og(?:in|ged)|[sS]ign(?:edI|I)n|[sS]ession|[tT]oken|[jJ]wt|JWT|[rR]oles?\b|[rR]ole|[aA]dmin|[oO]wner|[tT]enant|[pP]ermission|[aA]ccess|[aA]pi_?[kK]ey|API_?KEY|[sS]ignature|[aA]ccount|[mM]ember|[iI]dentity|[sS]cope|[sS]taff|[mM]oderator|[sS]uperuser|[pP]rivilege|[cC]redential|[hH]mac|[pP]rincipal|[cC]aller|[oO]wnership|[mM]anager)/;

/** The same where the word in front is a common one. */
const getting = /^_?(?:get|validate|load|resolve|use)/i;
const gotten =
  /(?:Session|Auth\w{0,12}|Token|Jwt|JWT|CurrentUser|LoggedInUser|LoginUser|ApiKey|Signature|Access|Permissions?|UserFrom\w{1,20}|UserId|UserOrThrow|LoggedIn\w{0,12})$/;

const part =
  /(?:^|[a-z_])(?:[aA]uth(?!or(?:s|Id|Name|$)|ors)|[gG]uard|[pP]rotect|[pP]assport|[cC]lerk|[rR]bac)/;

/** Ends of names that have the word in them and check nothing. */
const others =
  /(?:[rR]out(?:es?|er|ers)|[cC]ontroller|[sS]ervice|[uU]rl|[cC]onfig|[oO]ptions|[lL]imit(?:er|s)?|RateLimit|[eE]rror|[sS]chema|[mM]odule|[pP]rovider|[cC]lient|[lL]ogger|[hH]andlers?|[sS]trategy|[sS]igner|[dD]to|Validat(?:or|ion)|[cC]ode|[sS]tate)$/;

/** Names of what makes it possible to know who calls, and lets everybody through. */
const letsThrough = /^(?:clerkMiddleware|getUserBy|is(?:Valid|Empty|Array|String)|checkout)|optional/i;

/** Whether something of that name, or path of names, looks at who calls. */
export function isAuthName(name: string): boolean {
  const segments = name.split('.');
  const last = segments.at(-1) ?? '';
  if (name.startsWith('!') || letsThrough.test(last) || /^passport\.(?:initialize|session)$/.test(name))
    return false;
  if (whole.test(last) && !/^(?:can|admin|verify|jwt|secure|guard)$/.test(last)) return true;
  if (/^(?:can|secure|guard)$/.test(last) || (/^(?:admin|jwt)$/.test(last) && segments.length === 1))
    return true;
  // `jwt.verify`, `tokens.verify`; not `email.verify`.
  if (last === 'verify') return /jwt|token|jose|auth|session|firebase|signature|webhook|crypto/i.test(name);
  // `auth.required`, `auth.jwt`, `mw.auth.admin`.
  if (segments.length > 1 && /^(?:auth|guard|guards|acl|passport|authorize)$/.test(segments.at(-2) ?? '')) {
    return !/log|sign|register|reset|forgot|hash|create|issue|refresh|send|initialize|session$/i.test(last);
  }
  if (/^(?:headers|session|req|request|locals|ctx|context|c|state|event|res|socket|handshake)\./.test(name)) {
    return identityReads.test(name);
  }
  if (others.test(last)) return false;
  return (
    asking.test(last) ||
    (getting.test(last) && gotten.test(last)) ||
    (part.test(last) &&
      !/^(?:create|generate|make|build|sign|new|set|send|issue|save|store|delete|remove|update|add)/i.test(
        last,
      ))
  );
}

/** As `identityRead` writes them. */
const identityReads =
  /\.(?:user|userId|user_id|currentUser|session|auth|authorization|isAuthenticated|authenticated|account|accountId|apiKey|cookies|signedCookies|principal|identity|claims|tenant|tenantId|uid|username|jwt|token|isAdmin|role|roles|passport|authInfo|proxy-authorization|x-[\w-]+|[\w-]+-signature|jwtPayload|\w*token|sid|api-?key)$/i;

/** Middlewares that have nothing to do with who calls. */
export const isSetUp = (name: string): boolean =>
  /valid|schema|upload|multer|json|urlencoded|parse|limit|throttl|slow|async|wrap|catch|cache|log|trace|metric|cors|helmet|csrf|sanit|compress|transaction|normaliz|body|query|params|celebrate|timeout|etag|static|cookie|^session$|i18n|locale|requestId|correlation|version|morgan|express|swagger|error|notFound|pipe|interceptor|HttpCode|Api[A-Z]|favicon|proxy|monitor|prom|sentry|header/i.test(
    name,
  );
