import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { onlyValueOf } from '../../../analysis/disclosure/parts.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { isSecretName, nameWords } from '../../../analysis/secrets/naming.ts';
import { judgeKind } from '../../../analysis/secrets/plausibility.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Functions that leave nothing of a secret in what they give. */
const cleaners =
  /mask|redact|obfuscat|saniti[sz]|scrub|hide|censor|anonymi[sz]|truncat|shorten|fingerprint|digest|hash|encrypt|strip|clean|omit|pick|without|count|len|exists|validate|isvalid|^has|^is[A-Z]/i;

/** What a file that takes texts apart says: there a token is a piece of text. */
const aboutTexts =
  /\b(?:tokeni[sz]e\w*|\w*[lL]exer|lexeme|nextToken|peekToken|parseToken|SyntaxKind|\w*Tokeni[sz]er|TokenType|TokenKind|TokenStream|consumeToken|AST|ast|ERC-?20|tokenAddress|tokenSymbol|DesignTokens?|designTokens?)\b/;

/** Whether a variable whose name speaks of a secret holds none: what is made of one, a flag, a piece of text. */
export function isCleared(identifier: tsMorph.ts.Identifier): boolean {
  const held = heldBy(identifier);
  const bare = nameWords(identifier.text).length === 1;
  if (bare && identifier.text.toLowerCase() === 'token' && isPieceOfText(identifier, held?.declaration))
    return true;
  if (bare && identifier.text === 'pass' && /\bfail(?:ed|s|ures?)?\b/.test(identifier.getSourceFile().text))
    return true;
  const declaration = held?.declaration;
  if (!declaration) return false;
  if (
    ts.isEnumDeclaration(declaration) ||
    ts.isClassDeclaration(declaration) ||
    ts.isFunctionDeclaration(declaration)
  )
    return true;
  if ((ts.isParameter(declaration) || ts.isVariableDeclaration(declaration)) && isNoText(declaration.type))
    return true;
  const value = onlyValueOf(identifier);
  return value !== undefined && isHarmlessValue(value, identifier.text);
}

/** A type that says that there is no text: a flag, a number, a function. */
const isNoText = (type: ScriptNode | undefined): boolean =>
  type !== undefined &&
  (type.kind === ts.SyntaxKind.BooleanKeyword ||
    type.kind === ts.SyntaxKind.NumberKeyword ||
    ts.isFunctionTypeNode(type) ||
    (ts.isTypeReferenceNode(type) &&
      /^(?:Date|RegExp|CancellationToken|AbortSignal|InjectionToken|SyntaxToken)$/.test(
        lastName(type.typeName) ?? '',
      )));

function isHarmlessValue(expression: ScriptNode, name: string): boolean {
  const value = plain(expression);
  if (ts.isStringLiteralLike(value)) {
    const kind = isSecretName(name) ?? 'secret';
    return !judgeKind(kind, value.text).secret && !/[0-9]/.test(value.text);
  }
  if (ts.isConditionalExpression(value))
    return isHarmlessValue(value.whenTrue, name) && isHarmlessValue(value.whenFalse, name);
  if (ts.isCallExpression(value)) {
    const called = lastName(value.expression) ?? '';
    if (/^(?:slice|substring|substr)$/.test(called)) return value.arguments.length > 1;
    return cleaners.test(called) && !/(?:get|fetch|create|generate)[A-Z]/.test(called);
  }
  if (ts.isBinaryExpression(value)) return isComparison(value.operatorToken.kind);
  return (
    ts.isNumericLiteral(value) ||
    ts.isPrefixUnaryExpression(value) ||
    ts.isTypeOfExpression(value) ||
    ts.isRegularExpressionLiteral(value) ||
    ts.isArrowFunction(value) ||
    ts.isFunctionExpression(value) ||
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword
  );
}

const isComparison = (kind: tsMorph.ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
  kind === ts.SyntaxKind.EqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsToken ||
  kind === ts.SyntaxKind.GreaterThanToken ||
  kind === ts.SyntaxKind.LessThanToken ||
  kind === ts.SyntaxKind.InKeyword ||
  kind === ts.SyntaxKind.InstanceOfKeyword;

/** Whether a file answers the challenges by which certificates are given out: their tokens are there to be shown. */
export const isOfChallenge = (text: string): boolean => /\bkeyAuthorization\b|\bacme-challenge\b/.test(text);

/** Whether "token" means what a lexer, a splitter or a chain of coins calls so. */
function isPieceOfText(use: tsMorph.ts.Identifier, declaration: ScriptNode | undefined): boolean {
  const { text } = use.getSourceFile();
  if (
    aboutTexts.test(text) ||
    isOfChallenge(text) ||
    /\btoken\??\.(?:type|kind|symbol|decimals|loc|line|raw|pos|start|lexeme|image)\b/.test(text)
  )
    return true;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) return isOfEach(declaration);
  return ts.isVariableDeclaration(declaration) && ts.isForOfStatement(declaration.parent.parent);
}

/** `tokens.forEach((token) => …)` */
function isOfEach({ parent }: tsMorph.ts.ParameterDeclaration): boolean {
  const call = parent.parent;
  return (
    ts.isCallExpression(call) &&
    /^(?:forEach|map|filter|reduce|flatMap|find|some|every)$/.test(lastName(call.expression) ?? '')
  );
}
