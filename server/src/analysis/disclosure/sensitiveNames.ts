import { isSecretName, nameWords } from '../secrets/naming.ts';

/** Names of what nobody else may read, written as their words: numbers of cards, codes that open a door once. */
const others =
  /^(?:(?:user |customer |full |raw )?(?:credit card|debit card|card|cc|pan)(?: (?:number|no|num|details|data))|(?:credit|debit) card(?: info)?|cvv2?|cvc2?|(?:card )?(?:cvv|cvc)|security code|ssn|social security(?: number)?|(?:user |raw |full )?ssn|bank account(?: number)?|iban|pin code|otp|otp code|(?:totp|mfa|2fa|two factor|one time) (?:code|secret|token)|recovery codes?|backup codes?|seed phrase|seed words|recovery phrase)$/;

/** Tokens that open a door for whoever holds the mail, spoken of by what they are for. */
const links =
  /^(?:(?:password |pw |email |account )?(?:reset|verification|confirmation|confirm|verify|invite|invitation|activation|magic|unlock) token|(?:password )?reset(?: password)? (?:link|url)|magic link|(?:confirm|confirmation|repeat|repeated|new|old|current|retype) (?:password|passwd|pass|pwd)|password (?:confirm|confirmation|repeat))$/;

/** What a request carries to prove who sends it. */
const proofs =
  /^(?:(?:proxy )?authorization(?: header)?|auth(?:orization)? header|bearer|jwt|(?:raw |encoded |signed )?jwt|set cookie|(?:session|auth) cookies?|cookie header|bearer header|x amz security token|x api key|x auth token)$/;

const hashes =
  /^(?:(?:hashed|hash) (?:password|passwd|pwd)|(?:user |old |stored )?(?:password|passwd|pwd|pw) hash|password digest)$/;

/** Prefixes of variables that builds write into pages: everyone reads them anyway. */
const published = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/;

export type Sensitivity = 'secret' | 'password' | 'hash' | 'personal';

/** What a name says of its value that makes it no matter for logs; undefined where it says nothing. */
export function sensitivityOf(name: string): Sensitivity | undefined {
  if (name.length > 80 || published.test(name)) return undefined;
  if (vague.test(name) || isAddress(name)) return undefined;
  const kind = isSecretName(name);
  if (kind === 'password') return 'password';
  if (kind) return 'secret';
  if (!suspicious.test(name)) return undefined;
  const words = nameWords(name).join(' ');
  if (others.test(words)) return 'personal';
  if (links.test(words))
    return /pass|pwd/.test(words) && !/token|link|url/.test(words) ? 'password' : 'secret';
  if (proofs.test(words)) return 'secret';
  return hashes.test(words) ? 'hash' : undefined;
}

/** Names that mostly mean something else: a chat's session, the path of a certificate's key. */
const vague = /^(?:session_?key|proxy_?ur[il]|http_?proxy_?url|https_?proxy_?url)$|(?:ssl|tls)_?key$/i;

/** Tokens that open nothing by themselves: of devices that get messages, of apps, of forms, of requests. */
const addressTokens =
  /^(?:[a-z]{1,20} ){0,4}(?:device|client|push|fcm|apns?|csrf|xsrf|correlation|trace|continuation|cursor|tracking) (?:push |registration )?token$/;

const isAddress = (name: string): boolean =>
  /token$/i.test(name) && addressTokens.test(nameWords(name).join(' '));

/** Cheap, before names are taken apart. */
const suspicious =
  /card|^cc|^pan|cv[vc]|code|ssn|social|iban|bank|otp|phrase|words|token|link|url|pass|pwd|pw|auth|bearer|jwt|cookie|key/i;

/** Whether a name is that of what was made from a secret and gives nothing away. */
export const isHarmlessName = (name: string): boolean =>
  /mask|redact|obfuscat|saniti[sz]|hidden|censor|fingerprint|digest|prefix|suffix|preview|last_?(?:4|four)|truncat|encrypted|(?:count|length|index)$/i.test(
    name,
  ) || /^(?:is|has|no|needs?|should|uses?|with|safe)[A-Z_]/.test(name);
