import type { FinalStage } from '../../../analysis/docker/finalStage.ts';
import { isStart } from '../../../analysis/docker/purpose.ts';
import type { DockerInstruction } from '../../../languages/dockerfile.ts';

/** Tools by which an entrypoint gives root away after it has done what needs root. */
const stepsDown =
  /(?:^|[\s"'/,[=])(?:gosu|su-exec|setpriv|s6-overlay\S*|s6-setuidgid|s6-svscan|chpst|runuser|setuidgid|fixuid)(?=$|[\s"',\]:=@])/;
const stepsDownAtStart =
  /^(?:\[\s*)?["']?(?:\/init\b|(?:\/usr)?(?:\/bin\/)?(?:su|sudo)\b)|&& *(?:exec +)?su +-?/;

/** Whether root is given away at the start, by a tool that the image calls or installs. */
export const givesRootAway = ({ instructions }: FinalStage): boolean =>
  instructions.some((each) => {
    const text = each.words.join(' ');
    return stepsDown.test(text) || (isStart(each) && stepsDownAtStart.test(text));
  });

/** What a platform starts as a user of its own choice: AWS Lambda; GitHub's actions want root. */
export const isRunByPlatform = ({ instructions }: FinalStage): boolean =>
  instructions.some((each) => /aws-?lambda|com\.github\.actions\./i.test(each.words.join(' ')));

/** Images that people work in, and that run a project's tests: they start a shell, wait, or test. */
const noService =
  /^(?:\[\s*)?["']?(?:(?:\/usr)?(?:\/bin\/)?(?:ba|z|a|da)?sh["']?(?:\s*\]|\s*$)|sleep\b|tail\b|(?:npm|yarn|pnpm)["']?,? *["']?(?:run +)?t(?:est)?\b|(?:go|cargo)["']?,? *["']?test\b|pytest\b|jest\b|vitest\b)/;

export const isNoService = (start: readonly DockerInstruction[]): boolean =>
  start.length > 0 && start.every((each) => noService.test(each.words.join(' ')));
