import { isRepetition } from './madeUp.ts';
import { isWordy, letterRuns } from './wordiness.ts';

/**
 * What stands where a secret should be: nothing (`not-set`), a reference to where it is kept (`${TOKEN}`), a hole
 * to fill (`your-api-key`), or a mask (`****`).
 */
export type Placeholder = 'absent' | 'reference' | 'fill-in' | 'masked';

const absent = new Set(
  `none null nil undefined void nan na unset notset notneeded notrequired notused notprovided notavailable notconfigured
   notspecified notdefined nokey notoken nopassword nosecret missing empty unknown disabled enabled optional required
   true false yes no on off tbd todo fixme default auto automatic generated hidden ignored ignore skip any`.split(
    /\s+/,
  ),
);

/** Templates, variables of shells and programs, addresses in vaults, and what vaults and tools have encrypted. */
const references: readonly RegExp[] = [
  /\$\{|\{\{|#\{|<%|%>|\$\(|\[\[|@@|%[({]/,
  /^%[A-Za-z_][A-Za-z0-9_]*%$/,
  /^\$[A-Za-z_][A-Za-z0-9_]*$/,
  /^%[sdv@]$|^\{[A-Za-z0-9_.]*\}$|^:[a-z][A-Za-z0-9_]*$|^__[A-Za-z0-9_]+__$/,
  /process\.env|import\.meta|os\.environ|getenv|System\.getProperty|\bENV\[|Deno\.env|Bun\.env/,
  /^(?:env|environment|file|files|ssm|vault|vault2|sops|sm|gcp-sm|gsm|awssm|aws-ssm|asm|keyvault|akv|secretref|secretKeyRef|secret|secrets|op|keyring|keychain|pass|gopass|bw|ref|cmd|exec|ref\+[a-z]+|resolve)(?::\/\/|:[^\s])/i,
  /^(?:arn:|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault|secretsmanager|AWS::|Fn::|!Ref|!Sub|!vault|!secret)/,
  /^(?:env|var|vars|secrets|local|data|module|config|settings|params|inputs|github|steps|values)\.[A-Za-z_.[\]'"]+$/i,
  /^(?:ENC\[|ENC\(|\{cipher\}|\{ENC\}|\{AES\}|AQICAH|vault:v[0-9]|\$ANSIBLE_VAULT|enc:|encrypted:|sealed:|age-encryption|crypt:)/i,
];

const masks = /^[*•●·.…x#?_\-–=~0]{2,}$|\*{3,}|•{2,}|\.{3}|…|x{4,}|#{4,}|_{4,}/i;

/** Words that say that the value is not the real one. */
const holes = new Set(
  `your yours mine our example examples sample samples placeholder dummy fake mock mocked stub changeme changethis change
   replace replaceme replacethis insert fill enter put add paste here todo foo bar baz foobar qux lorem ipsum redacted
   removed deleted masked sanitized test tests testing tester demo temp tmp invalid wrong bogus blah whatever something
   anything random some xxx xxxx`.split(/\s+/),
);

/** Words that only name what belongs here. In a real password they may stand beside digits and signs. */
const labels = new Set(
  `my secret secrets password passwd passphrase pwd pass token tokens apikey key keys credential credentials string value
   text username user`.split(/\s+/),
);

/** What is left of the digits when those that count upwards are taken away: `123`, `1`, but not `77`. */
const uncounted = (value: string): string =>
  value.replace(/[^0-9]/g, '').replace(/^12?3?4?5?6?7?8?9?0?$/, '');

/** Says only that a secret belongs here, in one word or several. */
function isFillIn(value: string): boolean {
  if (/^<.*>$|^\[.*\]$|^\(.*\)$|^\{.*\}$/.test(value)) return true;
  if (
    /change.?me|change.?this|replace.?me|your.?(?:own|api|secret|key|token|password|super|strong)/i.test(
      value,
    )
  )
    return true;
  const runs = letterRuns(value);
  const chosen =
    /[A-Za-z][0-9][A-Za-z]/.test(value) || (/[0-9]/.test(value) && /[!@#$%^&*?+=~;]/.test(value));
  if (!runs.some((run) => holes.has(run) || (labels.has(run) && !chosen))) return false;
  const rest = runs.filter((run) => !holes.has(run) && !labels.has(run)).join('');
  return uncounted(value).length <= 2 && (rest === '' || isWordy(value));
}

/** What kind of placeholder a value is, or undefined when something real may stand there. */
export function placeholder(value: string): Placeholder | undefined {
  const text = value.trim();
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (text === '' || absent.has(plain)) return 'absent';
  if (references.some((reference) => reference.test(text))) return 'reference';
  if (masks.test(text) || (text.length > 2 && isRepetition(text)) || new Set(plain).size === 1)
    return 'masked';
  return isFillIn(text) ? 'fill-in' : undefined;
}
