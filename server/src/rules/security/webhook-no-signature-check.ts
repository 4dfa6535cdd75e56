import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { literalText } from '../../analysis/routes/syntax.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type Reading, readHandler } from './webhook/proof.ts';
import {
  type Receiver,
  receiverByName,
  receiverOfCall,
  receiverOfFile,
  receiverOfMethod,
} from './webhook/receivers.ts';
import { rejectUnsigned, type UnsignedData } from './webhook/rejectUnsigned.ts';

export const webhookNoSignatureCheck = defineRule<UnsignedData>({
  id: 'webhook-no-signature-check',
  title: 'Webhook believes whoever calls it',
  priority: 'P0',
  category: 'security',
  confidence: 'medium',
  cwe: [345],
  owasp: 'A08:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'hook',
    'stripe',
    'paypal',
    'github',
    'gitlab',
    'slack',
    'twilio',
    'shopify',
    'sendgrid',
    'mailgun',
    'razorpay',
    'paddle',
    'squeez',
    'clerk',
    'square',
    'plaid',
    'whatsapp',
    'messenger',
    'mailchimp',
    'hubspot',
    'intercom',
    'adyen',
    'mollie',
    'paystack',
    'flutterwave',
    'post',
    'event.body',
    '@all',
    // Handlers of Next that ask for no method say what they are in their path alone.
    'req.body',
    'request.body',
  ],
  why: 'The address of a webhook is no secret: without a check of the signature anybody can send "paid" for an order that nobody paid.',
  verification: [
    'The rule finds nothing: each handler checks the signature over the raw body before it believes a word.',
    'A request without signature, and one with a wrong signature, is answered with 401 and changes nothing.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bweb-?hooks?\b.{0,60}\b(?:signatures?|signed|verif(?:y|ied|ication)|unauthenticated|forged)\b|\bsignatures?\b.{0,40}\bweb-?hooks?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const told = new Set<ScriptNode>();
    const judge = (receiver: Receiver | undefined) => {
      if (!receiver || told.has(receiver.handler)) return;
      told.add(receiver.handler);
      if (receiver.before.some((each) => !isHarmless(each)) || isDevGuarded(receiver.handler)) return;
      const reading = readHandler(receiver.handler);
      if (!reading.readsBody || reading.isProved || reading.isOwn || isGuardedFile(receiver.handler)) return;
      report({
        start: receiver.start,
        end: receiver.end,
        message: messageOf(reading),
        data: { reject: rejection(reading, receiver) },
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => judge(receiverOfCall(node as tsMorph.ts.CallExpression)),
        [ts.SyntaxKind.MethodDeclaration]: (node) =>
          judge(receiverOfMethod(node as tsMorph.ts.MethodDeclaration)),
        [ts.SyntaxKind.SourceFile]: (node) => {
          for (const statement of (node as tsMorph.ts.SourceFile).statements)
            judge(receiverOfFile(file.path, statement));
        },
        [ts.SyntaxKind.FunctionDeclaration]: (node) => judge(receiverByName(node)),
        [ts.SyntaxKind.ArrowFunction]: (node) => judge(receiverByName(node)),
        [ts.SyntaxKind.FunctionExpression]: (node) => judge(receiverByName(node)),
      },
    };
  },
  fixes: [rejectUnsigned],
});

const messageOf = ({ ignored }: Reading): string =>
  ignored
    ? 'This webhook goes on when the signature is wrong: the check is only logged, so anybody can send events. Answer 401 instead.'
    : 'This webhook believes whoever calls it: nothing checks a signature before the body is used, so anybody can send events. Check the signature over the raw body, and answer 401 where it is wrong.';

/** What reads bodies, limits or logs, and lets everybody through. */
const harmless =
  /^(?:raw|json|urlencoded|text|bodyParser|cors|helmet|compression|morgan|none|single|array|any|upload|multer|\w{0,20}[lL]imit(?:er)?\w{0,10}|logger|requestLogger|asyncHandler|catchAsync|wrap|express|cookieParser|validateBody|validate|UseInterceptors)$/;

function isHarmless(node: ScriptNode): boolean {
  const value = ts.isDecorator(node) ? plain(node.expression) : plain(node);
  if (ts.isObjectLiteralExpression(value))
    return !value.properties.some(
      (each) =>
        each.name && /^(?:preHandler|onRequest|preValidation|preParsing|auth)$/.test(each.name.getText()),
    );
  const name = lastName(ts.isCallExpression(value) ? value.expression : value) ?? '';
  if (
    ts.isCallExpression(value) &&
    value.arguments.some((each) => /verify|hmac|signature/i.test(each.getText().slice(0, 2_000)))
  )
    return false;
  return harmless.test(name);
}

/** Files in which `use` puts a check in front of all, or of these paths; looked for once. */
const guarded = new WeakMap<ScriptNode, boolean>();
const guards = /verif|signature|hmac|auth|guard|protect|svix|webhook\w{0,10}(?:middleware|check)/i;

function isGuardedFile(node: ScriptNode): boolean {
  const file = node.getSourceFile();
  let known = guarded.get(file);
  if (known === undefined) {
    known = file.statements.some(putsGuard);
    guarded.set(file, known);
  }
  return known;
}

function putsGuard(statement: ScriptNode): boolean {
  const call = ts.isExpressionStatement(statement) ? plain(statement.expression) : undefined;
  if (!call || !ts.isCallExpression(call) || !/^(?:use|addHook)$/.test(lastName(call.expression) ?? ''))
    return false;
  const [first] = call.arguments;
  const path = literalText(first);
  if (path?.startsWith('/') && !/hook/i.test(path)) return false;
  return call.arguments.some((each) => {
    const value = plain(each);
    if (ts.isStringLiteralLike(value)) return false;
    if (ts.isFunctionLike(value))
      return /hmac|timingSafeEqual|verifySignature/i.test(value.getText().slice(0, 5_000));
    const name = lastName(ts.isCallExpression(value) ? value.expression : value) ?? '';
    if (/^(?:json|raw|text)$/.test(name))
      return /hmac|timingSafeEqual|verifySignature/i.test(value.getText().slice(0, 5_000));
    return guards.test(name);
  });
}

/** Behind the log, in the handler's own way to answer. */
function rejection({ ignored }: Reading, { handler }: Receiver): UnsignedData['reject'] {
  if (!ignored || !ts.isBlock(ignored.thenStatement)) return undefined;
  const answer = handler.parameters[1]?.name;
  if (!answer || !ts.isIdentifier(answer) || !/^(?:res|response)$/.test(answer.text)) return undefined;
  const last = ignored.thenStatement.statements.at(-1);
  if (!last) return undefined;
  const { text } = handler.getSourceFile();
  const line = text.slice(text.lastIndexOf('\n', last.getStart() - 1) + 1, last.getStart());
  const isAlone = line.trim() === '';
  const newText = `${isAlone ? `\n${line}` : ' '}return ${answer.text}.status(401).end();`;
  return { at: last.end, newText };
}
