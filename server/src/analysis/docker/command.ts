import type { DockerInstruction } from '../../languages/dockerfile.ts';

/** What `CMD` or `ENTRYPOINT` start, as one line: the same for `["npm", "start"]` and for `npm start`. */
export function commandLine({ words }: DockerInstruction): string {
  const text = words.join(' ');
  if (!text.startsWith('[')) return text;
  const list = jsonOf(text);
  return Array.isArray(list) ? list.join(' ') : text;
}

/** The list that a text holds as JSON; undefined where it is none, and a shell takes it as it is. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
