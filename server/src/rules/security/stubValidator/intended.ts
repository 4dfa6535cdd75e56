import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Words by which people say that the check is still to come. */
const toCome =
  /\b(?:todo|fixme|xxx|hack|placeholder|stub(?:bed)?|not (?:yet )?implemented|unimplemented|for now|temporar(?:y|ily)|real implementation|in production|implement (?:actual|real|proper|this|me)|simplified|always (?:returns? )?true)\b/i;

/** Names that say themselves that the answer is always yes, or that nothing hangs on it. */
const saysSo =
  /always|all(?:ow)?(?:all|any|every)|^allow(?:all|any|every)|anonymous|permissive|noop|no_op|null|dummy|mock|fake|stub|default|fallback|passthrough|unrestricted|public|insecure|bypass|optional|disabled|supported|^can_?use/i;

/** Whether the function, or the comment above it, says that the check is still to come. */
export function isSaidToCome(node: FunctionWithBody): boolean {
  let outer: ScriptNode = node;
  while (!isList(outer.parent)) outer = outer.parent;
  return toCome.test(outer.getFullText());
}

/** What holds statements or members, each with the comments above it. */
const isList = (node: ScriptNode): boolean =>
  ts.isBlock(node) ||
  ts.isSourceFile(node) ||
  ts.isModuleBlock(node) ||
  ts.isCaseOrDefaultClause(node) ||
  ts.isClassLike(node) ||
  ts.isObjectLiteralExpression(node);

/** Whether a name, or the file it stands in, says that it keeps nobody out. */
export const saysItself = (name: string, file: string): boolean =>
  saysSo.test(name) || saysSo.test(baseName(file));

/**
 * Whether a constant answer is how such a function is meant: a default that others override, one of several
 * strategies, a type guard for the compiler, or something whose name says that it always agrees.
 */
export function isMeantToAgree(node: FunctionWithBody, name: string, file: string): boolean {
  if (saysItself(name, file) || isPerPlatform(file) || isNature(node, name)) return true;
  if (node.type && ts.isTypePredicateNode(node.type)) return true;
  for (let around: ScriptNode = node.parent; around; around = around.parent) {
    if (ts.isClassLike(around) && (isMeantToBeOverridden(around) || saysSo.test(around.name?.text ?? '')))
      return true;
    if (ts.isVariableDeclaration(around) && saysSo.test(textOfName(around.name) ?? '')) return true;
  }
  return ts.isMethodDeclaration(node) && ts.isClassLike(node.parent)
    ? (ts.getModifiers(node) ?? []).some(
        ({ kind }) => kind === ts.SyntaxKind.OverrideKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
      )
    : isOneOfMany(node);
}

/** `isExpression(_context)`: a fact about what it belongs to; `isResolvable(path)`: the next step would fail by itself. */
const isNature = (node: FunctionWithBody, name: string): boolean =>
  /^is(?:[A-Z]\w*)?(?:Resolvable|Available|Reachable|Present|Loaded|Visible)$/.test(name) ||
  (ts.isMethodDeclaration(node) &&
    /^(?:is|has)[A-Z]/.test(name) &&
    node.parameters.every((each) => ts.isIdentifier(each.name) && each.name.text.startsWith('_')) &&
    !/auth|valid|permi|access|allow|admin|role|token|sign|trust|safe|secur|verif|licen|compat/i.test(name));

/** A class whose name says that the answer is its own: there is one guard, and one service, for what they do. */
const isOwn = (name: string): boolean =>
  /(?:Guard|Service|Middleware|Controller|Validator|Verifier)$/.test(name);

/** A class that extends or implements another is one of several strategies; an abstract one is a default. */
function isMeantToBeOverridden(node: ScriptNode): boolean {
  if (!ts.isClassLike(node)) return false;
  if (
    node.heritageClauses?.some(
      ({ token }) => token === ts.SyntaxKind.ExtendsKeyword || !isOwn(node.name?.text ?? ''),
    )
  )
    return true;
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword)) return true;
  const name = node.name?.text;
  return (
    name !== undefined &&
    new RegExp(`\\bextends\\s+${name.replace(/\$/g, '\\$')}\\b`).test(node.getSourceFile().text)
  );
}

/** A member of an object, a class's field, or a prototype's default: others can stand in its place. */
function isOneOfMany(node: FunctionWithBody): boolean {
  let { parent }: { parent: ScriptNode } = node;
  while (ts.isParenthesizedExpression(parent) || ts.isCallExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(node)) return false;
  if (ts.isPropertyAssignment(parent)) parent = parent.parent;
  if (ts.isObjectLiteralExpression(parent)) return !isService(parent.parent);
  if (!ts.isBinaryExpression(parent)) return true;
  // `exports.isValid = …` is a function of the module; `Base.prototype.isValid = …` is not.
  const target = parent.left;
  return !(
    ts.isPropertyAccessExpression(target) && /^(?:exports|module)$/.test(rootName(target.expression) ?? '')
  );
}

/** `const authService = { … }`: its members are the implementation, and not a default. */
const isService = (holder: ScriptNode): boolean =>
  ts.isVariableDeclaration(holder) &&
  /(?:service|manager|guard|utils?|helpers?|auth|validators?|verifier|provider|controller|api)$/i.test(
    textOfName(holder.name) ?? '',
  );

const rootName = (node: ScriptNode): string | undefined =>
  ts.isPropertyAccessExpression(node) ? rootName(node.expression) : lastName(node);

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** `storage.native.ts`: what is a question on one platform is none on another. */
const isPerPlatform = (file: string): boolean =>
  /[.\-_](?:native|web|ios|android|browser|node|client|electron|windows|macos|shim|polyfill)\.[cm]?[jt]sx?$/i.test(
    file,
  );
