import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import tsMorph from 'ts-morph';
import { fromRoot } from '../../scripts/paths.ts';

const { ts } = tsMorph;

/** A regular expression as it is written in a source file. */
export interface RegexLiteral {
  readonly source: string;
  readonly flags: string;
  /** Where it stands first: `server/src/analysis/x.ts:12`, lines from 1. */
  readonly place: string;
}

/** The regular expression literals of source files, each source and flags once. `pattern` is relative to the root. */
export function regexLiterals(pattern: string): readonly RegexLiteral[] {
  const found = new Map<string, RegexLiteral>();
  for (const path of globSync(fromRoot(pattern)).sort()) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: tsMorph.ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
        const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
        const place = `${relative(fromRoot(), path).replaceAll('\\', '/')}:${line}`;
        if (!found.has(node.text)) found.set(node.text, { source, flags, place });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found.values()];
}
