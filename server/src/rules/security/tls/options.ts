import type * as tsMorph from 'ts-morph';
import { isPublicHost, readUrl } from '../../../analysis/hosts.ts';
import { booleanInProduction } from '../../../analysis/inProduction.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { computed, writtenText } from '../../../analysis/writtenText.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Options of clients that check nothing where they are false. */
const checks: ReadonlySet<string> = new Set([
  ...[
    'rejectUnauthorized',
    'rejectUnAuthorized',
    'strictSSL',
    'strictSsl',
    'sslVerify',
    'verifySsl',
    'verifySSL',
  ],
  ...['verify_ssl', 'sslValidate', 'verifyCertificate', 'verifyCertificates', 'validateCertificate'],
  'validateCertificates',
]);
/** Those that check nothing where they are true. */
const permits: ReadonlySet<string> = new Set([
  ...['tlsAllowInvalidCertificates', 'tlsAllowInvalidHostnames', 'tlsInsecure', 'trustServerCertificate'],
  ...[
    'insecureSkipVerify',
    'insecureSkipTlsVerify',
    'insecureSkipTLSVerify',
    'skipTLSVerify',
    'skipTlsVerify',
  ],
  'ignoreHTTPSErrors',
]);

/** What an option must be so that certificates are not checked; undefined for other options. */
export function offValueOf(name: string): boolean | undefined {
  if (checks.has(name)) return false;
  return permits.has(name) ? true : undefined;
}

/** An option that turns the check off. */
export interface OffOption {
  readonly name: string;
  /** The value at fault, where it stands in the option itself. */
  readonly value: ScriptNode;
  /** What it must be. */
  readonly instead: string | undefined;
}

/** Judges an option by its name and value, wherever it stands: in an object, an assignment, a class. */
export function offOption(name: string, value: ScriptNode): OffOption | undefined {
  if (name === 'checkServerIdentity')
    return acceptsAll(value) ? { name, value, instead: undefined } : undefined;
  if (name === 'verificationMode' && ts.isStringLiteralLike(value) && value.text === 'none')
    return { name, value, instead: "'full'" };
  const off = offValueOf(name);
  if (off === undefined || booleanInProduction(value) !== off) return undefined;
  return { name, value, instead: String(!off) };
}

/** `() => undefined`, `() => {}`, `false`: says yes to every name. */
function acceptsAll(value: ScriptNode): boolean {
  const node = unwrapped(value);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isIdentifier(node)) return /^_?(?:noop|noOp)$/.test(node.text);
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isMethodDeclaration(node))
    return false;
  const { body } = node;
  if (!body) return false;
  if (!ts.isBlock(body)) return isNothing(body);
  return body.statements.every(
    (each) => ts.isReturnStatement(each) && (!each.expression || isNothing(each.expression)),
  );
}

function isNothing(expression: ScriptNode): boolean {
  const node = unwrapped(expression);
  if (ts.isIdentifier(node)) return node.text === 'undefined';
  if (ts.isVoidExpression(node)) return true;
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    (ts.isObjectLiteralExpression(node) && node.properties.length === 0)
  );
}

/** Whether an object literal with such an option speaks to this machine only, or is a server's own. */
export function isHarmlessPlace(object: ScriptNode): boolean {
  for (let node = object; node.parent && !ts.isStatement(node); node = node.parent) {
    if (ts.isObjectLiteralExpression(node) && namesLocalHost(node)) return true;
    if (ts.isFunctionLike(node)) return false;
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
    if (looksAtCertificate(node)) return true;
    const name = lastName(node.expression) ?? '';
    if (/^create(?:Secure)?Server$/.test(name)) return !asksClients(object);
    const first = node.arguments?.[0];
    return first !== undefined && first !== object && isLocalUrl(first);
  }
  return false;
}

/** `tls.connect(…)` that is there to read the certificate of the other side, good or not, and to say when it ends. */
function looksAtCertificate(call: ScriptNode): boolean {
  if (!ts.isCallExpression(call) || lastName(call.expression) !== 'connect') return false;
  const { text } = call.getSourceFile();
  return text.includes('.getPeerCertificate(') && /\bvalid_to\b|\bvalidTo\b/.test(text);
}

/** A server that wants certificates of its clients, takes any, and never looks whether they were good. */
function asksClients(object: ScriptNode): boolean {
  const asks = propertyOf(object, 'requestCert');
  return (
    asks?.kind === ts.SyntaxKind.TrueKeyword &&
    !/\.(?:authorized|authorizationError)\b/.test(object.getSourceFile().text)
  );
}

function namesLocalHost(object: tsMorph.ts.ObjectLiteralExpression): boolean {
  return object.properties.some((each) => {
    if (!ts.isPropertyAssignment(each)) return false;
    const name = textOfName(each.name) ?? '';
    if (/^(?:host|hostname|server|address)$/.test(name)) {
      const text = writtenText(each.initializer);
      return !text.includes(computed) && text !== '' && !isPublicHost(text.toLowerCase());
    }
    return /^(?:url|uri|baseURL|connectionString|target|node)$/.test(name) && isLocalUrl(each.initializer);
  });
}

/** A URL that is written down and leads to this machine or a private network. */
export function isLocalUrl(node: ScriptNode): boolean {
  const url = readUrl(writtenText(node));
  return url !== undefined && url.host !== '' && !url.host.includes(computed) && !isPublicHost(url.host);
}
