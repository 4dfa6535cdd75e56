import type { DockerInstruction, DockerStage } from '../../../languages/dockerfile.ts';
import type { FileContext, Fix } from '../../rule.ts';

/** What the fix needs to know of a place. */
export interface BuildSecret {
  readonly name: string;
  /** `ARG`, `ENV`, or `build-args` in a workflow. */
  readonly keyword: string;
}

/**
 * Takes the argument out, and mounts the secret in the commands that read it, under the same name. The build is then
 * called with `--secret id=NAME` instead of `--build-arg NAME`.
 */
export const mountSecret: Fix<BuildSecret> = {
  title: 'Mount the secret while it is needed',
  // Whoever calls the build has to hand the secret over in another way.
  safe: false,
  appliesTo: ({ start, data }, file) =>
    data?.keyword === 'ARG' && userOf(file, data.name, start) !== undefined,
  async edit({ start, data }, file) {
    const user = data && userOf(file, data.name, start);
    if (!data || !user) return { refused: 'No command of this stage reads the argument any more.' };
    const from = file.text.lastIndexOf('\n', user.arg.start - 1) + 1;
    const newline = file.text.indexOf('\n', user.arg.end);
    const removed = {
      range: file.lines.rangeOf(from, newline < 0 ? file.text.length : newline + 1),
      newText: '',
    };
    const mounts = user.runs.map((run) => {
      const at = run.start + run.keyword.length;
      return {
        range: file.lines.rangeOf(at, at),
        newText: ` --mount=type=secret,id=${data.name},env=${data.name}`,
      };
    });
    return [{ file: file.path, edits: [removed, ...mounts] }];
  },
};

/** The argument alone on its line, with the commands that read it; undefined where anything else does, too. */
function userOf(
  file: FileContext,
  name: string,
  offset: number,
): { readonly arg: DockerInstruction; readonly runs: readonly DockerInstruction[] } | undefined {
  const stage = file.dockerfile?.stages.find(({ instructions }: DockerStage) =>
    instructions.some(({ start, end }) => start <= offset && offset < end),
  );
  const arg = stage?.instructions.find(({ start, end }) => start <= offset && offset < end);
  if (!stage || !arg || file.text.slice(arg.start, arg.end).trim() !== `ARG ${name}`) return undefined;
  const reads = new RegExp(`\\$\\{?${name}\\b`);
  const readers = stage.instructions.filter(({ start, end }) => reads.test(file.text.slice(start, end)));
  const runs = readers.filter(({ keyword }) => keyword === 'RUN');
  return runs.length > 0 && runs.length === readers.length ? { arg, runs } : undefined;
}
