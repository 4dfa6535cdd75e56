import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import type { Place } from '../../model/index.ts';
import { type Held, heldBy } from '../constants.ts';
import { isDevGuarded } from '../devGuards.ts';
import { plain } from '../unwrapped.ts';
import { type Creation, creationOf } from './creations.ts';
import type { ServerPart, Target } from './facts.ts';
import { declarationNamed, holdersOf, memberOf, nameGiven, parameterOf, typeOfFunction } from './holders.ts';
import { importOf } from './modules.ts';
import { dotted, nameOfOwner, ownersOf } from './syntax.ts';

/** Of a file, what finding its servers takes. */
export interface FileSource {
  readonly path: string;
  readonly script: tsMorph.ts.SourceFile | undefined;
  placeOf(start: number, end: number): Place;
}

/** The applications and routers of one file, found by the expressions that stand for them. */
export class PartTable {
  readonly parts: ServerPart[] = [];
  readonly #file: FileSource;
  /** By declaration, by the call that makes it, or by `this.app` with its class. */
  readonly #byNode = new Map<ScriptNode, number>();
  readonly #byMember = new Map<string, number>();

  /** Names of the declarations in `#byNode`: asking what a name holds is dear. */
  readonly #names = new Set<string>();
  readonly #held: (identifier: tsMorph.ts.Identifier) => Held | undefined;

  /** `held` tells what a name stands for, where less than all names of the file needs to be known. */
  constructor(file: FileSource, held?: (identifier: tsMorph.ts.Identifier) => Held | undefined) {
    this.#file = file;
    this.#held = held ?? ((identifier) => heldBy(identifier, file.script));
  }

  /** Takes an application or router that a call makes, under the name that it is given. */
  addCreation(call: ScriptNode): void {
    const creation = creationOf(call);
    if (!creation) return;
    const index = this.#add(creation, nameGiven(call));
    this.#byNode.set(call, index);
    for (const holder of holdersOf(call)) this.#bind(holder, index);
  }

  /** Takes a part that no call makes: a controller, a file of handlers. */
  addPart(part: ServerPart): number {
    return this.parts.push(part) - 1;
  }

  /** The part that an expression stands for, where one is known by that name. */
  partOf(expression: ScriptNode): number | undefined {
    const node = plain(expression);
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    if (ts.isIdentifier(node)) {
      const declaration = this.#names.has(node.text) ? this.#held(node)?.declaration : undefined;
      return declaration ? this.#byNode.get(declaration) : this.#byMember.get(node.text);
    }
    const member = this.#byMember.size === 0 ? undefined : memberOf(node);
    return member === undefined ? undefined : this.#byMember.get(member);
  }

  /** The same for something that routes are put on, though nothing here says what it is: it is taken for a part. */
  partUsed(expression: ScriptNode): number | undefined {
    const known = this.partOf(expression);
    if (known !== undefined) return known;
    const node = plain(expression);
    if (ts.isIdentifier(node)) {
      const declaration = this.#held(node)?.declaration;
      return declaration ? this.#partDeclared(declaration, node.text) : this.#undeclared(node);
    }
    const member = memberOf(node);
    if (member === undefined) return undefined;
    const index = this.#addHanded('parameter', node, dotted(node) ?? '', {});
    this.#byMember.set(member, index);
    return index;
  }

  /** The part that an inline function is handed: `register(async (app) => …)`. */
  partOfParameter(fn: tsMorph.ts.SignatureDeclaration): number | undefined {
    const first = fn.parameters[0];
    return first && ts.isIdentifier(first.name) ? this.#partDeclared(first, first.name.text) : undefined;
  }

