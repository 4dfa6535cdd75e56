import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';

/** Whether all values of a written type are harmless in SQL: numbers, truth values, dates, listed texts. */
export function isHarmlessType(type: tsMorph.ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.every(isHarmlessType);
  if (ts.isParenthesizedTypeNode(type)) return isHarmlessType(type.type);
  if (ts.isArrayTypeNode(type)) return isHarmlessType(type.elementType);
  if (ts.isTypeOperatorNode(type)) return isHarmlessType(type.type);
  if (ts.isLiteralTypeNode(type)) return true;
  if (ts.isTypeReferenceNode(type)) {
    const [argument] = type.typeArguments ?? [];
    if (/^(?:Array|ReadonlyArray|Set|Readonly)$/.test(type.typeName.getText()) && argument)
      return isHarmlessType(argument);
    return type.typeName.getText() === 'Date' || isListed(type);
  }
  return (
    type.kind === ts.SyntaxKind.NumberKeyword ||
    type.kind === ts.SyntaxKind.BigIntKeyword ||
    type.kind === ts.SyntaxKind.BooleanKeyword ||
    type.kind === ts.SyntaxKind.UndefinedKeyword
  );
}

/** A name of the file itself for an enum, or for a union of texts. */
function isListed(type: tsMorph.ts.TypeReferenceNode): boolean {
  const name = type.typeName.getText();
  return type.getSourceFile().statements.some((statement) => {
    if (ts.isEnumDeclaration(statement)) return statement.name.text === name;
    if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== name) return false;
    return ts.isUnionTypeNode(statement.type) && statement.type.types.every(ts.isLiteralTypeNode);
  });
}
