import { type ScriptFile, type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Step } from './facts.ts';
import type { FileSource, PartTable } from './partTable.ts';
import { valuesOf } from './values.ts';

const appRoute = /(?:^|\/)app(\/.+)?\/route\.[cm]?[jt]sx?$/;
const pagesRoute = /(?:^|\/)pages(\/api(?:\/.+)?)\.[cm]?[jt]sx?$/;
const verbs = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/** The route that a file is by its path, in Next: `app/api/users/route.ts`, `pages/api/users.ts`. */
export function fileRoute(path: string): string | undefined {
  if (!path.includes('/route.') && !path.includes('pages/api')) return undefined;
  const app = appRoute.exec(path);
  if (app) return (app[1] ?? '/').replace(/\/\([^)]*\)/g, '') || '/';
  return pagesRoute.exec(path)?.[1]?.replace(/\/index$/, '');
}

/** The handlers that such a file exports: `export async function POST()`, `export const POST = wrap(handler)`. */
export function readFileHandlers(script: ScriptFile, table: PartTable, file: FileSource): readonly Step[] {
  const path = fileRoute(file.path);
  if (path === undefined) return [];
  const isApp = appRoute.test(file.path);
  const handlers = isApp ? namedHandlers(script) : defaultHandler(script);
  const [first] = handlers;
  if (!first) return [];
  const part = table.addPart({
    kind: 'handlers',
    framework: 'next',
    name: path,
    place: file.placeOf(first.name.getStart(), first.name.end),
    owners: [],
  });
  return handlers.map(({ method, name, value }) => ({
    kind: 'route',
    part,
    at: name.getStart(),
    end: value.end,
    scope: 0,
    method,
    path,
    values: valuesOf([value], (node) => table.targetOf(node)),
    place: file.placeOf(name.getStart(), name.end),
  }));
}

interface Handler {
  readonly method: string;
  readonly name: ScriptNode;
  readonly value: ScriptNode;
}

function namedHandlers(script: ScriptFile): readonly Handler[] {
  const handlers: Handler[] = [];
  const add = (name: ScriptNode, value: ScriptNode) => {
    const method = textOfName(name) ?? '';
    if (verbs.test(method)) handlers.push({ method, name, value });
  };
  for (const statement of script.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const each of statement.exportClause.elements) add(each.name, each.propertyName ?? each.name);
      continue;
    }
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isIdentifier(name)) add(name, initializer);
      if (initializer && ts.isObjectBindingPattern(name)) {
        for (const each of name.elements) add(each.name, initializer);
      }
    }
  }
  return handlers;
}

/** The method that a handler for all of them asks for. */
const asked = /\bmethod\s?[!=]==?\s?['"](POST|PUT|PATCH|DELETE)['"]|\bcase ['"](POST|PUT|PATCH|DELETE)['"]/;

/** Of a file under `pages/api`: one handler for all methods; read-only where nothing in it writes. */
function defaultHandler(script: ScriptFile): readonly Handler[] {
  const writes = /['"](?:POST|PUT|PATCH|DELETE)['"]|\.body\b/.test(script.text);
  const [, compared, listed] = asked.exec(script.text) ?? [];
  const method = compared ?? listed ?? (writes ? 'ALL' : 'GET');
  for (const statement of script.statements) {
    if (ts.isExportAssignment(statement)) {
      const value = plain(statement.expression);
      const declared = ts.isIdentifier(value) ? heldBy(value)?.declaration : undefined;
      const content = declared && ts.isFunctionDeclaration(declared) ? declared : value;
      return [{ method, name: statement.expression, value: content }];
    }
    const isDefault =
      ts.isFunctionDeclaration(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    if (isDefault) return [{ method, name: statement.name ?? statement, value: statement }];
  }
  return [];
}
