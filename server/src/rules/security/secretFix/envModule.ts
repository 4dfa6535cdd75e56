import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { LineIndex } from '../../../languages/lineIndex.ts';
import { parseScript, type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileEdit } from '../../../model/index.ts';

/** A module of the project that declares its environment variables, and the edits that add one. */
export interface EnvModule {
  readonly path: string;
  /** What it exports: an object with a property per variable. */
  readonly exported: string;
  readonly edits: readonly FileEdit[];
}

/** Declarations of variables that are understood well enough to add one: how, given the variable's name. */
const declarations: Readonly<Record<string, (name: string) => string>> = {
  'z.object': (name) => `${name}: z.string().min(1)`,
  cleanEnv: (name) => `${name}: str()`,
};

/**
 * Whether a module exports `env` from a zod schema or from envalid's `cleanEnv`, and the edit that declares
 * another variable in it, written like its neighbours.
 */
export function findEnvModule(path: string, text: string, name: string): EnvModule | undefined {
  if (!/\bprocess\.env\b/.test(text)) return undefined;
  const script = parseScript(path, text);
  const exported = script.statements.flatMap(exportedVariables).find((each) => each === 'env');
  const schema = exported && findSchema(script, text);
  if (!schema) return undefined;
  const known = schema.object.properties.some((each) => each.name && textOfName(each.name) === name);
  return {
    path,
    exported,
    edits: known ? [] : [propertyEdit(path, text, schema.object, schema.write(name))],
  };
}

function exportedVariables(statement: tsMorph.ts.Statement): string[] {
  if (!ts.isVariableStatement(statement)) return [];
  if (!statement.modifiers?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return [];
  return statement.declarationList.declarations.flatMap((each) => textOfName(each.name) ?? []);
}

interface Schema {
  readonly object: tsMorph.ts.ObjectLiteralExpression;
  readonly write: (name: string) => string;
}

function findSchema(node: ScriptNode, text: string): Schema | undefined {
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText().replace(/\s+/g, '');
    const write = declarations[callee];
    const object = node.arguments.find(ts.isObjectLiteralExpression);
    const usable = write && (callee !== 'cleanEnv' || (lastName(node.expression) && /\bstr\b/.test(text)));
    if (usable && object && object.properties.length > 0) return { object, write };
  }
  return ts.forEachChild(node, (child) => findSchema(child, text));
}

/** Behind the last property, on a line of its own where the others have theirs. */
function propertyEdit(
  path: string,
  text: string,
  object: tsMorph.ts.ObjectLiteralExpression,
  property: string,
): FileEdit {
  const last = object.properties.at(-1) as tsMorph.ts.ObjectLiteralElementLike;
  const lines = new LineIndex(text);
  const lineStart = text.lastIndexOf('\n', last.getStart()) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const own = text.slice(lineStart, last.getStart()).trim() === '';
  const comma = object.properties.hasTrailingComma;
  const at = comma ? text.indexOf(',', last.end) + 1 : last.end;
  const newText = `${comma ? '' : ','}${own ? newline + indent : ' '}${property}${comma ? ',' : ''}`;
  return { file: path, edits: [{ range: lines.rangeOf(at, at), newText }] };
}
