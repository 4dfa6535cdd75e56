import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { constantOf } from '../localConstants.ts';
import { textOfName } from '../namedValue.ts';
import { unwrapped } from '../unwrapped.ts';
import { isSecretName } from './naming.ts';
import { encoded, type SecretPosition, secretPositionOf } from './secretPositions.ts';

interface Use {
  readonly node: ScriptNode;
  readonly position: SecretPosition;
}

const known = new WeakMap<ScriptNode, ReadonlyMap<string, Use>>();

/**
 * The same for a text that a constant or a member of a class holds: `const SECRET = 'x'; jwt.sign(user, SECRET)`.
 * Only where any text does its work: what else a constant holds, its name says.
 */
export function positionOfConstant(literal: ScriptNode): SecretPosition | undefined {
  const bytes = encoded(literal);
  const holder = bytes.parent;
  const isMember = ts.isPropertyDeclaration(holder);
  if (!isMember && !ts.isVariableDeclaration(holder)) return undefined;
  const name = textOfName(holder.name);
  if (name === undefined) return undefined;
  const use = usesIn(literal.getSourceFile()).get(isMember ? `this.${name}` : name);
  if (!use) return undefined;
  const held = isMember ? holder.initializer : constantOf(name, use.node);
  if (!held || unwrapped(held) !== bytes) return undefined;
  return isSecretName(name) ? { ...use.position, name } : use.position;
}

/** The names in a file that stand where any text signs or encrypts; found once. */
function usesIn(file: tsMorph.ts.SourceFile): ReadonlyMap<string, Use> {
  let uses = known.get(file) as Map<string, Use> | undefined;
  if (uses) return uses;
  uses = new Map();
  known.set(file, uses);
  if (!signs.test(file.text)) return uses;
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const name = nameOfUse(node);
    const position = name === undefined || uses.has(name) ? undefined : secretPositionOf(node);
    if (name !== undefined && position?.anyText) uses.set(name, { node, position });
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return uses;
}

/** What a file has that signs or encrypts. */
const signs =
  /jwt|JWT|Jwt|jose|[jJ]son[wW]eb[tT]oken|JsonWebToken|pbkdf2|scrypt|createSecretKey|Hmac|[cC]ipher|AES|secretOr/;

function nameOfUse(node: ScriptNode): string | undefined {
  if (ts.isIdentifier(node)) return ts.isPropertyAccessExpression(node.parent) ? undefined : node.text;
  const isMember = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isMember ? `this.${node.name.text}` : undefined;
}
