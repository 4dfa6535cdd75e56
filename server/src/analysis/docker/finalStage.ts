import {
  type Dockerfile,
  type DockerInstruction,
  type DockerStage,
  expand,
} from '../../languages/dockerfile.ts';

/** What a build without `--target` makes, with all that it inherits inside the file. */
export interface FinalStage {
  readonly stage: DockerStage;
  /** The stages it is made of, from the outermost base to itself. */
  readonly chain: readonly DockerStage[];
  /** The image under all of them; undefined where a variable decides that has no default. */
  readonly image: string | undefined;
  /** Of the whole chain, in the order in which they take effect. */
  readonly instructions: readonly DockerInstruction[];
}

/** The last stage of a Dockerfile; undefined where it has none. */
export function finalStageOf({ stages, globalArgs }: Dockerfile): FinalStage | undefined {
  const stage = stages.at(-1);
  if (!stage) return undefined;
  const chain: DockerStage[] = [];
  let image: string | undefined;
  for (let index = stages.length - 1; index >= 0; ) {
    const current = stages[index] as DockerStage;
    chain.unshift(current);
    image = expand(current.image, globalArgs);
    // A stage can only build on one above it; a name that none of them has is an image.
    const base = image?.toLowerCase();
    index = stages.slice(0, index).findLastIndex(({ name }) => name?.toLowerCase() === base);
  }
  return { stage, chain, image, instructions: chain.flatMap(({ instructions }) => instructions) };
}

/** The last `USER` that holds for what the image starts, and what is known of its value. */
export function lastUserOf(
  { chain }: FinalStage,
  globalArgs: ReadonlyMap<string, string>,
): { readonly instruction: DockerInstruction; readonly user: string | undefined } | undefined {
  let last: { instruction: DockerInstruction; user: string | undefined } | undefined;
  const values = new Map<string, string>();
  for (const { instructions } of chain) {
    for (const instruction of instructions) {
      for (const [name, value] of instruction.sets) values.set(name, expand(value, values) ?? value);
      // `ARG NAME` alone takes over what stands in front of the first FROM.
      const taken = instruction.keyword === 'ARG' ? instruction.words : [];
      for (const name of taken) if (globalArgs.has(name)) values.set(name, globalArgs.get(name) as string);
      if (instruction.keyword === 'USER')
        last = { instruction, user: expand(instruction.words[0] ?? '', values)?.split(':', 1)[0] };
    }
  }
  return last;
}
