import { shipsToBrowser } from '../../../analysis/packageFacts.ts';
import { mask } from '../../../analysis/secrets/mask.ts';
import type { FileContext, Report } from '../../rule.ts';
import type { SecretPlace } from '../secretFix/moveToEnvironment.ts';

/** Takes a finding; one that overlaps another is dropped. */
export type Add = (place: Report<SecretPlace>) => void;

/** What to do, where the file is not sent to browsers. */
export const advice = 'Revoke it and read a new one from the environment.';
const adviceInBrowser =
  'Revoke it. This code ships to browsers, where everyone can read it: make the call that needs it from a server.';

/** What to do about a secret in this file. */
export const adviceFor = (file: FileContext): string =>
  file.language === 'script' && shipsToBrowser(file.path, file.text, file.package) ? adviceInBrowser : advice;

/** Says that a name has a secret, and not which. */
export const named = (name: string, value: string, what: string): string =>
  `"${name}" holds a hardcoded secret (${mask(value)}). ${what}`;

/** The same for a secret that its place gives away. */
export const placed = (name: string, value: string, what: string): string =>
  `A text in the code is used as a secret (${mask(value)}): \`${name}\`. ${what}`;
