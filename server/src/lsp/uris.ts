import { isAbsolute, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';

/** The absolute path of a file URI; undefined for a document that is on no disk. */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

export const uriOfPath = (path: string): string => URI.file(path).toString();

/** `path` relative to `root`, with forward slashes; undefined when it is not below it. */
export function pathBelow(root: string, path: string): string | undefined {
  const below = relative(root, path);
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) return undefined;
  return below.split(sep).join('/');
}
