import { finalStageOf } from '../../../analysis/docker/finalStage.ts';
import { isStart } from '../../../analysis/docker/purpose.ts';
import type { DockerInstruction } from '../../../languages/dockerfile.ts';
import type { Fix } from '../../rule.ts';

/** What the fix needs to know of a place. */
export interface MissingUser {
  /** Whom to name; undefined where a line alone would not do, as in nginx's image. */
  readonly user: string | undefined;
}

/** Names a user above what the image starts, and below all that needs root to be built. */
export const addUser: Fix<MissingUser> = {
  title: 'Run as an unprivileged user',
  // Folders that the program writes to may belong to root: somebody should look.
  safe: false,
  appliesTo: ({ data }) => data?.user !== undefined,
  async edit({ data }, file) {
    const final = file.dockerfile && finalStageOf(file.dockerfile);
    if (!final || !data?.user) return { refused: 'The Dockerfile has no stage any more.' };
    const { instructions, from } = final.stage;
    const built = instructions.findLastIndex((each) => needsRoot(each));
    const start = instructions.slice(built + 1).find(isStart);
    const keyword = start ?? instructions[built] ?? from;
    const word = isLowerCase(file.text, keyword) ? 'user' : 'USER';
    const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
    const line = `${word} ${data.user}`;
    if (start) {
      const at = aboveComments(file.text, start.start);
      const indent = /^[ \t]*/.exec(file.text.slice(lineStart(file.text, start.start)))?.[0] ?? '';
      return [
        { file: file.path, edits: [{ range: file.lines.rangeOf(at, at), newText: indent + line + newline }] },
      ];
    }
    const { end } = instructions.at(-1) ?? from;
    return [{ file: file.path, edits: [{ range: file.lines.rangeOf(end, end), newText: newline + line }] }];
  },
};

/** Instructions that change the image; what only describes it may stand below `USER` as well. */
const needsRoot = ({ keyword }: DockerInstruction): boolean =>
  ['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'SHELL', 'VOLUME'].includes(keyword);

const isLowerCase = (text: string, { start, keyword }: DockerInstruction): boolean =>
  text.slice(start, start + keyword.length) === keyword.toLowerCase();

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The start of the line, or of the comment that stands right above it. */
function aboveComments(text: string, offset: number): number {
  let at = lineStart(text, offset);
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return at;
}
