import { type CheckKind, checkKindOf } from '../../../analysis/checkNames.ts';
import { ownersOf } from '../../../analysis/routes/syntax.ts';
import type { ScriptNode } from '../../../languages/script.ts';

/** Names that say nothing of what a function is for: the class or variable around it does. */
const generic =
  /^(?:use|handle|handler|execute|run|invoke|intercept|middleware|callback|result|promise|response|call|process|apply|on[A-Z]?\w*|fn|inner|wrapped|wrapper|dispatch|default|<default>|evaluate)$/;

/** A function around a place, as far as its name tells what it decides. */
export interface Context {
  readonly name: string;
  readonly kind: CheckKind;
}

/** What the function around a node decides; undefined where its name promises nothing. */
export function contextOf(node: ScriptNode): Context | undefined {
  const [inner, outer] = ownersOf(node);
  for (const name of inner !== undefined && generic.test(inner) ? [inner, outer] : [inner]) {
    const kind = checkKindOf(name);
    if (kind && name !== undefined) return { name, kind };
  }
  return undefined;
}

/** Middleware whose name says that nobody passes without: `requireAuth`, `authenticateToken`, `adminOnly`. */
export const isStrict = (name: string): boolean =>
  /^(?:require|ensure|protect|authorize|authenticate|verify|enforce|restrict|validate)|^is_?(?:auth|admin|logged)|^check_?(?:auth|token|jwt|permission|role|admin|access|signature)|auth_?(?:middleware|guard|required)|(?:^|_)only$|Only$/i.test(
    name,
  );
