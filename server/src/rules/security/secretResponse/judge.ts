import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import type { Opinion, Part } from '../../../analysis/disclosure/parts.ts';
import { isHarmlessName, sensitivityOf } from '../../../analysis/disclosure/sensitiveNames.ts';
import { isVocabulary } from '../../../analysis/disclosure/vocabulary.ts';
import { environmentRead, sourceOf } from '../../../analysis/environment/environmentRead.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { isSecretName } from '../../../analysis/secrets/naming.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Exposure } from './exposure.ts';
import { isNewlyMade } from './newlyMade.ts';
import { recordWithPassword } from './records.ts';

/** Keys that pages need, whatever they are called: of maps, of search, of error trackers. */
const forPages =
  /(?:^|_)(?:MAPS?|MAPBOX|FIREBASE|SEARCH|SITE|SITEKEY|RECAPTCHA|HCAPTCHA|TURNSTILE|SENTRY|POSTHOG|PUBLIC|PUBLISHABLE|ANON|PK|ANALYTICS|AMPLITUDE|MIXPANEL|GIPHY|TINYMCE|INTERCOM|PUSHER|LIVEKIT_URL|VITE|CESIUM|GA|GTM|STATSIG|LAUNCHDARKLY_CLIENT)(?:_|$)/;

const isSecretVariable = (name: string): boolean =>
  isSecretName(name) !== undefined && !isForPages(name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase());

/** `RECAPTCHA_SITE_KEY`, and not the `RECAPTCHA_SECRET_KEY` beside it. */
const isForPages = (name: string): boolean =>
  forPages.test(name) && !/(?:^|_)(?:SECRET|PRIVATE|PASSWORD|SERVICE_ROLE)(?:_|$)/.test(name);

const variable = (name: string): Exposure => ({ what: `\`${name}\``, confidence: 'high', setting: true });
const environment: Exposure = {
  what: 'the whole environment, every secret in it',
  confidence: 'high',
  setting: false,
};

/** What to think of one value that is sent to a client. */
export function judgeSent({ node, label }: Part): Opinion<Exposure> {
  if (ts.isIdentifier(node)) return judgeIdentifier(node, label);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    if (sourceOf(node) === 'process') return environment;
    return judgeMember(node, label);
  }
  if (!ts.isCallExpression(node)) return 'harmless';
  const read = environmentRead(node);
  return read && isSecretVariable(read.name) ? variable(read.name) : 'harmless';
}

function judgeMember(
  node: tsMorph.ts.PropertyAccessExpression | tsMorph.ts.ElementAccessExpression,
  label: string | undefined,
): Opinion<Exposure> {
  const name = lastName(node);
  if (name === undefined || isHarmlessName(name) || isVocabulary(node)) return 'harmless';
  const read = environmentRead(node);
  if (read) return isSecretVariable(read.name) ? variable(read.name) : 'harmless';
  const kind = sensitivityOf(name);
  if (kind === 'hash' || (kind === 'password' && !isSetting(node)))
    return isNewlyMade(node, name) || isDirectory(node, name) ? 'harmless' : password(name);
  if (kind && isSetting(node) && isSecretVariable(name)) return { ...variable(name), confidence: 'medium' };
  return connectionUnder(label, name) ?? recordWithPassword(node) ?? 'harmless';
}

/** `message.pwd`: where a process works; of a person it is the password. */
const isDirectory = (
  node: tsMorph.ts.PropertyAccessExpression | tsMorph.ts.ElementAccessExpression,
  name: string,
): boolean =>
  name.toLowerCase() === 'pwd' &&
  !/(?:user|account|member|customer|admin|person|people|profile|credentials?|login|auth|row|rows|record|doc|client|student|teacher|employee|staff|seller|buyer|doctor|patient|me|result|found|existing|body|query)s?$/i.test(
    lastName(node.expression) ?? '',
  );

const password = (name: string): Exposure => ({
  what: `the field \`${name}\` of a user`,
  confidence: 'medium',
  setting: false,
});

/** `config.database.password`, `settings.jwtSecret`, `env.API_KEY` */
function isSetting(node: ScriptNode): boolean {
  let holder = node;
  while (ts.isPropertyAccessExpression(holder) || ts.isElementAccessExpression(holder)) {
    holder = holder.expression;
    if (
      /^(?:\w*[cC]onfig(?:uration)?|settings|env|ENV|CONFIG|secrets|environment)$/.test(
        lastName(holder) ?? '',
      )
    )
      return true;
  }
  return false;
}

function judgeIdentifier(node: tsMorph.ts.Identifier, label: string | undefined): Opinion<Exposure> {
  const { text: name } = node;
  if (name === 'undefined' || isHarmlessName(name)) return 'harmless';
  const declaration = heldBy(node)?.declaration;
  if (declaration && ts.isBindingElement(declaration)) {
    const owner = declaration.parent.parent;
    const source = ts.isVariableDeclaration(owner) ? owner.initializer : undefined;
    const from = textOfName(declaration.propertyName ?? declaration.name) ?? '';
    if (source && sourceOf(source) && isSecretVariable(from)) return variable(from);
    if (declaration.dotDotDotToken) return 'harmless';
  }
  const kind = sensitivityOf(name);
  if (kind === 'hash') return password(name);
  return recordWithPassword(node) ?? connectionUnder(label, name);
}

/** `{ connection_string: url }` */
function connectionUnder(label: string | undefined, name: string): Exposure | undefined {
  if (label === undefined || isSecretName(label) !== 'connection') return undefined;
  if (
    !/^(?:connection|conn|db|database|mongo|redis|pg|postgres|mysql)\w*(?:url|uri|string|str|dsn)$/i.test(
      name.replaceAll('_', ''),
    )
  )
    return undefined;
  return { what: 'a connection string', confidence: 'medium', setting: true };
}
