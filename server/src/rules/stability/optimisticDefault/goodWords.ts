import { wordsOf } from '../../../analysis/devNames.ts';
import { isAboutHealth, type State, saysHealthy, saysWell, stateOf } from '../../../analysis/stateNames.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';

/** What a default is about, and how sure one can be that it is none too good. */
export interface Good {
  readonly name: string;
  readonly confidence: Confidence;
}

/** The names around a default. */
export interface Around {
  /** Of what is asked, from the root on. */
  readonly names: readonly string[];
  /** What the answer is given to. */
  readonly target: string | undefined;
  readonly path: string;
}

/** What somebody else answered. */
const answered = /^(?:res|resp|response|reply|answer|result|outcome)$/i;
/** `response.success`, `result.passed` */
export const isAnswered = (names: readonly string[]): boolean =>
  answered.test(names[0] ?? '') && /^(?:success|ok|succeeded|passed|captured)$/i.test(names.at(-1) ?? '');

const rights = /^(?:permissions?|acl|acls|grants?|privileges?|entitlements?)$/i;
const part =
  /^(?:database|db|redis|cache|queue|postgres|mongo|mongodb|mysql|broker|storage|backend|services?|components?|dependencies|subsystems?|health\w*)$/i;

/** Whether `true` for what is missing lets somebody in, or hides that something is down. */
export function goodTruth({ names, target, path }: Around): Good | undefined {
  const last = names.at(-1);
  const speaksOfHealth =
    names.slice(0, -1).some((name) => part.test(name)) ||
    isAboutHealth(`${names.join(' ')} ${target ?? ''} ${path}`);
  for (const name of [last, target]) {
    const state = stateOf(name, speaksOfHealth);
    if (state && name) return { name, confidence: confidenceIn(state) };
  }
  if (last !== undefined && isAnswered(names)) return { name: last, confidence: 'medium' };
  // `report.clean`: what a scanner says, and no order to clean up.
  if (last === 'clean' && /^(?:report|scan|result|verdict|scanResult)$/.test(names[0] ?? ''))
    return { name: last, confidence: 'medium' };
  const right = names.slice(0, -1).find((name) => rights.test(name));
  return right ? { name: right, confidence: 'medium' } : undefined;
}

const confidenceIn = (state: State): Confidence => (state === 'validity' ? 'medium' : 'high');

const statusName =
  /^(?:status|health|state|overall|condition|healthstatus|overallstatus|systemstatus|servicestatus|overallhealth|systemhealth)$/i;
const decisionName =
  /(?:status|state|result|verdict|decision|outcome|effect|action|verification|approval|kyc|access|policy)$/i;
const granting =
  /^(?:allow|allowed|permit|permitted|grant|granted|approved?|authorized|authorised|authenticated|verified|trusted|paid|succeeded|compliant|valid)$/i;
const bought = /subscription|licen[sc]e|billing|membership|entitlement|^subs?$/i;
const roleName = /(?:^|[a-z_])roles?$|^(?:accounttype|usertype|accesslevel)$/i;
const mighty = /^(?:admin|administrator|superadmin|super_admin|superuser|root|owner)$/i;
const rateName =
  /^(?:success|uptime|availability|hit|pass)_?(?:rate|percent|percentage|ratio|pct)?$|^(?:health|trust)_?score$/i;

/** Whether a text or a number says more good than anybody knows. */
export function goodWord(fallback: ScriptNode, around: Around): Good | undefined {
  const { names, target, path } = around;
  const last = names.at(-1) ?? '';
  const asked = [last, target ?? ''];
  if (ts.isNumericLiteral(fallback)) {
    if (!/^(?:100|1|99(?:\.9+)?|1\.0)$/.test(fallback.text)) return undefined;
    const name = asked.find((each) => rateName.test(each) && !/^success$/i.test(each));
    return name ? { name, confidence: 'medium' } : undefined;
  }
  if (!ts.isStringLiteralLike(fallback)) return undefined;
  const word = fallback.text;
  if (mighty.test(word)) {
    const name = asked.find((each) => roleName.test(each));
    return name ? { name, confidence: 'high' } : undefined;
  }
  const name = asked.find((each) => statusName.test(each) || /status$|health$/i.test(each));
  if (saysHealthy(word)) return { name: name ?? (last || target || 'the answer'), confidence: 'high' };
  if (granting.test(word)) {
    const decided = asked.find((each) => decisionName.test(each));
    if (decided && !/^(?:sort|filter|default)/i.test(decided)) return { name: decided, confidence: 'medium' };
  }
  if (!name || !saysWell(word)) return undefined;
  if (/^active$/i.test(word))
    return names.slice(0, -1).some((each) => bought.test(each)) ? { name, confidence: 'medium' } : undefined;
  const isAbout =
    names.slice(0, -1).some((each) => part.test(each)) ||
    isAboutHealth(`${names.join(' ')} ${target ?? ''} ${path}`) ||
    wordsOf(name).includes('health');
  return isAbout ? { name, confidence: 'medium' } : undefined;
}
