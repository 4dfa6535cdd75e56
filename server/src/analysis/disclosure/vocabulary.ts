import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';

/** Names of objects that hold names and texts, not values. */
const vocabularies =
  /(?:types?|codes?|errors?|keys?|headers?names?|events?|names?|fields?|enums?|kinds?|actions?|scopes?|labels?|messages?|texts?|strings?|constants?|placeholders?|columns?|routes?|paths?|urls?|icons?|i18n|translations?|schemas?|selectors?|permissions?|grants?|files?)$/i;

/** `ErrorCodes.INVALID_TOKEN`, `labels.password`: a word about a secret and not one. */
export function isVocabulary(access: ScriptNode): boolean {
  if (!ts.isPropertyAccessExpression(access)) return false;
  const holder = lastName(access.expression) ?? '';
  if (/^(?:env|process|config|settings|secrets|credentials|event|options)$/i.test(holder)) return false;
  const constant = /^[A-Z][A-Z0-9_]*$/.test(access.name.text) && /^[A-Z]/.test(holder);
  return (
    vocabularies.test(holder) &&
    (constant ||
      /^(?:errors?|labels?|messages?|texts?|strings?|placeholders?|i18n|translations?|names?|fields?|schemas?|columns?|icons?|routes?|paths?|urls?|constants?|selectors?|permissions?|files?)$/i.test(
        holder,
      ))
  );
}
