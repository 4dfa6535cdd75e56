import type * as tsMorph from 'ts-morph';
import { isFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isLocalUrl } from './options.ts';

export interface CallPlace {
  readonly start: number;
  readonly end: number;
  readonly because: string;
}

const at = (node: ScriptNode, because: string): CallPlace => ({
  start: node.getStart(),
  end: node.end,
  because,
});

/** Calls that accept all certificates: Electron's handlers, Chromium's switch, proxies with `secure: false`. */
export function placeInBrowser(call: tsMorph.ts.CallExpression): CallPlace | undefined {
  const name = lastName(call.expression) ?? '';
  const [first, second] = call.arguments;
  if (name === 'on' && first && ts.isStringLiteralLike(first) && first.text === 'certificate-error')
    return second && alwaysSays(second, 'true')
      ? at(first, 'every certificate error is waved through')
      : undefined;
  if (name === 'setCertificateVerifyProc')
    return first && alwaysSays(first, '0')
      ? at(call.expression, 'the verifier accepts every certificate')
      : undefined;
  if (
    name === 'appendSwitch' &&
    first &&
    ts.isStringLiteralLike(first) &&
    first.text === 'ignore-certificate-errors'
  )
    return at(call, 'the browser is told to ignore certificate errors');
  if (/^createProxy(?:Middleware|Server)?$/.test(name)) return insecureProxy(call);
  return undefined;
}

function insecureProxy(call: tsMorph.ts.CallExpression): CallPlace | undefined {
  const options = call.arguments.find(ts.isObjectLiteralExpression);
  const target = propertyOf(options, 'target');
  const property = options?.properties.find((each) => each.name && textOfName(each.name) === 'secure');
  if (!property || !ts.isPropertyAssignment(property)) return undefined;
  if (property.initializer.kind !== ts.SyntaxKind.FalseKeyword) return undefined;
  if (!target || isLocalUrl(target)) return undefined;
  if (ts.isStringLiteralLike(target) && !/^https:/i.test(target.text)) return undefined;
  return at(property, 'the proxy does not check who it forwards to');
}

/** Whether a function calls its last parameter once, with this and nothing else, and asks nothing before. */
function alwaysSays(node: ScriptNode, answer: string): boolean {
  if (!isFunction(node) || !node.body) return false;
  const last = node.parameters.at(-1)?.name;
  if (!last || !ts.isIdentifier(last)) return false;
  const text = node.body.getText();
  return !/\bif\b|\?|&&|\bswitch\b/.test(text) && text.replace(/\s/g, '').includes(`${last.text}(${answer})`);
}
