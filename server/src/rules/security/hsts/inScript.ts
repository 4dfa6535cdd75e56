import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Place, Visitors } from '../../rule.ts';

/** What the rule collects in a file. */
export type HstsFact =
  /** Switched off, forgotten beside other headers, or missing in a server or a proxy that speaks TLS. */
  | { readonly kind: 'off' | 'forgotten' | 'server' | 'proxy'; readonly place: Place }
  /** Set somewhere: in the package, or in front of all. */
  | { readonly kind: 'set' | 'edge' };

const switches = /^(?:hsts|strictTransportSecurity)$/;
const others = /^(?:x-frame-options|x-content-type-options|content-security-policy)$/i;
const sets =
  /strict-transport-security|\bhsts\b|strictTransportSecurity|secureHeaders|security_?-?headers|lusca|nosecone|\b(?:helmet|koaHelmet|fastifyHelmet)\b/i;
/** One header after the other, which does not set those that nobody named. */
const partsOnly = /\bhelmet\.(?!default\b|hsts\b|strictTransportSecurity\b)\w/;
const wholeHelmet =
  /\bhelmet(?:\.default)?\(|register\([^)\n]{0,200}helmet|\bhelmet\b[^\n]{0,40}\)\(|hsts|strict/i;

/** Next keeps its headers in its configuration. */
export const isNextConfig = (path: string): boolean => /(?:^|\/)next\.config\.[cm]?[jt]s$/.test(path);

/** Headers that answers get, helmet's options, and servers with a certificate of their own. */
export function hstsInScript(file: FileContext, tell: (fact: HstsFact) => void): Visitors {
  const code = file.text.replace(/^[ \t]{0,80}(?:\/\/|\*|\/\*)[^\n]{0,2000}$/gm, '');
  const isParts = partsOnly.test(code) && !wholeHelmet.test(code);
  if (sets.test(code) && !isParts) tell({ kind: 'set' });
  const seen = new Set<string>();
  const server = isNextConfig(file.path) || /\b(?:listen|createServer|use)\s?\(/.test(code);
  const header = (node: ScriptNode) => {
    const { text } = node as tsMorph.ts.StringLiteral;
    if (!others.test(text) || !isSet(node) || isDevGuarded(node)) return;
    // Files that are served, and a middleware that does one thing, are no set in which one was forgotten.
    seen.add(text.toLowerCase());
    if (seen.size > 1 || (server && !/^x-content-type-options$/i.test(text)))
      tell({ kind: 'forgotten', place: file.placeOf(node.getStart(), node.end) });
  };
  return {
    nodes: {
      [ts.SyntaxKind.StringLiteral]: header,
      [ts.SyntaxKind.CallExpression]: (node) => {
        const call = node as tsMorph.ts.CallExpression;
        if (isParts && isPart(call) && !isDevGuarded(node))
          tell({ kind: 'forgotten', place: file.placeOf(node.getStart(), node.end) });
        const [first] = call.arguments;
        // `helmet.hsts({ maxAge: 0 })`
        if (first && switches.test(lastName(call.expression) ?? '') && isOff(first) && !isDevGuarded(node))
          tell({ kind: 'off', place: file.placeOf(node.getStart(), node.end) });
        if (forOneself.test(file.text)) return;
        if (!speaksTls(call) || isDevGuarded(node)) return;
        tell({ kind: 'server', place: file.placeOf(call.expression.getStart(), call.expression.end) });
      },
      [ts.SyntaxKind.PropertyAssignment]: (node) => {
        const { name, initializer } = node as tsMorph.ts.PropertyAssignment;
        const option = textOfName(name) ?? '';
        if (/^(?:https(?:Options)?|tls)$/.test(option) && isTlsOption(node)) {
          tell({ kind: 'server', place: file.placeOf(node.getStart(), node.end) });
          return;
        }
        if (!switches.test(option) || !isOff(initializer)) return;
        if (!isOfHelmet(node) || isDevGuarded(node)) return;
        tell({ kind: 'off', place: file.placeOf(node.getStart(), node.end) });
      },
    },
  };
}

/** Certificates that a programmer made for their own machine. */
const forOneself = /\blocalhost[\w.+-]{0,40}\.(?:pem|key|crt|cert)\b|\bmkcert\b|self-?signed/i;

/** `false`, or an age of nothing. */
const isOff = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.FalseKeyword ||
  (ts.isObjectLiteralExpression(node) &&
    node.properties.some((each) => /^maxAge: ?0$/.test(each.getText().slice(0, 20))));

/** `helmet.noSniff()` */
const isPart = ({ expression }: tsMorph.ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && lastName(expression.expression) === 'helmet';

/** `https.createServer({ key, cert }, app)`: with a certificate of its own, nothing needs to stand in front. */
function speaksTls({ expression, arguments: [options, app] }: tsMorph.ts.CallExpression): boolean {
  const name = lastName(expression) ?? '';
  if (!options || !app || !/^create(?:Secure)?Server$/.test(name)) return false;
  const receiver = ts.isPropertyAccessExpression(expression) ? lastName(expression.expression) : undefined;
  const module = importedFrom(expression)?.module.replace(/^node:/, '') ?? receiver;
  return (
    (name === 'createServer' && module === 'https') || (name === 'createSecureServer' && module === 'http2')
  );
}

/** `fastify({ https: { key, cert } })`, `NestFactory.create(AppModule, { httpsOptions })` */
function isTlsOption(property: ScriptNode): boolean {
  const { initializer, parent } = property as tsMorph.ts.PropertyAssignment;
  if (!ts.isObjectLiteralExpression(initializer) || isDevGuarded(property)) return false;
  const holds = initializer.properties.some((each) => each.name && textOfName(each.name) === 'cert');
  const call = parent.parent;
  if (!holds || !ts.isCallExpression(call)) return false;
  // `require('fastify')({ … })`
  const callee = ts.isCallExpression(call.expression) ? call.expression.arguments[0] : undefined;
  const name = callee && ts.isStringLiteralLike(callee) ? callee.text : lastName(call.expression);
  return /^(?:fastify|create|server)$/i.test(name ?? '');
}

/** A header that an answer is given: `res.setHeader(name, …)`, `{ [name]: … }` beside other headers, `{ key: name }`. */
function isSet(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent))
    return (
      parent.arguments[0] === node &&
      parent.arguments.length > 1 &&
      /^(?:setHeader|set|header|append)$/.test(lastName(parent.expression) ?? '')
    );
  return ts.isPropertyAssignment(parent) && parent.initializer === node && textOfName(parent.name) === 'key';
}

/** `helmet({ hsts: false })`, `register(helmet, { hsts: false })` */
function isOfHelmet(property: ScriptNode): boolean {
  const call = property.parent.parent;
  return (
    ts.isCallExpression(call) &&
    /helmet/i.test(
      `${call.expression.getText().slice(-60)} ${call.arguments[0]?.getText().slice(0, 60) ?? ''}`,
    )
  );
}
