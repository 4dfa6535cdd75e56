import { nameWords } from './secrets/naming.ts';

/** Words that name what shows who somebody is. */
const carriers = new Set(
  `token tokens jwt jws session sess sid ssid sessionid sessid sessiontoken phpsessid jsessionid auth authentication
  bearer authorization credential credentials creds login remember rememberme idtoken accessjwt refreshjwt`.split(
    /\s+/,
  ),
);
/** What may stand behind them without changing what they name. */
const tails = new Set(
  'id key cookie name value data str string v1 v2 secure prod dev me hash raw info storage state'.split(' '),
);
/** Words beside them that make them something else, which scripts may read or anybody may know. */
const others = new Set(
  `csrf xsrf push fcm apns device expo notification captcha recaptcha turnstile page next prev previous continuation
  sync cancel design theme color css map mapbox maps cart guest invite invitation share tracking analytics visitor
  anonymous anon nonce count max min limit usage total chat conversation game whiteboard locale lang consent
  expires expiry expired expiration ttl type error redirect callback return syntax parser lexer training recording
  crypto coin swap nft erc20 stripe payment card public publishable upload draft tab workout study price pricing
  redirecturl view replay timer start end duration last step list ui scroll tour onboarding`.split(/\s+/),
);

/** Whether a cookie, key or variable of this name carries what signs somebody in. */
export function isAuthName(name: string): boolean {
  if (name.length > 80) return false;
  const words = nameWords(name);
  if (words.some((word) => others.has(word))) return false;
  let end = words.length;
  while (end > 1 && (tails.has(words[end - 1] ?? '') || /^\d+$/.test(words[end - 1] ?? ''))) end--;
  return carriers.has(words[end - 1] ?? '') || /(?:^|[^a-z])sess(?:ion)?_?id$/i.test(name);
}

/** The same for names of tokens alone, where `session` and `login` may mean many things. */
export function isTokenName(name: string): boolean {
  return (
    isAuthName(name) && /token|jwt|bearer|auth|credential|creds|jws|session_?(?:cookie|secret)/i.test(name)
  );
}
