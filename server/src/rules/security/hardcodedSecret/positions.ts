import { lastName } from '../../../analysis/namedValue.ts';
import { positionOfConstant } from '../../../analysis/secrets/constantsInForce.ts';
import { opensAsIs } from '../../../analysis/secrets/credentialOptions.ts';
import { placeholder } from '../../../analysis/secrets/placeholders.ts';
import { judgeKind, repeatsName } from '../../../analysis/secrets/plausibility.ts';
import { publicByDesign } from '../../../analysis/secrets/publicByDesign.ts';
import { encoded, type SecretPosition, secretPositionOf } from '../../../analysis/secrets/secretPositions.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';

/** A secret that its place in the code gives away: what a token is signed with, what a password is compared with. */
export function secretAt(
  literal: ScriptNode & { readonly text: string },
): (SecretPosition & { readonly confidence: Confidence }) | undefined {
  const position = secretPositionOf(literal) ?? positionOfConstant(literal);
  if (!position) return literal.text.includes(':') ? inHeader(literal) : undefined;
  if (position.connects && opensAsIs(literal.text)) return { ...position, confidence: 'medium' };
  if (!position.anyText && repeatsName(position.name, literal.text)) return undefined;
  const { secret, confidence } = judgeKind(position.kind, literal.text);
  if (secret && confidence !== 'low') return { ...position, confidence };
  return position.anyText && isInForce(literal.text) ? { ...position, confidence: 'medium' } : undefined;
}

/** `btoa('user:…')`, `Buffer.from('user:…').toString('base64')`: what a header for signing in is made of. */
function inHeader(
  literal: ScriptNode & { readonly text: string },
): (SecretPosition & { readonly confidence: Confidence }) | undefined {
  const call = literal.parent;
  if (!ts.isCallExpression(call) || !/^(?:btoa|from)$/.test(lastName(call.expression) ?? ''))
    return undefined;
  const password = /^[\w.@+-]{1,60}:(\S{3,100})$/.exec(literal.text)?.[1];
  if (password === undefined) return undefined;
  const around = call.parent.parent;
  const isEncoded =
    lastName(call.expression) === 'btoa' ||
    (encoded(literal) === call &&
      ts.isCallExpression(around) &&
      /\.toString\(['"]base64['"]\)$/.test(around.getText().slice(-30)));
  const { secret, confidence } = judgeKind('password', password);
  return isEncoded && secret && confidence !== 'low'
    ? { name: 'PASSWORD', kind: 'password', anyText: false, confidence }
    : undefined;
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
