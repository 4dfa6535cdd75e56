import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { unwrapped } from '../unwrapped.ts';
import { sensitivityOf } from './sensitiveNames.ts';

interface Reads {
  /** Members that are read or taken out, by the declaration of what they are read of. */
  readonly read: Map<ScriptNode, string>;
  /** What has had such a member taken away or covered. */
  readonly cleaned: Set<ScriptNode>;
}

/** By file; found in one walk when the first is asked for. */
const known = new WeakMap<ScriptNode, Reads>();

/**
 * The secret that the file itself reads out of what a variable holds: `password` where it says `user.password`.
 * Undefined where it reads none, or takes it away.
 */
export function secretMemberOf(identifier: tsMorph.ts.Identifier): string | undefined {
  const declaration = heldBy(identifier)?.declaration;
  if (!declaration || !isValue(declaration)) return undefined;
  const { read, cleaned } = readsIn(identifier.getSourceFile());
  return cleaned.has(declaration) ? undefined : read.get(declaration);
}

const isValue = (declaration: ScriptNode): boolean =>
  ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isBindingElement(declaration);

function readsIn(file: ScriptNode): Reads {
  let reads = known.get(file);
  if (reads) return reads;
  reads = { read: new Map(), cleaned: new Set() };
  known.set(file, reads);
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    collect(node, reads);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return reads;
}

function collect(node: ScriptNode, reads: Reads): void {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    note(node.name.text, node.expression, isTakenAway(node), reads);
  } else if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer) {
    const source = unwrapped(node.initializer);
    if (!ts.isIdentifier(source)) return;
    for (const element of node.name.elements) {
      note(textOfName(element.propertyName ?? element.name) ?? '', source, false, reads);
    }
  }
}

function note(
  member: string,
  owner: tsMorph.ts.Identifier,
  takenAway: boolean,
  { read, cleaned }: Reads,
): void {
  if (!isTelling(member)) return;
  const declaration = heldBy(owner)?.declaration;
  if (!declaration) return;
  if (takenAway) cleaned.add(declaration);
  else if (!read.has(declaration)) read.set(declaration, member);
}

/** Of what is read out of an object, only what surely is a secret: a `token` may be anything. */
const isTelling = (member: string): boolean => {
  if (!/pass|pwd|secret|key|token|cvv|card|ssn/i.test(member)) return false;
  const kind = sensitivityOf(member);
  return kind !== undefined && !/^(?:token|key|secret|pass|credentials?)$/i.test(member);
};

/** `delete user.password`, `user.password = undefined` */
function isTakenAway(access: ScriptNode): boolean {
  const { parent } = access;
  if (ts.isDeleteExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent) || parent.left !== access) return false;
  const value = unwrapped(parent.right);
  return (
    ts.isStringLiteralLike(value) ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    lastName(value) === 'undefined'
  );
}
