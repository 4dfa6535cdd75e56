import { shipsToBrowser } from '../../../analysis/packageFacts.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix } from '../../rule.ts';

/** A place where something made up is used. */
export interface MockPlace {
  readonly node: ScriptNode;
  /** The mock as a message names it. */
  readonly what: string;
  readonly kind: 'call' | 'value' | 'import';
}

/**
 * Puts `if (production) throw …` before each statement that uses a mock. It invents no real source: development
 * goes on as before, and production fails where it lied until now.
 */
export const refuseInProduction: Fix<readonly MockPlace[]> = {
  title: 'Refuse in production: throw before the mock is used',
  safe: false,
  appliesTo: ({ data }, file) =>
    productionTest(file, "'") !== undefined &&
    (data?.every((place) => statementOf(place.node) !== undefined) ?? false),
  async edit({ data = [] }, file) {
    const edits: TextEdit[] = [];
    const done: Place[] = [];
    for (const { node, what } of data) {
      const place = statementOf(node);
      if (!place)
        return { refused: 'One of the places runs in the middle of an expression: guard it by hand.' };
      // A guard that stands before it in the same block, or around it, has thrown already.
      if (
        done.some(
          ({ list, start }) =>
            list.pos <= place.list.pos && place.list.end <= list.end && start <= place.start,
        )
      )
        continue;
      done.push(place);
      edits.push(guard(place, what, file));
    }
    return [{ file: file.path, edits }];
  },
};

/** Where a guard goes: before the statement, or the arrow function's expression, that holds a mock. */
interface Place {
  readonly statement: ScriptNode;
  /** What it stands in; a statement that is a branch by itself is its own. */
  readonly list: ScriptNode;
  readonly start: number;
  readonly form: 'listed' | 'branch' | 'expression';
}

/** Undefined where the mock runs only sometimes, or while the file loads: a guard would do more than it says. */
function statementOf(node: ScriptNode): Place | undefined {
  let child = node;
  for (let { parent } = node; parent; child = parent, parent = parent.parent) {
    if (isSometimes(child, parent)) return undefined;
    const common = { statement: child, start: child.getStart() };
    if (ts.isArrowFunction(parent))
      return parent.body === child ? { ...common, list: child, form: 'expression' } : undefined;
    if (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) {
      return isInFunction(parent) ? { ...common, list: parent, form: 'listed' } : undefined;
    }
    const isBranch =
      (ts.isIfStatement(parent) && child !== parent.expression) ||
      (ts.isIterationStatement(parent, false) && child === parent.statement);
    if (isBranch) return isInFunction(parent) ? { ...common, list: child, form: 'branch' } : undefined;
    if (ts.isSourceFile(parent) || ts.isFunctionLike(parent) || ts.isClassLike(parent)) return undefined;
  }
  return undefined;
}

/** `cached ?? mock()`, `ready ? real() : mock()` */
function isSometimes(child: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  if (!ts.isBinaryExpression(parent) || parent.right !== child) return false;
  const { kind } = parent.operatorToken;
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken
  );
}

/** In a constructor `super()` has to come first, and at a file's top nothing could be caught. */
function isInFunction(node: ScriptNode): boolean {
  for (let around = node; around; around = around.parent) {
    if (ts.isConstructorDeclaration(around)) return false;
    if (ts.isFunctionLike(around)) return true;
  }
  return false;
}

function guard({ statement, start, form }: Place, what: string, file: FileContext): TextEdit {
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const { line } = file.lines.positionAt(start);
  const indent = /^[ \t]*/.exec(file.text.slice(file.lines.offsetAt({ line, column: 1 })))?.[0] ?? '';
  const message = `${what.replaceAll('`', '').replaceAll("'", '')} is made up and must not run in production.`;
  const mark = file.text.split('"').length > file.text.split("'").length ? '"' : "'";
  const inner = form === 'listed' ? indent : `${indent}${indent.startsWith('\t') ? '\t' : '  '}`;
  const check = `if (${productionTest(file, mark)}) {${newline}${inner}${indent.startsWith('\t') ? '\t' : '  '}throw new Error(${mark}${message}${mark});${newline}${inner}}`;
  if (form === 'listed')
    return { range: file.lines.rangeOf(start, start), newText: `${check}${newline}${indent}` };
  const code = file.text.slice(start, statement.end);
  const last = form === 'expression' ? `return ${code};` : code;
  return {
    range: file.lines.rangeOf(start, statement.end),
    newText: `{${newline}${inner}${check}${newline}${inner}${last}${newline}${indent}}`,
  };
}

/** Packages with which browser code may read `process.env.NODE_ENV`, and the compiler knows it. */
const replaced = ['@types/node', 'next', 'nuxt', 'gatsby', 'react-scripts', 'react-native', 'expo'];

/** How one asks whether this is production; undefined where browser code has no way that would compile. */
function productionTest(file: FileContext, mark: string): string | undefined {
  const { dependencies } = file.package;
  const isBrowser = shipsToBrowser(file.path, file.text, file.package);
  if (isBrowser && dependencies.has('vite')) return 'import.meta.env.PROD';
  if (isBrowser && /\.[cm]?tsx?$/i.test(file.path) && !replaced.some((name) => dependencies.has(name)))
    return undefined;
  return `process.env.NODE_ENV === ${mark}production${mark}`;
}
