import { isFunction } from '../../../analysis/functions.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { nodeAt } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { replaced } from '../../edits.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import type { PlainComparison } from './comparisons.ts';

/** Lets the bcrypt that the file already has compare. */
export const compareHashes: Fix<PlainComparison> = {
  title: 'Compare with bcrypt',
  // Whoever has a plain password stored can’t sign in until it is hashed.
  safe: false,
  appliesTo: (report, file) => placeOf(report, file) !== undefined,
  async edit(report, file) {
    const place = placeOf(report, file);
    if (!place || !report.data)
      return { refused: 'The file has no bcrypt, or the function can’t wait for it.' };
    const { supplied, stored } = report.data;
    const call = `await ${place.library}.compare(${supplied.getText()}, ${stored.getText()})`;
    const text = place.negated ? `!(${call})` : `(${call})`;
    return [{ file: file.path, edits: [replaced(file, report.start, report.end, text)] }];
  },
};

function placeOf({ start, end, data }: Report<PlainComparison>, file: FileContext) {
  if (!data?.sure || !file.script) return undefined;
  let node: ScriptNode = nodeAt(file.script, start);
  while (node.parent && node.end < end) node = node.parent;
  if (!ts.isBinaryExpression(node) || !inAsync(node)) return undefined;
  const library = /\b(bcrypt(?:js)?)\b/.exec(file.text)?.[1];
  if (library === undefined || !importsBcrypt(file.script, library)) return undefined;
  return { library, negated: node.operatorToken.getText().startsWith('!') };
}

function inAsync(node: ScriptNode): boolean {
  let scope = node.parent;
  while (scope && !ts.isFunctionLike(scope)) scope = scope.parent;
  return (
    !!scope && isFunction(scope) && !!scope.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  );
}

/** Whether the module's own scope has the library under this name. */
function importsBcrypt(script: ScriptNode, name: string): boolean {
  let found = false;
  ts.forEachChild(script, (statement) => {
    if (ts.isImportDeclaration(statement) && statement.importClause?.name?.text === name)
      found = /bcrypt/.test(statement.moduleSpecifier.getText());
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings) && bindings.name.text === name) found = true;
    }
    if (!ts.isVariableStatement(statement)) return;
    for (const each of statement.declarationList.declarations)
      if (each.name.getText() === name && each.initializer && importedFrom(each.initializer)) found = true;
  });
  return found;
}
