import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { textOfName } from '../namedValue.ts';
import { unwrappedAwaited } from '../unwrapped.ts';
import { beginsWith, keepsElements, operands } from './chains.ts';
import { resultOf } from './expressions.ts';
import { formatPieces, putIn } from './formats.ts';
import { hasText, ifText, type Piece, textOf } from './piece.ts';

export type { Piece } from './piece.ts';

/** Longer texts than any that a person wrote are cut off here. */
const mostPieces = 300;
/** How deep expressions are nested at most: what machines write is deeper than a stack. */
const deepest = 100;
/** How many variables lie between a use and the text at most. */
const mostHops = 3;

/** Takes an expression apart into the text it gives: concatenations, templates, `join`, and variables of the file. */
export function piecesOf(expression: tsMorph.ts.Expression): readonly Piece[] {
  return new Reader().read(expression);
}

class Reader {
  #left = mostPieces;
  #depth = 0;
  readonly #open = new Set<ScriptNode>();

  read(expression: tsMorph.ts.Expression): Piece[] {
    if (this.#left-- <= 0) return [];
    const node = unwrappedAwaited(expression);
    if (this.#depth >= deepest) return [{ kind: 'hole', node }];
    this.#depth++;
    const pieces = this.#take(node);
    this.#depth--;
    return pieces;
  }

  #take(node: tsMorph.ts.Expression): Piece[] {
    if (ts.isStringLiteralLike(node)) return [textOf(node)];
    if (ts.isNumericLiteral(node)) return [{ kind: 'text', text: node.text, start: undefined }];
    if (ts.isTemplateExpression(node)) {
      return [
        textOf(node.head),
        ...node.templateSpans.flatMap((span) => [...this.read(span.expression), textOf(span.literal)]),
      ];
    }
    if (ts.isBinaryExpression(node)) return this.#binary(node);
    if (ts.isConditionalExpression(node)) return [this.#choice(node.whenTrue, node.whenFalse)];
    if (ts.isCallExpression(node)) return this.#call(node) ?? [{ kind: 'hole', node }];
    if (ts.isIdentifier(node)) return this.#variable(node);
    return [{ kind: 'hole', node }];
  }

  #choice(...options: tsMorph.ts.Expression[]): Piece {
    return { kind: 'choice', options: options.map((option) => this.read(option)) };
  }

  #binary(node: tsMorph.ts.BinaryExpression): Piece[] {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return operands(node).flatMap((operand) => this.read(operand));
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return [this.#choice(node.left, node.right)];
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return [{ kind: 'choice', options: [this.read(node.right), []] }];
      default:
        return [{ kind: 'hole', node }];
    }
  }

  #call(node: tsMorph.ts.CallExpression): Piece[] | undefined {
    const formatted = formatPieces(node, (value) => this.read(value));
    if (formatted) return formatted;
    if (ts.isIdentifier(node.expression)) return this.#result(node.expression);
    if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
    const { expression: subject, name } = node.expression;
    if (subject.kind === ts.SyntaxKind.ThisKeyword) return this.#method(node.expression);
    const [first, second] = node.arguments;
    switch (name.text) {
      case 'trim':
      case 'trimEnd':
      case 'trimStart':
      case 'slice':
      case 'substring':
      case 'substr':
      case 'toString':
        // `sql = sql.slice(0, -1)`: what it held before stands before it already.
        return this.#isOpen(subject) ? [] : ifText(this.read(subject));
      case 'replace':
      case 'replaceAll': {
        if (this.#isOpen(subject)) return [];
        const before = ifText(this.read(subject));
        const isText = first && second && ts.isStringLiteralLike(first) && !ts.isFunctionLike(second);
        return before && isText ? putIn(before, first.text, () => this.read(second)) : before;
      }
      case 'concat': {
        const before = ifText(this.read(subject));
        return before && [...before, ...node.arguments.flatMap((part) => this.read(part))];
      }
      case 'join':
        return this.#list(subject, first && ts.isStringLiteralLike(first) ? first.text : ',');
      case 'map':
        return this.#list(node, ',');
      default:
        return undefined;
    }
  }

