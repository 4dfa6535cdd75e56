import type * as tsMorph from 'ts-morph';
import type { LineIndex } from '../../../languages/lineIndex.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';

/** What decides between `import` and `require`, and whether a path carries its ending. */
export interface ModuleStyle {
  readonly script: ScriptFile;
  /** Of the package. */
  readonly type: 'module' | 'commonjs';
}

/** The name under which a file has imported or defined `name`; undefined where it has not. */
export function localNameOf(script: ScriptFile, name: string): string | undefined {
  for (const statement of script.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return name;
    if (ts.isVariableStatement(statement)) {
      const local = destructuredName(statement, name);
      if (local !== undefined) return local;
    }
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find((each) => (each.propertyName ?? each.name).text === name);
    if (element) return element.name.text;
  }
  return undefined;
}

/** `const { name: local } = require('…')` */
function destructuredName(statement: tsMorph.ts.VariableStatement, name: string): string | undefined {
  for (const { name: pattern } of statement.declarationList.declarations) {
    if (!ts.isObjectBindingPattern(pattern)) continue;
    const element = pattern.elements.find((each) => (each.propertyName ?? each.name).getText() === name);
    if (element && ts.isIdentifier(element.name)) return element.name.text;
  }
  return undefined;
}

/** Imports `name` behind the file's other imports, in the file's own style. */
export function importEdit(style: ModuleStyle, lines: LineIndex, name: string, specifier: string): TextEdit {
  const { script } = style;
  const mark = quoteOf(script);
  const newline = script.text.includes('\r\n') ? '\r\n' : '\n';
  const statement = usesImport(style)
    ? `import { ${name} } from ${mark}${specifier}${mark};`
    : `const { ${name} } = require(${mark}${specifier}${mark});`;
  const last = script.statements.findLast(isImport);
  if (last) return { range: lines.rangeOf(last.end, last.end), newText: newline + statement };
  const start = startOfCode(script);
  return { range: lines.rangeOf(start, start), newText: `${statement}${newline}${newline}` };
}

/** The quotation mark that a file's imports, or its first literal, are written with. */
export function quoteOf(script: ScriptFile): '"' | "'" {
  const literal = /(["'])(?:[^"'\\\n]*)\1/.exec(script.text);
  return literal?.[1] === '"' ? '"' : "'";
}

/** Whether a file is written with `import`; a file that has neither follows its package. */
export function usesImport({ script, type }: ModuleStyle): boolean {
  const statements = script.statements;
  if (statements.some((each) => ts.isImportDeclaration(each) || ts.isExportDeclaration(each))) return true;
  if (/\.(?:mjs|[mc]?tsx?)$/.test(script.fileName)) return true;
  if (/\.cjs$/.test(script.fileName) || /\brequire\(|\bmodule\.exports\b/.test(script.text)) return false;
  return type === 'module';
}

function isImport(statement: ScriptNode): boolean {
  if (ts.isImportDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer !== undefined &&
      ts.isCallExpression(initializer) &&
      ts.isIdentifier(initializer.expression) &&
      initializer.expression.text === 'require',
  );
}

/** Behind `#!`, directives such as 'use strict', and the comment that a file begins with. */
function startOfCode(script: ScriptFile): number {
  const directives = script.statements.filter(
    (each, index) =>
      ts.isExpressionStatement(each) &&
      ts.isStringLiteral(each.expression) &&
      index === script.statements.indexOf(each),
  );
  const lead = script.statements[0];
  if (directives.length > 0 && directives[0] === lead) {
    const end = directives.at(-1)?.end ?? 0;
    const newline = /^[ \t]*(?:\r\n|\r|\n)/.exec(script.text.slice(end));
    return end + (newline?.[0].length ?? 0);
  }
  return lead?.getStart() ?? script.text.length;
}

/** The path from one script to another as an import writes it, with the ending that the file's others have. */
export function relativeSpecifier({ script, type }: ModuleStyle, from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < folders.length && common < target.length - 1 && folders[common] === target[common])
    common++;
  const up = '../'.repeat(folders.length - common);
  const path = `${up || './'}${target.slice(common).join('/')}`;
  const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
  const others = [...script.text.matchAll(/(?:from|require\()\s*["']\.{1,2}\/[^"']*?(\.[cm]?[jt]sx?)?["']/g)];
  const ending = others[0]?.[1];
  if (others.length > 0)
    return ending ? `${bare}${ending.includes('j') ? jsEnding(path) : tsEnding(path)}` : bare;
  return type === 'module' ? `${bare}${jsEnding(path)}` : bare;
}

const tsEnding = (path: string): string => /\.[cm]?[jt]sx?$/.exec(path)?.[0] ?? '';
const jsEnding = (path: string): string => tsEnding(path).replace('ts', 'js').replace('jsx', 'js');
