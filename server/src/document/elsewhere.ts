/**
 * The one file that a path means which leaves out folders before it: `mail.ts`, or in a repository of many packages
 * `src/mail.ts`. Undefined where several end so, or none.
 */
export function onlyFileEndingWith(path: string, files: Iterable<string>): string | undefined {
  const end = `/${path}`;
  let found: string | undefined;
  for (const file of files) {
    if (!file.endsWith(end)) continue;
    if (found !== undefined) return undefined;
    found = file;
  }
  return found;
}
