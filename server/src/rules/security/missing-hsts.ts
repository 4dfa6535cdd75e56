import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineProjectRule, type FileContext, type Place, type Visitors } from '../rule.ts';

/** What the rule collects in a file. */
type HstsFact =
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

export const missingHsts = defineProjectRule<HstsFact>({
  id: 'missing-hsts',
  title: 'Browsers are not told to stay on HTTPS',
  priority: 'P2',
  category: 'security',
  confidence: 'medium',
  cwe: [523],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'project',
  answeredBy: 'tlsTerminatedUpstream',
  languages: ['script', 'text', 'json', 'yaml'],
  keywords: [
    'strict-transport-security',
    'stricttransportsecurity',
    'hsts',
    'x-frame-options',
    'x-content-type-options',
    'content-security-policy',
    'helmet',
    'secureheaders',
    'ssl_certificate',
    'security',
    'lusca',
    'nosecone',
    'https',
    'http2',
  ],
  why: 'The first request of a visit goes over HTTP, and whoever sits on the line can keep the visitor there and read the password.',
  verification: [
    'The rule finds nothing, or a proxy in front is known to set the header.',
    'Answers over HTTPS carry `Strict-Transport-Security` with a `max-age` of at least half a year.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims: /\bHSTS\b|\bStrict-?Transport-?Security\b/i,
  collect(file, tell) {
    if (file.language === 'script') {
      return file.fileClass === 'production' || isNext(file.path) ? inScript(file, tell) : {};
    }
    return { text: () => inProxy(file, tell) };
  },
  conclude(files, report) {
    if (files.some(({ facts }) => facts.some(({ kind }) => kind === 'edge'))) return;
    const setIn = new Set(
      files
        .filter(({ facts }) => facts.some(({ kind }) => kind === 'set'))
        .map((each) => each.package.folder),
    );
    const told = new Set<string>();
    for (const { package: own, facts } of files) {
      for (const fact of facts) {
        if (fact.kind === 'off')
          report({ place: fact.place, message: `\`Strict-Transport-Security\` is switched off: ${rest}` });
        if (fact.kind === 'proxy' && setIn.size === 0)
          report({
            place: fact.place,
            message: `This proxy speaks TLS and sets no \`Strict-Transport-Security\`: ${rest}`,
          });
        if (fact.kind !== 'forgotten' && fact.kind !== 'server') continue;
        if (setIn.has(own.folder) || told.has(own.folder)) continue;
        told.add(own.folder);
        const what =
          fact.kind === 'server'
            ? 'This server speaks TLS itself and sets no `Strict-Transport-Security`'
            : 'Other security headers are set, `Strict-Transport-Security` is not';
        report({ place: fact.place, message: `${what}: ${rest}` });
      }
    }
  },
  fixes: [],
});

const rest =
  'the first request of a visit may stay on HTTP, where it can be read. Set the header, unless the proxy in front does.';

const isNext = (path: string): boolean => /(?:^|\/)next\.config\.[cm]?[jt]s$/.test(path);

function inScript(file: FileContext, tell: (fact: HstsFact) => void): Visitors {
  const code = file.text.replace(/^[ \t]{0,80}(?:\/\/|\*|\/\*)[^\n]{0,2000}$/gm, '');
  const isParts = partsOnly.test(code) && !wholeHelmet.test(code);
  if (sets.test(code) && !isParts) tell({ kind: 'set' });
  const seen = new Set<string>();
  const server = isNext(file.path) || /\b(?:listen|createServer|use)\s?\(/.test(code);
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
        if (!speaksTls(call) || isDevGuarded(node)) return;
        tell({ kind: 'server', place: file.placeOf(call.expression.getStart(), call.expression.end) });
      },
      [ts.SyntaxKind.PropertyAssignment]: (node) => {
        const { name, initializer } = node as tsMorph.ts.PropertyAssignment;
        const option = textOfName(name) ?? '';
        if (/^(?:https(?:Options)?|tls)$/.test(option) && isServerOption(node)) {
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

/** `false`, or an age of nothing. */
const isOff = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.FalseKeyword ||
  (ts.isObjectLiteralExpression(node) &&
    node.properties.some((each) => /^maxAge: ?0$/.test(each.getText().slice(0, 20))));

/** `helmet.noSniff()` */
const isPart = ({ expression }: tsMorph.ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && lastName(expression.expression) === 'helmet';

/** `https.createServer({ key, cert }, app)`: with a certificate of its own, nothing needs to stand in front. */
const speaksTls = ({ expression, arguments: [options, app] }: tsMorph.ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) &&
  options !== undefined &&
  app !== undefined &&
  ((expression.name.text === 'createServer' && /^https$/.test(lastName(expression.expression) ?? '')) ||
    (expression.name.text === 'createSecureServer' && lastName(expression.expression) === 'http2'));

/** `fastify({ https: { key, cert } })`, `NestFactory.create(AppModule, { httpsOptions })` */
function isServerOption(property: ScriptNode): boolean {
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

const proxies =
  /(?:^|\/)(?:nginx[^/]{0,60}|[^/]{1,100}\.(?:conf|conf\.template|vhost)|_headers|vercel\.json|netlify\.toml|Caddyfile|[^/]{1,100}\.ya?ml)$/i;

function inProxy(file: FileContext, tell: (fact: HstsFact) => void): void {
  if (!proxies.test(file.path) || file.fileClass !== 'production') return;
  const code = file.text.replace(/^[ \t]{0,200}#[^\n]{0,2000}$/gm, (comment) => ' '.repeat(comment.length));
  if (/strict-transport-security|\bhsts\b|stsSeconds/i.test(code)) {
    tell({ kind: 'edge' });
    return;
  }
  const listens = /^[ \t]{0,80}listen[ \t]{1,20}[^;\n]{0,60}\bssl\b[^;\n]{0,60};/m.exec(code);
  if (!listens || file.language !== 'text' || !/ssl_certificate\s/.test(code)) return;
  const start = listens.index + listens[0].length - listens[0].trimStart().length;
  tell({ kind: 'proxy', place: file.placeOf(start, listens.index + listens[0].length) });
}
