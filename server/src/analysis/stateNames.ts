import { wordsOf } from './devNames.ts';

/** What a name that is true lets happen: somebody in, something through, or an alarm not ring. */
export type State = 'access' | 'validity' | 'health';

const access =
  /^(?:auth|authed|authenticated|authorized|authorised|allowed|permitted|granted|permission|permissions|access|admin|superuser|superadmin|entitled|entitlement|privileged|trusted|approved|allowlisted|whitelisted|paid)$/;
const validity = /^(?:valid|verified|compatible|eligible|compliant|licensed|genuine|authentic|human|safe)$/;
const health = /^(?:healthy|operational|alive|reachable)$/;
/** Of a network or a player as often as of a service: only where the talk is of health. */
const healthInContext = /^(?:connected|available|online|up|ready|ok|running|health)$/;

/** Words that make a state something else: its contrary, a wish, an order. */
const turning =
  /^(?:not|no|non|un|dis|never|without|require|requires|required|requiring|reject|block|deny|must|should|needs|need|show|shows|hide|enable|enabled|disable|disabled|on|set|only|default|force|skip|ignore|check|verify|validate|use|uses|with|if|when|was|were|toggle|mark|keep|want|wants|include|until|ask)$/;

/** What browsers can or can't do: `canPlay`, `canShare`. */
const feature =
  /^(?:use|play|share|vibrate|copy|paste|connect|parse|render|run|support|go|scroll|undo|redo|expand|collapse|drag|drop|resize|zoom|submit|click|focus|be|have|next|prev|previous|continue|proceed|cancel|close|open|retry|fetch|sort|filter|hover|select|reuse|cache|install|load|fly|move)$/;

/** Reads a name as a state: `isAuthenticated`, `hasAccess`, `canDelete`, `healthy`; undefined for any other. */
export function stateOf(name: string | undefined, speaksOfHealth = false): State | undefined {
  if (name === undefined || name.length > 60) return undefined;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.some((word) => turning.test(word))) return undefined;
  if (words[0] === 'can' && words.length > 1) return feature.test(words[1] ?? '') ? undefined : 'access';
  if (words.length > 1 && last === 'in' && /^(?:logged|signed)$/.test(words.at(-2) ?? '')) return 'access';
  if (words[0] === 'is' && /^(?:owner|member|loggedin|staff|moderator)$/.test(last) && words.length === 2)
    return 'access';
  if (access.test(last))
    return /^(?:auth|permissions?|access|admin|entitlement)$/.test(last) && words.length === 1
      ? undefined
      : 'access';
  if (validity.test(last)) return 'validity';
  if (health.test(last) || (speaksOfHealth && healthInContext.test(last))) return 'health';
  return undefined;
}

/** Whether words are about the health of a system: a path, a function's name. */
export const isAboutHealth = (text: string): boolean =>
  /health|readiness|liveness|heartbeat|monitor|system_?status|service_?status|status_?page|uptime|probe|\bready|\blive\b/i.test(
    text,
  );

/** What a system says of itself when all is well. */
export const saysHealthy = (text: string): boolean => /^(?:healthy|operational)$/i.test(text);

/** The same, where the talk is of health already. */
export const saysWell = (text: string): boolean =>
  /^(?:healthy|operational|ok|okay|up|online|connected|running|ready|available|alive|active|reachable|pass|passing|passed|green|good|normal|nominal|all good|success|working|fine)$/i.test(
    text,
  );
