import type { Place } from '../../rule.ts';
import { isLibrary, type Manifest } from './manifest.ts';

/** Everything known of one package. */
export interface PackageLimits {
  readonly dependencies: ReadonlySet<string>;
  manifest?: Manifest;
  readonly made: { readonly name: string; readonly place: Place }[];
  readonly imported: { readonly name: string; readonly place: Place }[];
  used: boolean;
  readonly listens: ('open' | 'local')[];
}

export const emptyPackage = (dependencies: ReadonlySet<string>): PackageLimits => ({
  dependencies,
  made: [],
  imported: [],
  used: false,
  listens: [],
});

/** Libraries, programs on a person's own machine, and packages that limit in a way that can't be followed. */
export function isSilent({ dependencies, manifest, used, listens }: PackageLimits): boolean {
  if (used || dependencies.has('electron')) return true;
  if (listens.length > 0 && listens.every((each) => each === 'local')) return true;
  return manifest !== undefined && isLibrary(manifest, listens.length > 0);
}

/** Code without its manifest is taken for what its paths say. */
export const isLone = (own: PackageLimits | undefined): boolean =>
  own !== undefined && own.dependencies.size === 0 && own.manifest === undefined && !own.used;

export const isNext = (own: PackageLimits): boolean => own.dependencies.has('next') || isLone(own);
