import type { ServerFile, ServerPart, Step, Target, UseStep } from './facts.ts';
import type { ModuleResolver } from './moduleResolver.ts';

/** A part with its file. */
export interface LinkedPart {
  readonly file: string;
  readonly part: ServerPart;
  readonly steps: Step[];
  /** Other names under which the same part goes on, in other functions and files. */
  readonly same: LinkedPart[];
}

/** Where a value comes from. */
export type Origin =
  | { readonly file: string; readonly name: string }
  | { readonly package: string; readonly name: string };

/** Finds what targets lead to, across files. */
export class Linker {
  readonly #files: ReadonlyMap<string, ServerFile>;
  readonly #resolver: ModuleResolver;
  readonly #parts = new Map<string, readonly LinkedPart[]>();

  constructor(files: ReadonlyMap<string, ServerFile>, resolver: ModuleResolver) {
    this.#files = files;
    this.#resolver = resolver;
    for (const [file, { parts, steps }] of files) {
      const linked = parts.map((part): LinkedPart => ({ file, part, steps: [], same: [] }));
      for (const step of steps) linked[step.part]?.steps.push(step);
      this.#parts.set(file, linked);
    }
    this.#joinSame();
  }

  all(): readonly LinkedPart[] {
    return [...this.#parts.values()].flat();
  }

  /** The parts that a use mounts. */
  mounted(file: string, { values }: UseStep): readonly LinkedPart[] {
    return values.flatMap(({ target }) =>
      target ? this.partsAt(file, target).filter(({ part }) => part.kind !== 'alias') : [],
    );
  }

  /** All parts that a target of a file may mean. */
  partsAt(file: string, target: Target, depth = 0): readonly LinkedPart[] {
    const parts = this.#parts.get(file) ?? [];
    if ('part' in target) return this.#throughAlias(parts[target.part], depth);
    if ('local' in target) return parts.filter(({ part }) => part.owners.includes(target.local));
    const other = this.#resolver.resolve(file, target.module);
    return other === undefined || depth > 8 ? [] : this.#exported(other, target.name, depth + 1);
  }

  /** Where a value comes from: a package, or a file of the project with the name that it has there. */
  originOf(file: string, target: Target, depth = 0): Origin | undefined {
    if ('local' in target) return { file, name: target.local };
    if ('part' in target || depth > 8) return undefined;
    const other = this.#resolver.resolve(file, target.module);
    if (other === undefined) return { package: target.module, name: target.name };
    const { exports = {}, exportsAll = [] } = this.#files.get(other) ?? {};
    const next = exports[target.name === '*' ? 'default' : target.name];
    if (next) return this.originOf(other, next, depth + 1);
    for (const module of exportsAll) {
      const found = this.originOf(other, { module, name: target.name }, depth + 1);
      if (found && 'file' in found) return found;
    }
    return { file: other, name: target.name };
  }

  #exported(file: string, name: string, depth: number): readonly LinkedPart[] {
    const server = this.#files.get(file);
    if (!server) return [];
    const target = server.exports[name === '*' ? 'default' : name];
    if (target) {
      const parts = this.partsAt(file, target, depth);
      if (parts.length > 0) return parts;
    }
    const further = server.exportsAll.flatMap((module) => this.partsAt(file, { module, name }, depth));
    if (further.length > 0) return further;
    // A member of something exported: what exactly can't be told, but it is of this file.
    const isMember = ({ part }: LinkedPart) => part.kind === 'router' || part.kind === 'parameter';
    return target ? [] : (this.#parts.get(file) ?? []).filter(isMember);
  }

  #throughAlias(linked: LinkedPart | undefined, depth: number): readonly LinkedPart[] {
    if (!linked) return [];
    const { target } = linked.part;
    return target && depth <= 8 ? this.partsAt(linked.file, target, depth + 1) : [linked];
  }

  /** Tells each part under which other names it goes on. */
  #joinSame(): void {
    for (const linked of this.all()) {
      if (linked.part.kind === 'alias') {
        for (const meant of this.#throughAlias(linked, 0)) if (meant !== linked) meant.same.push(linked);
      }
      for (const step of linked.steps) {
        if (step.kind !== 'hand') continue;
        const handed = this.partsAt(linked.file, step.to).filter(
          (each) => each.part.kind === 'parameter' && each !== linked,
        );
        for (const each of handed) if (!linked.same.includes(each)) linked.same.push(each);
      }
    }
  }
}
