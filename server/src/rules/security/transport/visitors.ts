import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { environmentRead } from '../../../analysis/environment/environmentRead.ts';
import { lastName, nameOfValue } from '../../../analysis/namedValue.ts';
import { isShownOrCompared } from '../../../analysis/shownText.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Report, Visitors } from '../../rule.ts';
import { plainChannel, plainOption, plainRequest } from './clientOptions.ts';
import { isEndpointName, isEndpointVariable } from './endpointNames.ts';
import { type PlainAttribute, plainAttributesIn, plainJsxAttribute } from './markup.ts';
import { judge, type Plaintext, plaintextIn } from './plaintext.ts';
import { addressesOf, sendsRequest } from './requests.ts';
import { type SchemeEdit, schemeAt } from './secureScheme.ts';
import { entriesOf } from './settings.ts';
import { begunText } from './wholeText.ts';

type Tell = (report: Report<SchemeEdit>) => void;

const messageOf = ({ url, name, secure }: Plaintext): string =>
  `What is sent to \`${url.host}\` goes over ${name} without encryption: everybody on the way can read and change it. ${secure ? `Use \`${secure}://\`.` : 'Switch its encryption on.'}`;

/** What a page loads and where its forms go, and what its programs do. */
export function transportInMarkup(file: FileContext, tell: Tell): Visitors {
  return {
    ...transportInScript(file, tell),
    html: (html) => {
      for (const each of plainAttributesIn(html)) tell(attributeReport(each, file));
    },
  };
}

function attributeReport({ plain, does, start, end }: PlainAttribute, file: FileContext): Report<SchemeEdit> {
  const what =
    does === 'loads'
      ? `What this page loads from \`${plain.url.host}\` comes without encryption: everybody on the way can put their own in its place. Use \`https://\`.`
      : `What is typed into this form goes to \`${plain.url.host}\` without encryption: everybody on the way can read it. Use \`https://\`.`;
  const at = file.text.indexOf('http://', start);
  const from = at < 0 || at > end ? start : at;
  return { start, end, message: what, data: schemeAt(file.text, from, 'http', 'https', plain.url.port) };
}

/** Addresses that requests go to or that are named as such, and options of clients. */
export function transportInScript(file: FileContext, tell: Tell): Visitors {
  const add = (node: ScriptNode, plain: Plaintext) => {
    if (isDevGuarded(node) || isSecureChoice(node)) return;
    tell({
      start: node.getStart(),
      end: node.end,
      message: messageOf(plain),
      data: schemeAt(file.text, node.getStart() + 1, plain.url.scheme, plain.secure, plain.url.port),
    });
  };
  const option = (node: ScriptNode, what: string) => {
    if (isDevGuarded(node)) return;
    const message = `${what} is not encrypted: everybody on the way can read and change it. Switch TLS on.`;
    tell({ start: node.getStart(), end: node.end, message, data: { scheme: undefined } });
  };
  const literal = (node: ScriptNode) => {
    const begun = begunText(node);
    if (!begun || !/^[a-z]{3,10}:\/\//i.test(begun.begins)) return;
    const plain = plaintextIn(begun.whole());
    if (!plain) return;
    // Other protocols are for programs only; an address of the web may be a link, or a name.
    if (plain.url.scheme === 'http' && !isNamedEndpoint(node)) return;
    if (!isShownOrCompared(node)) add(node, plain);
  };
  const request = (node: ScriptNode) => {
    const call = node as tsMorph.ts.CallExpression;
    if (call.kind === ts.SyntaxKind.CallExpression) {
      const channel = plainChannel(call);
      if (channel) option(call, `What is sent to \`${channel}\``);
      const plain = plainRequest(call);
      if (plain) option(plain.node, `What is sent to \`${plain.host}\``);
    }
    if (!sendsRequest(call)) return;
    for (const each of addressesOf(call)) {
      const begun = begunText(each);
      const plain = begun && /^http:\/\//i.test(begun.begins) ? plaintextIn(begun.whole()) : undefined;
      if (plain) add(each, plain);
    }
  };
  return {
    nodes: {
      [ts.SyntaxKind.StringLiteral]: literal,
      [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: literal,
      [ts.SyntaxKind.TemplateExpression]: literal,
      [ts.SyntaxKind.CallExpression]: request,
      [ts.SyntaxKind.NewExpression]: request,
      [ts.SyntaxKind.JsxAttribute]: (node) => {
        const found = plainJsxAttribute(node as tsMorph.ts.JsxAttribute);
        if (found && !isDevGuarded(node)) tell(attributeReport(found, file));
      },
      [ts.SyntaxKind.PropertyAssignment]: (node) => {
        const what = plainOption(node as tsMorph.ts.PropertyAssignment);
        if (what) option(node, what);
      },
    },
  };
}

/** Whether a literal is given to a name of something that is spoken to, itself or as what is fallen back to. */
function isNamedEndpoint(node: ScriptNode): boolean {
  let value = node;
  while (ts.isBinaryExpression(value.parent) && value.parent.left === value) value = value.parent;
  const { parent } = value;
  if (ts.isConditionalExpression(parent)) return parent.condition !== value && isNamedEndpoint(parent);
  if (
    ts.isBinaryExpression(parent) &&
    parent.right === value &&
    /^(?:\|\||\?\?)$/.test(parent.operatorToken.getText())
  ) {
    const variable = environmentRead(parent.left)?.name;
    if (variable !== undefined && isEndpointVariable(variable)) return true;
    const left = lastName(parent.left);
    return (left !== undefined && isEndpointName(left)) || isNamedEndpoint(parent);
  }
  const name = nameOfValue(value);
  return name !== undefined && isEndpointName(name);
}

/** `secure ? 'https://…' : 'http://…'`: who runs the program decides. */
function isSecureChoice(node: ScriptNode): boolean {
  for (let around = node.parent; around && !ts.isStatement(around); around = around.parent) {
    if (ts.isConditionalExpression(around))
      return /['"`]\w{0,8}s:\/\//.test(around.getText().slice(0, 2_000));
    if (ts.isFunctionLike(around)) return false;
  }
  return false;
}

export function transportInSettings(file: FileContext, tell: Tell): Visitors {
  return entriesOf(file, ({ name, url, start, end, at }) => {
    const plain = judge(url);
    if (!plain) return;
    const named =
      file.language === 'env' || /^[A-Z\d_]{3,80}$/.test(name)
        ? isEndpointVariable(name)
        : isEndpointName(name);
    if (plain.url.scheme === 'http' && !named) return;
    tell({
      start,
      end,
      message: messageOf(plain),
      data: schemeAt(file.text, at, url.scheme, plain.secure, url.port),
    });
  });
}