  /** Where an expression leads. */
  targetOf(expression: ScriptNode, depth = 0): Target | undefined {
    const node = plain(expression);
    const part = this.partOf(node);
    if (part !== undefined) return { part };
    if (depth > 6) return undefined;
    const imported = importOf(node);
    if (imported) return imported;
    if (ts.isIdentifier(node)) return this.#targetOfName(node, depth);
    if (ts.isPropertyAccessExpression(node)) {
      const base = this.targetOf(node.expression, depth + 1);
      if (base && 'module' in base && base.name === '*') return { module: base.module, name: node.name.text };
      if (base) return base;
      return node.expression.kind === ts.SyntaxKind.ThisKeyword ? { local: node.name.text } : undefined;
    }
    if (ts.isNewExpression(node)) return this.targetOf(node.expression, depth + 1);
    if (ts.isCallExpression(node)) {
      const target = this.targetOf(node.expression, depth + 1);
      if (target && !('module' in target && isPackage(target.module))) return target;
      // A package's wrapper, `fp(plugin)`, leads to what it wraps.
      const [inner] = node.arguments;
      return (inner && this.targetOf(inner, depth + 1)) ?? target;
    }
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      const name = nameOfOwner(node);
      return name ? { local: name } : undefined;
    }
    return undefined;
  }

  #targetOfName(node: tsMorph.ts.Identifier, depth: number): Target | undefined {
    const held = this.#held(node);
    const declaration = held?.declaration ?? declarationNamed(node);
    if (!declaration) return undefined;
    const imported = importOf(declaration);
    if (imported) return imported;
    const value = ts.isVariableDeclaration(declaration) && held?.writes[0]?.value;
    const inner = value && plain(value);
    const leads = inner && !ts.isFunctionLike(inner) && !ts.isClassLike(inner);
    return (leads && this.targetOf(inner, depth + 1)) || { local: node.text };
  }

  /** In code without its beginning, `app` is an application that nothing declares. */
  #undeclared(node: tsMorph.ts.Identifier): number | undefined {
    if (!/^(?:app|router|fastify)$/i.test(node.text)) return undefined;
    let index = this.#byMember.get(node.text);
    if (index === undefined) {
      index = this.addPart({
        kind: /router$/i.test(node.text) ? 'router' : 'root',
        framework: node.text === 'fastify' ? 'fastify' : 'unknown',
        name: node.text,
        place: this.#file.placeOf(node.getStart(this.#file.script), node.end),
        owners: [],
        undeclared: true,
      });
      this.#byMember.set(node.text, index);
    }
    return index;
  }

  #partDeclared(declaration: ScriptNode, name: string): number | undefined {
    const known = this.#byNode.get(declaration);
    if (known !== undefined) return known;
    let index: number | undefined;
    const imported = importOf(declaration);
    const parameter = parameterOf(declaration);
    if (parameter) {
      const type = parameter.type?.getText() ?? typeOfFunction(parameter.parent);
      index = this.#addHanded('parameter', parameter.name, name, type ? { type } : {});
    } else if (imported) {
      index = this.#addHanded('alias', declaration, name, { target: imported });
    } else if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
      const target = this.targetOf(declaration.initializer);
      if (target) index = this.#addHanded('alias', declaration.name, name, { target });
    }
    if (index !== undefined) {
      this.#byNode.set(declaration, index);
      this.#names.add(name);
    }
    return index;
  }

  #add({ call, ...creation }: Creation, name: string): number {
    const place = this.#file.placeOf(call.getStart(), call.end);
    const devOnly = creation.kind === 'root' && isDevGuarded(call);
    return this.addPart({
      ...creation,
      name,
      place,
      owners: ownersOf(call),
      ...(devOnly ? { devOnly } : {}),
    });
  }

  #addHanded(
    kind: 'parameter' | 'alias',
    node: ScriptNode,
    name: string,
    more: { readonly target?: Target; readonly type?: string },
  ): number {
    const place = this.#file.placeOf(node.getStart(), node.end);
    return this.addPart({ kind, framework: 'unknown', name, place, owners: ownersOf(node), ...more });
  }

  #bind(holder: ScriptNode, index: number): void {
    const member = memberOf(holder);
    if (member !== undefined) this.#byMember.set(member, index);
    else if (ts.isIdentifier(holder)) {
      const declaration = this.#held(holder)?.declaration;
      if (declaration) this.#byNode.set(declaration, index);
      this.#names.add(holder.text);
    } else {
      this.#byNode.set(holder, index);
      if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) this.#names.add(holder.name.text);
    }
  }
}

const isPackage = (module: string): boolean => !/^[.~#]|^@\//.test(module);
