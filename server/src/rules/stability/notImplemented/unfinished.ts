import type * as tsMorph from 'ts-morph';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { literalText, propertyOf } from '../../../analysis/routes/syntax.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const unfinished =
  /\bnot (?:yet )?(?:been )?(?:fully )?implemented\b|\bunimplemented\b|\b(?:isn[’']t|hasn[’']t been|is not) implemented\b|\bnotimplemented\b|\bto be implemented\b|\bcoming soon\b|\bimplement me\b|^\s*(?:TODO|FIXME)\b|\bnot (?:yet )?(?:ready|available) yet\b|\bunder construction\b|\bimplementation pending\b|\bnot (?:yet )?coded\b|\bstub(?:bed)? (?:method|implementation|function)\b/i;
/** What is for others to write, or for nobody to call. */
const forOthers =
  /\b(?:must|should|needs? to|has to|have to|ought to) (?:be )?(?:implement|overrid|overwrit|provid|defin)|\bsub-?class|\boverrid(?:e|den|able)\b|\babstract\b|\bderived class|\bby (?:the )?(?:child|adapter|driver|provider|implementation|inheriting)|\bextending class|\bnot implemented (?:inside|in|by)\b|\bplatform\b|\bfor this (?:dialect|driver|adapter|database|backend|engine)\b|\bin (?:this|the) (?:browser|environment|runtime)\b/i;

/** Whether a text says that something is still to be written by those who ship it. */
export const saysUnfinished = (text: string): boolean => unfinished.test(text) && !forOthers.test(text);

/** Whether an expression is an error that says so: `new Error('Not implemented')`, `new NotImplementedError()`. */
export function isUnfinishedError(expression: ScriptNode | undefined): boolean {
  const node = expression && unwrappedAwaited(expression);
  // `throw 'Not implemented'`
  if (node && ts.isStringLiteralLike(node)) return saysUnfinished(node.text);
  if (!node || (!ts.isNewExpression(node) && !ts.isCallExpression(node))) return false;
  const name = lastName(node.expression) ?? '';
  const args = node.arguments ?? [];
  if (args.some((each) => forOthers.test(textOf(each) ?? ''))) return false;
  if (/^(?:create|throw|make|new|http)?_?(?:not_?implemented|unimplemented)(?:error|exception)?$/i.test(name))
    return true;
  if (
    /^(?:HttpException|HTTPException|HttpError|createError|createHttpError|ApiError|AppError|Boom|ErrorResponse)$/i.test(
      name,
    ) &&
    args.some(is501)
  )
    return true;
  if (!/(?:error|exception)$/i.test(name)) return false;
  if (name === 'error' && ts.isCallExpression(node) && args.length > 0 && isCode(args[0])) return false;
  return args.some((each) => saysUnfinished(textOf(each) ?? ''));
}

/** `apos.error('unimplemented')`: a code that is answered with 501, by which an API says what it does not offer. */
const isCode = (node: ScriptNode | undefined): boolean =>
  node !== undefined && ts.isStringLiteralLike(node) && /^(?:unimplemented|notimplemented)$/.test(node.text);

/** The written part of a text: `'Not implemented'`, `\`${name} is not implemented\``, `'x: ' + y`. */
export function textOf(node: ScriptNode): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x');
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return ts.isBinaryExpression(node.left)
      ? textOf(node.right)
      : `${textOf(node.left) ?? ''}${textOf(node.right) ?? ''}`;
  return undefined;
}

const is501 = (node: ScriptNode): boolean =>
  (ts.isNumericLiteral(node) && node.text === '501') || lastName(node) === 'NOT_IMPLEMENTED';

/** A call that answers "not implemented": `res.status(501)`, `c.json(x, 501)`, `res.send('Coming soon')`. */
export function isUnfinishedAnswer(call: ScriptNode): boolean {
  if (ts.isNewExpression(call))
    return (
      lastName(call.expression) === 'Response' && is501(propertyOf(call.arguments?.[1], 'status') ?? call)
    );
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const name = call.expression.name.text;
  const [first, second] = call.arguments;
  if (/^(?:status|sendStatus|code|writeHead|throw)$/.test(name)) return first !== undefined && is501(first);
  if (!/^(?:json|send|end|text|body|html)$/.test(name) || !first) return false;
  if (second && (is501(second) || is501(propertyOf(second, 'status') ?? second))) return true;
  if (!/^(?:res|response|reply|c|ctx|h)$/.test(rootName(call.expression.expression) ?? '')) return false;
  const told = literalText(first) ?? messageIn(first);
  return (
    told !== undefined &&
    told.length < 120 &&
    /\bnot (?:yet )?implemented\b|\bcoming soon\b|\bunimplemented\b|^TODO\b/i.test(told)
  );
}

const rootName = (node: ScriptNode): string | undefined =>
  ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)
    ? rootName(node.expression)
    : ts.isIdentifier(node)
      ? node.text
      : undefined;

