import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Column } from './operations.ts';
import { hole, propertyOf, tableIn, textIn } from './scriptTexts.ts';
import { typeOf } from './sqlColumns.ts';

/** What a table's definition says in a script. */
export interface Definition {
  readonly columns: readonly Column[] | undefined;
  readonly references: readonly string[];
  readonly keyed: boolean;
}

/** `{ id: { type: INTEGER, allowNull: false }, … }` of Sequelize and node-pg-migrate. */
export function definitionOfObject(object: tsMorph.ts.ObjectLiteralExpression): Definition {
  const columns: Column[] = [];
  let isWhole = true;
  for (const property of object.properties) {
    const name = property.name && textOfName(property.name);
    if (name === undefined || !ts.isPropertyAssignment(property)) isWhole = false;
    else columns.push(columnOfValue(name, property.initializer));
  }
  const references = object.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? (referenceIn(property.initializer) ?? []) : [],
  );
  const keyed = !isWhole || /primaryKey|unique|['"]id['"]/.test(object.getText());
  return { columns: isWhole ? columns : undefined, references, keyed };
}

/** `new Table({ name, columns: [{ name, type, isNullable }], foreignKeys })` of TypeORM. */
export function definitionOfTable(table: ScriptNode): Definition {
  const list = propertyOf(table, 'columns');
  const items = list && ts.isArrayLiteralExpression(list) ? list.elements.map(objectOf) : undefined;
  const names = items?.map((item) => textIn(propertyOf(item, 'name')));
  const isWhole = names?.every((name) => name !== undefined && !name.includes(hole)) === true;
  const keys = propertyOf(table, 'foreignKeys');
  const references =
    keys && ts.isArrayLiteralExpression(keys)
      ? keys.elements.flatMap((each) => tableIn(propertyOf(objectOf(each), 'referencedTableName')) ?? [])
      : [];
  return {
    columns: isWhole ? items?.map((item, index) => typeormColumn(names?.[index] ?? '', item)) : undefined,
    references,
    keyed: !isWhole || /isPrimary|isUnique|uniques|PrimaryGenerated/.test(table.getText()),
  };
}

/** TypeORM's columns hold something unless they say otherwise. */
export function typeormColumn(name: string, options: ScriptNode): Column {
  const column = columnOfValue(name, options);
  const nullable = propertyOf(options, 'isNullable');
  return { ...column, notNull: nullable?.kind !== ts.SyntaxKind.TrueKeyword };
}

/** `{ type, allowNull: false, defaultValue }`, `Sequelize.STRING`, `'varchar(100)'`. */
export function columnOfValue(name: string, value: ScriptNode): Column {
  const node = plain(value);
  const typeNode = ts.isObjectLiteralExpression(node) ? propertyOf(node, 'type') : node;
  const isFalse = (property: string) => propertyOf(node, property)?.kind === ts.SyntaxKind.FalseKeyword;
  const isTrue = (property: string) => propertyOf(node, property)?.kind === ts.SyntaxKind.TrueKeyword;
  const fills = [
    'defaultValue',
    'default',
    'isGenerated',
    'autoIncrement',
    'sequenceGenerated',
    'asExpression',
    'expressionGenerated',
    'generatedType',
  ];
  return {
    name: name.toLowerCase(),
    type: typeNode ? typeIn(typeNode) : '',
    notNull: isFalse('allowNull') || isTrue('notNull') || isTrue('primaryKey') || isTrue('isPrimary'),
    filled: propertyOf(node, ...fills) !== undefined || /serial/.test(textIn(typeNode) ?? ''),
  };
}

function typeIn(node: ScriptNode): string {
  const text = textIn(node);
  if (text !== undefined) return text.includes(hole) ? '' : typeOf(text.toLowerCase());
  if (!ts.isCallExpression(node)) return typeOf((lastName(node) ?? '').toLowerCase());
  const [size] = node.arguments;
  const base = (lastName(node.expression) ?? '').toLowerCase();
  return size && ts.isNumericLiteral(size) ? `${base}(${size.text})` : base;
}

/** `references: { model: 'users' }`, `references: 'users'`. */
export function referenceIn(value: ScriptNode): string | undefined {
  const references = propertyOf(plain(value), 'references');
  if (!references) return undefined;
  const named = propertyOf(references, 'model', 'table') ?? references;
  const written = tableIn(named);
  return written?.split('(')[0]?.trim();
}

/** What is inside `new TableColumn({ … })`, or the object itself. */
export function objectOf(node: ScriptNode): ScriptNode {
  const value = plain(node);
  return ts.isNewExpression(value) ? plain(value.arguments?.[0] ?? value) : value;
}
