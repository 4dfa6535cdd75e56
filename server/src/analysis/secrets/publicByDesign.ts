import { decodeJson } from './base64.ts';

/** Values that look like credentials and are meant to be read by everyone, with who says so. */
const publicValues: readonly (readonly [RegExp, string])[] = [
  [/^pk_(?:live|test)_[A-Za-z0-9]+/, 'a publishable key: Stripe and Clerk mean it for browsers'],
  [/^sb_publishable_/, "Supabase's publishable key, meant for browsers"],
  [/^pk\.eyJ/, "Mapbox's public token, meant for browsers"],
  [/^phc_[A-Za-z0-9]{30,}/, "PostHog's project key, meant for browsers"],
  [/^(?:UA-[0-9]+-[0-9]+|(?:G|GT|AW|DC|GTM)-[A-Z0-9]{5,})$/, 'a Google tag id'],
  [/^[0-9]+(?:-[a-z0-9]+)?\.apps\.googleusercontent\.com$/, "Google's OAuth client id"],
  [/^1:[0-9]{8,}:(?:web|ios|android):[0-9a-f]+$/, 'a Firebase app id'],
  [/^(?:price|prod|acct|cus|pi|sub|plan|prctbl)_[A-Za-z0-9]{8,}$/, 'an id of Stripe'],
  [/^https?:\/\/[0-9a-f]{32}@[^/]+\/[0-9]+$/, "Sentry's DSN, meant for browsers"],
  [
    /^(?:NRJS-|FLWPUBK|mob-[0-9a-f]{8}-|rzp_test_|pub_|pubkey-|pub[0-9a-f]{32}$)/,
    'a key meant for browsers and apps',
  ],
  [/^(?:ssh-(?:rsa|ed25519|dss) |ecdsa-sha2-|age1[a-z0-9]{50})/, 'a public key'],
  [
    /^-{5}BEGIN (?:[A-Z]+ ){0,2}(?:PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|PGP MESSAGE|PGP SIGNATURE)/,
    'a public key, a certificate or an encrypted text',
  ],
];

/**
 * Why a value that looks like a credential may stand in code that everyone can read, as part of a sentence
 * ("it is …"); undefined when nothing says that it may.
 */
export function publicByDesign(value: string): string | undefined {
  const text = value.trim();
  const found = publicValues.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  const payload = text.startsWith('eyJ') ? decodeJson(text.split('.')[1] ?? '') : undefined;
  return payload?.role === 'anon' ? "Supabase's anon key, meant for browsers" : undefined;
}
