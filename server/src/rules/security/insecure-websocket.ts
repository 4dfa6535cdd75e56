import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isPublicHost, readUrl } from '../../analysis/hosts.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { isShownOrCompared } from '../../analysis/shownText.ts';
import { writtenText } from '../../analysis/writtenText.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report, type Visitors } from '../rule.ts';
import { type SchemeEdit, schemeAt, secureScheme } from './transport/secureScheme.ts';
import { entriesOf, isSettingsFile } from './transport/settings.ts';
import { begunText } from './transport/wholeText.ts';

type Tell = (report: Report<SchemeEdit>) => void;

export const insecureWebsocket = defineRule<SchemeEdit>({
  id: 'insecure-websocket',
  title: 'WebSocket without encryption',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [319],
  owasp: 'A02:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'html', 'json', 'yaml', 'env'],
  keywords: ['ws://', 'websocket'],
  why: 'What goes over `ws://` can be read and changed by everybody on the way, tokens included; and from a page that came over HTTPS browsers refuse to open it at all.',
  verification: [
    'The rule finds nothing: sockets to other machines use `wss://`.',
    'The page opens its socket over HTTPS without a mixed-content error.',
  ],
  effort: { min: 30, max: 120, unit: 'minutes' },
  claims:
    /\b(?:insecure|unencrypted|plain-?text) (?:web-?sockets?|ws)\b|\bws:\/\/|\bweb-?sockets?\b.{0,40}\b(?:unencrypted|without TLS|without encryption|not encrypted)\b/i,
  check(file, report) {
    const told = new Set<number>();
    const tell: Tell = (place) => {
      if (told.has(place.start)) return;
      told.add(place.start);
      report(place);
    };
    if (file.language === 'script' || file.language === 'html')
      return file.fileClass === 'production' ? inScript(file, tell) : {};
    return isSettingsFile(file) ? inSettings(file, tell) : {};
  },
  fixes: [secureScheme('Use wss')],
});

const messageOf = (host: string): string =>
  `The socket to ${host} is not encrypted: everybody on the way can read and change what is sent, and pages that came over HTTPS can't open it. Use \`wss://\`.`;

function inScript(file: FileContext, tell: Tell): Visitors {
  const literal = (node: ScriptNode) => {
    const begun = begunText(node);
    if (!begun || !/^\s{0,4}ws:\/\//i.test(begun.begins)) return;
    const url = readUrl(begun.whole());
    const host = url && isPublicHost(url.host) ? `\`${url.host}\`` : ownHost(node);
    if (!host || isShownOrCompared(node) || isDevGuarded(node) || isChoice(node)) return;
    tell({
      start: node.getStart(),
      end: node.end,
      message: messageOf(host),
      data: schemeAt(file.text, node.getStart() + 1, 'ws', 'wss', url?.port),
    });
  };
  return {
    nodes: {
      [ts.SyntaxKind.StringLiteral]: literal,
      [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: literal,
      [ts.SyntaxKind.TemplateExpression]: literal,
      // The scheme, or all of the address, in constants of their own.
      [ts.SyntaxKind.NewExpression]: (node) => {
        const { expression, arguments: args } = node as tsMorph.ts.NewExpression;
        const first = args?.[0];
        if (!first || !/(?:WebSocket|^WS|^Sockette)/.test(lastName(expression) ?? '')) return;
        const begun = begunText(first)?.begins;
        if (!ts.isTemplateExpression(first) || begun !== '') return;
        const url = readUrl(writtenText(first));
        if (url?.scheme !== 'ws' || !isPublicHost(url.host) || isDevGuarded(node)) return;
        tell({
          start: first.getStart(),
          end: first.end,
          message: messageOf(`\`${url.host}\``),
          data: { scheme: undefined },
        });
      },
    },
  };
}

/** `ws://${location.host}` speaks to where the page came from, where the scheme is not chosen by the page's own. */
function ownHost(node: ScriptNode): string | undefined {
  const next = ts.isTemplateExpression(node)
    ? node.head.text.trim().toLowerCase() === 'ws://' && node.templateSpans[0]?.expression
    : ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.right;
  if (!next || !/^(?:(?:window|document|self|globalThis)\.)?location\.host(?:name)?$/.test(next.getText()))
    return undefined;
  let scope: ScriptNode = node;
  while (!ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent;
  return /\bwss\b|location\.protocol|isSecureContext/.test(scope.getText())
    ? undefined
    : "the page's own server";
}

/** `secure ? 'wss://…' : 'ws://…'`: who runs the program decides. */
function isChoice(node: ScriptNode): boolean {
  for (let around = node.parent; around && !ts.isStatement(around); around = around.parent) {
    if (ts.isConditionalExpression(around)) return /\bwss:/.test(around.getText());
    if (ts.isFunctionLike(around)) return false;
  }
  return false;
}

function inSettings(file: FileContext, tell: Tell): Visitors {
  return entriesOf(file, ({ url, start, end, at }) => {
    if (url.scheme !== 'ws') return;
    const data = schemeAt(file.text, at, 'ws', 'wss', url.port);
    tell({ start, end, message: messageOf(`\`${url.host}\``), data });
  });
}
