import { declaredSymbols } from '../analysis/declaredSymbols.ts';
import type { FoundSymbol } from '../document/checkClaims.ts';
import { isCloseName } from '../document/citedNames.ts';
import { languageOf } from '../languages/language.ts';
import { LineIndex } from '../languages/lineIndex.ts';
import { loadScriptParser, parseScript } from '../languages/script.ts';

/** The first of the names that a script declares, be it by a close name; undefined where it declares none. */
export async function findSymbol(
  path: string,
  text: string,
  names: readonly string[],
): Promise<FoundSymbol | undefined> {
  if (languageOf(path) !== 'script') return undefined;
  await loadScriptParser();
  const declared = declaredSymbols(parseScript(path, text));
  const find = (is: (cited: string, name: string) => boolean) => {
    for (const cited of names) {
      const found = declared.find(({ name }) => is(cited, name));
      if (found) return { ...found, cited };
    }
    return undefined;
  };
  const found = find((cited, name) => cited === name) ?? find(isCloseName);
  if (!found) return undefined;
  const lines = new LineIndex(text);
  const { start, end } = lines.rangeOf(found.start, found.end);
  const namedOn: number[] = [];
  for (const { 0: word, index } of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
    if (word === found.name || word === found.cited) namedOn.push(lines.positionAt(index).line);
  }
  return { name: found.name, startLine: start.line, endLine: end.line, namedOn };
}