  /** What a method of the class around gives. */
  #method({ expression, name }: tsMorph.ts.PropertyAccessExpression): Piece[] | undefined {
    let owner: ScriptNode = expression;
    while (!ts.isClassLike(owner) && !ts.isSourceFile(owner)) owner = owner.parent;
    if (!ts.isClassLike(owner)) return undefined;
    const member = owner.members.find((each) => each.name && textOfName(each.name) === name.text);
    if (!member || !this.#enter(member)) return undefined;
    const made = ts.isPropertyDeclaration(member) ? member.initializer : member;
    const result = made && resultOf(made);
    const pieces = result && ifText(this.read(result));
    this.#open.delete(member);
    return pieces;
  }

  /** What a function of the file gives. */
  #result(callee: tsMorph.ts.Identifier): Piece[] | undefined {
    const held = heldBy(callee);
    if (!held || !this.#enter(held.declaration)) return undefined;
    const [write] = held.writes;
    const result = resultOf(
      ts.isVariableDeclaration(held.declaration) && write ? write.value : held.declaration,
    );
    const pieces = result && ifText(this.read(result));
    this.#open.delete(held.declaration);
    return pieces;
  }

  #isOpen(subject: ScriptNode): boolean {
    const held = ts.isIdentifier(subject) ? heldBy(subject) : undefined;
    return held !== undefined && this.#open.has(held.declaration);
  }

  /** A list's elements with `separator` between them; what happens to each element stands once. */
  #list(expression: tsMorph.ts.Expression, separator: string): Piece[] | undefined {
    let node = unwrappedAwaited(expression);
    while (keepsElements(node)) node = unwrappedAwaited(node.expression.expression);
    const between: Piece = { kind: 'text', text: separator, start: undefined };
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements.flatMap((each, index) => [...(index > 0 ? [between] : []), ...this.read(each)]);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const each = name.text === 'map' && node.arguments[0] ? resultOf(node.arguments[0]) : undefined;
      return each && ifText(this.read(each));
    }
    if (!ts.isIdentifier(node)) return undefined;
    const held = heldBy(node);
    if (!held || !ts.isVariableDeclaration(held.declaration) || !this.#enter(held.declaration))
      return undefined;
    const pieces: Piece[] = [];
    for (const { kind, value } of held.writes) {
      if (kind === 'pushes') pieces.push(between, ...this.read(value));
      else pieces.push({ kind: 'restart' }, ...(this.#list(value, separator) ?? []));
    }
    this.#open.delete(held.declaration);
    return pieces[0]?.kind === 'restart' && hasText(pieces) ? pieces.slice(1) : undefined;
  }

  #variable(node: tsMorph.ts.Identifier): Piece[] {
    const held = heldBy(node);
    const hole: Piece[] = [{ kind: 'hole', node }];
    if (
      !held ||
      !ts.isVariableDeclaration(held.declaration) ||
      ts.isForOfStatement(held.declaration.parent.parent)
    )
      return hole;
    // `sql = sql + '…'`: what it held before stands before it already.
    if (this.#open.has(held.declaration)) return [];
    if (!this.#enter(held.declaration)) return hole;
    const pieces: Piece[] = [];
    for (const { kind, value } of held.writes) {
      if (this.#left <= 0) break;
      if (kind === 'pushes' || value.pos > node.pos) continue;
      if (kind === 'is' && pieces.length > 0 && !beginsWith(value, node.text))
        pieces.push({ kind: 'restart' });
      pieces.push(...this.read(value));
    }
    this.#open.delete(held.declaration);
    return ifText(pieces) ?? hole;
  }

  #enter(declaration: ScriptNode): boolean {
    if (this.#open.size >= mostHops || this.#open.has(declaration)) return false;
    this.#open.add(declaration);
    return true;
  }
}
