import type * as tsMorph from 'ts-morph';
import { lastName, nameOfValue, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Names that say what kind of thing a secret is, but not whose. */
const generic =
  /^(?:(?:API|AUTH|ACCESS|SECRET|PRIVATE|CLIENT|SIGNING|ENCRYPTION)_)*(?:KEY|SECRET|TOKEN|PASSWORD|PASSWD|PWD|PASS|PASSPHRASE|CREDENTIALS?|AUTHORIZATION|VALUE)$/;

/**
 * The environment variable that a secret moves to: its own name in capitals, and in front of a name that says
 * little (`apiKey`) what it belongs to (`new OpenAI({ apiKey })` → `OPENAI_API_KEY`). A token without a name is
 * called after its provider.
 */
export function variableNameFor(
  place: { readonly name: string | undefined; readonly provider: string | undefined },
  literal: ScriptNode,
): string {
  const name = place.name ?? nameOfValue(literal);
  const own = name === undefined ? '' : screaming(name).replace(/^X_(?=API|AUTH)/, '');
  if (own && !generic.test(own)) return own;
  if (!own && place.provider) return providerVariable(place.provider);
  const kind = own === '' ? 'KEY' : own === 'AUTHORIZATION' ? 'TOKEN' : own;
  const owner = ownerOf(literal);
  if (owner) return owner.endsWith(kind) ? owner : `${owner}_${kind}`;
  if (place.provider) return providerVariable(place.provider);
  return own.includes('_') ? kind : `APP_${kind}`;
}

/** "Stripe live secret key" → `STRIPE_SECRET_KEY`. */
function providerVariable(provider: string): string {
  const name = screaming(provider.replace(/\(.*?\)/g, '')).replace(/_(?:LIVE|TEST)(?=_|$)/g, '');
  return /_(?:KEY|SECRET|TOKEN|PASSWORD|URL|URI|CREDENTIALS?|STRING)$/.test(name) ? name : `${name}_KEY`;
}

/** What the secret belongs to: the class or function it is handed to, or the object or variable it stands in. */
function ownerOf(literal: ScriptNode): string | undefined {
  for (let node: tsMorph.ts.Node | undefined = literal.parent; node; node = node.parent) {
    const name = ownerName(node, literal);
    const candidate = name && screaming(name);
    if (candidate && !generic.test(candidate) && !vague.test(candidate)) return candidate;
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isSourceFile(node)) return undefined;
  }
  return undefined;
}

const vague =
  /^(?:CONFIG|CONFIGURATION|OPTIONS|OPTS|SETTINGS|PARAMS|ARGS|DATA|DEFAULTS?|ENV|HEADERS|AUTH|CREDENTIALS?|EXPORTS|CLIENT|FETCH|AXIOS|REQUEST|GET|POST|SET|APPEND|HEADER|SET_HEADER|THIS|OBJECT|MAP|SET_ITEM|CREATE_CLIENT|FREEZE|LITERAL)$/;

function ownerName(node: tsMorph.ts.Node, literal: ScriptNode): string | undefined {
  if (ts.isNewExpression(node) || ts.isCallExpression(node))
    return lastName(node.expression)?.replace(/^(?:create|init|get|make|use)(?=[A-Z])/, '');
  if (ts.isPropertyAssignment(node) && node.initializer !== literal) return textOfName(node.name);
  if (ts.isVariableDeclaration(node)) return textOfName(node.name);
  return undefined;
}

/** `openAIKey` → `OPEN_AI_KEY`, `x-api-key` → `X_API_KEY`; names that brands write in one go stay whole. */
export function screaming(name: string): string {
  return name
    .replace(/OpenAI/g, 'Openai')
    .replace(/GitHub/g, 'Github')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, '_')
    .toUpperCase();
}
