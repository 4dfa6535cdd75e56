import type { DockerInstruction } from '../../languages/dockerfile.ts';
import type { FinalStage } from './finalStage.ts';

/** Words of a file's or folder's name that say: not for production. */
const elsewhere =
  /^(?:dev|devel|develop|development|devcontainer|local|tests?|testing|e2e|ci|debug|build|builder|cross|bench|benchmarks?|lint|docs|storybook|cypress|playwright|integration|github|gitlab|circleci|gitpod|examples?|samples?)$/;

/** Whether a Dockerfile's path says that its image never runs in production. */
export function isForDevelopment(path: string): boolean {
  return path
    .toLowerCase()
    .split(/[/.\-_]/)
    .some((word) => elsewhere.test(word));
}

/** A stage that is called `dev` or `test` is not what a release is built from. */
export const isDevelopmentStage = ({ stage }: FinalStage): boolean => isForDevelopment(stage.name ?? '');

/** `CMD` and `ENTRYPOINT`. */
export const isStart = ({ keyword }: DockerInstruction): boolean =>
  keyword === 'CMD' || keyword === 'ENTRYPOINT';
