import { DockerfileParser, type From, type Instruction, PropertyInstruction } from 'dockerfile-ast';
import { LineIndex } from './lineIndex.ts';

/** One instruction with its continuation lines. Offsets count from 0. */
export interface DockerInstruction {
  /** In capitals, however it is written: `FROM`, `RUN`. */
  readonly keyword: string;
  /** As written, without flags such as `--from`; comments between continuation lines are left out. */
  readonly words: readonly string[];
  /** Names with their values, of `ARG` and `ENV`; an `ARG` without value has none. */
  readonly sets: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** What one `FROM` begins. */
export interface DockerStage {
  /** Behind `AS`; undefined where the stage has no name. */
  readonly name: string | undefined;
  /** The image or stage it builds on, as written: may hold variables. */
  readonly image: string;
  readonly platform: string | undefined;
  readonly from: DockerInstruction;
  /** Those behind `FROM`. */
  readonly instructions: readonly DockerInstruction[];
}

/** A Dockerfile as rules see it: stages, instructions, and where they stand. */
export interface Dockerfile {
  /** Values that `ARG` instructions in front of the first `FROM` give as defaults. */
  readonly globalArgs: ReadonlyMap<string, string>;
  readonly stages: readonly DockerStage[];
}

/** Reads a Dockerfile. Never fails: what is no instruction is passed over. */
export function readDockerfile(text: string): Dockerfile {
  const lines = new LineIndex(text);
  const globalArgs = new Map<string, string>();
  const stages: DockerStage[] = [];
  let inStage: DockerInstruction[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const read = readInstruction(instruction, lines);
    if (read.keyword === 'FROM') {
      inStage = [];
      stages.push(stageOf(instruction as From, read, inStage));
    } else if (stages.length > 0) inStage.push(read);
    else for (const [name, value] of read.sets) globalArgs.set(name, value);
  }
  return { globalArgs, stages };
}

function readInstruction(instruction: Instruction, lines: LineIndex): DockerInstruction {
  const { start, end } = instruction.getRange();
  return {
    keyword: instruction.getKeyword(),
    words: instruction.getArguments().map((each) => each.getValue()),
    sets: variablesOf(instruction),
    start: lines.offsetAt({ line: start.line + 1, column: start.character + 1 }),
    end: lines.offsetAt({ line: end.line + 1, column: end.character + 1 }),
  };
}

function stageOf(
  from: From,
  read: DockerInstruction,
  instructions: readonly DockerInstruction[],
): DockerStage {
  return {
    name: from.getBuildStage() ?? undefined,
    image: from.getImage() ?? '',
    platform: from.getPlatformFlag()?.getValue() ?? undefined,
    from: read,
    instructions,
  };
}

function variablesOf(instruction: Instruction): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  if (!(instruction instanceof PropertyInstruction)) return variables;
  const keyword = instruction.getKeyword();
  if (keyword !== 'ARG' && keyword !== 'ENV') return variables;
  for (const property of instruction.getProperties()) {
    const value = property.getValue();
    if (value !== null) variables.set(property.getName(), value);
  }
  return variables;
}

/** A word with its variables replaced; undefined where one of them has no value that the file knows. */
export function expand(word: string, values: ReadonlyMap<string, string>): string | undefined {
  let known = true;
  const expanded = unquoted(word).replace(
    /\$(?:(\w+)|\{(\w{1,200})(?::?([-+])([^${}]{0,400}))?\})/g,
    (_, plain: string | undefined, braced: string | undefined, operator: string | undefined, other = '') => {
      const value = values.get(plain ?? braced ?? '');
      if (operator === '+') return value ? other : '';
      if (value !== undefined && (value !== '' || operator === undefined)) return value;
      if (operator === '-') return other;
      known = false;
      return '';
    },
  );
  return known && !expanded.includes('$') ? expanded : undefined;
}

const unquoted = (word: string): string => word.replace(/^(["'])(.*)\1$/, '$2');
