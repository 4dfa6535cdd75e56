import { positionOfConstant } from '../../../analysis/secrets/constantsInForce.ts';
import { opensAsIs } from '../../../analysis/secrets/credentialOptions.ts';
import { placeholder } from '../../../analysis/secrets/placeholders.ts';
import { judgeKind, repeatsName } from '../../../analysis/secrets/plausibility.ts';
import { publicByDesign } from '../../../analysis/secrets/publicByDesign.ts';
import { type SecretPosition, secretPositionOf } from '../../../analysis/secrets/secretPositions.ts';
import type { ScriptNode } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';

/** A secret that its place in the code gives away: what a token is signed with, what a password is compared with. */
export function secretAt(
  literal: ScriptNode & { readonly text: string },
): (SecretPosition & { readonly confidence: Confidence }) | undefined {
  const position = secretPositionOf(literal) ?? positionOfConstant(literal);
  if (!position) return undefined;
  if (position.connects && opensAsIs(literal.text)) return { ...position, confidence: 'medium' };
  if (!position.anyText && repeatsName(position.name, literal.text)) return undefined;
  const { secret, confidence } = judgeKind(position.kind, literal.text);
  if (secret && confidence !== 'low') return { ...position, confidence };
  return position.anyText && isInForce(literal.text) ? { ...position, confidence: 'medium' } : undefined;
}

/** Any text signs; not what a tool replaces, the path of a key, a public key. */
function isInForce(text: string): boolean {
  const value = text.trim();
  const hole = placeholder(value);
  if (value.length < 3 || hole === 'reference' || (hole === 'fill-in' && /^[<[({]/.test(value))) return false;
  if (publicByDesign(value) !== undefined || /^-----BEGIN/.test(value)) return false;
  return !/^(?:\.{0,2}\/|~\/|[a-z]+:\/\/)|\.(?:pem|key|crt|cer|json|txt)$|^(?:utf-?8|hex|base64(?:url)?|latin1|ascii)$/i.test(
    value,
  );
}