function messageIn(node: ScriptNode): string | undefined {
  for (const name of ['message', 'error', 'msg', 'status', 'detail']) {
    const text = literalText(propertyOf(node, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** `return { statusCode: 501 }` of a serverless function. */
export function answersUnfinished(node: tsMorph.ts.PropertyAssignment): boolean {
  if (textOfName(node.name) !== 'statusCode' || !is501(node.initializer)) return false;
  let holder = node.parent.parent;
  while (ts.isParenthesizedExpression(holder)) holder = holder.parent;
  return ts.isReturnStatement(holder) || ts.isArrowFunction(holder);
}

/** `ctx.status = 501`, `res.statusCode = 501` */
export const setsUnfinished = (node: tsMorph.ts.BinaryExpression): boolean =>
  node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  /^(?:status|statusCode)$/.test(lastName(node.left) ?? '') &&
  is501(unwrappedAwaited(node.right));

/** Whether a statement runs whenever its function does: under no condition, in no `catch`. */
export function isUnconditional(node: ScriptNode): boolean {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (ts.isFunctionLike(parent)) return true;
    if (ts.isCatchClause(parent) || ts.isCaseOrDefaultClause(parent) || ts.isConditionalExpression(parent))
      return false;
    if (ts.isIfStatement(parent) && child !== parent.expression) return false;
    if (ts.isBinaryExpression(parent) && isLogical(parent.operatorToken.kind)) return false;
    if (ts.isBlock(parent) && leavesBefore(parent, child)) return false;
  }
  return false;
}

const isLogical = (kind: tsMorph.ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;

/** `if (known) return answer; throw new Error('Not implemented');`: what is left over is what it does not do. */
const leavesBefore = (block: tsMorph.ts.Block, child: ScriptNode): boolean =>
  block.statements.some(
    (each) => each.pos < child.pos && (ts.isIfStatement(each) || ts.isSwitchStatement(each)),
  );

/** The function that is unfinished, where it is one for the program to call, and not a hook for others to fill. */
export function isForOthers(node: ScriptNode): boolean {
  let around: ScriptNode | undefined = ts.findAncestor(node, isFunction);
  for (; around; around = around.parent) {
    if (isFunction(around) && isWayBack(around)) return true;
    if (ts.isClassLike(around)) return isBase(around);
    if (ts.isObjectLiteralExpression(around) && isHollow(around.properties)) return true;
    if (
      ts.isCallExpression(around) &&
      /^(?:createContext|jest|fn|vi|defineAbstract\w*)$/.test(lastName(around.expression) ?? '')
    )
      return true;
    if (
      ts.isVariableDeclaration(around) &&
      /default|initial|noop|null|abstract|base|fallback|stub|mock|unimplemented|polyfill/i.test(
        textOfName(around.name) ?? '',
      )
    )
      return true;
    if (ts.isBinaryExpression(around) && /\.prototype\b/.test(around.left.getText().slice(0, 200)))
      return true;
    if (
      isFunction(around) &&
      /notImplemented|unimplemented|unsupported|abstract|^(?:todo|noop|stub)$/i.test(
        nameOfFunction(around) ?? '',
      )
    )
      return true;
  }
  return false;
}

/** `down` beside the `up` of a migration: that there is no way back is migration-without-rollback's. */
const isWayBack = (node: tsMorph.ts.Node & Parameters<typeof nameOfFunction>[0]): boolean =>
  nameOfFunction(node) === 'down' && /\bup\b/.test(node.getSourceFile().text);

/** A class for others to fill: abstract, extended in its file, called a base, or without anything that works. */
function isBase(node: tsMorph.ts.ClassLikeDeclaration): boolean {
  const name = node.name?.text ?? '';
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword)) return true;
  if (
    /^_?(?:Base|Abstract|Generic)|(?:Base|Abstract|Interface|Stub|Mock|Fake|Template)$|^I[A-Z][a-z]/.test(
      name,
    )
  )
    return true;
  if (
    name !== '' &&
    new RegExp(`\\bextends\\s+${name.replaceAll('$', '\\$')}\\b`).test(node.getSourceFile().text)
  )
    return true;
  return node.heritageClauses === undefined && isHollow(node.members);
}

/** Whether of several methods none does anything: the shape of something, and no part of it that is left to write. */
function isHollow(members: readonly ScriptNode[]): boolean {
  const bodies = members.flatMap((each) => {
    const member = ts.isPropertyAssignment(each) ? each.initializer : each;
    return isFunction(member) && member.body ? [member.body] : [];
  });
  return bodies.length > 1 && bodies.every(throwsOnly);
}

const throwsOnly = (body: ScriptNode): boolean =>
  ts.isBlock(body) && body.statements.length > 0 && body.statements.every(ts.isThrowStatement);
