import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { replaced } from '../../edits.ts';
import type { FileContext, Fix } from '../../rule.ts';
import type { Fallback } from './identities.ts';

/** Answers 401 where nobody is signed in. */
export const refuse: Fix<Fallback> = {
  title: 'Answer 401 when nobody is signed in',
  // Whoever used it without signing in is turned away.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && placeOf(data) !== undefined,
  async edit({ data }, file) {
    const place = data && placeOf(data);
    if (!data || !place) return { refused: 'There is no response at hand to refuse with.' };
    const { name, statement, response } = place;
    const indent = indentOf(statement, file);
    const guard = [
      `\n${indent}if (!${name}) {`,
      `${indent}  ${response}.status(401).json({ error: 'Sign in first.' });`,
      `${indent}  return;`,
      `${indent}}`,
    ].join('\n');
    return [
      {
        file: file.path,
        edits: [
          replaced(file, data.identity.end, data.node.end, ''),
          replaced(file, statement.end, statement.end, guard),
        ],
      },
    ];
  },
};

/** `const userId = …;` in a function that is given a response, as Express's handlers are. */
function placeOf({ node, identity }: Fallback) {
  const declaration = node.parent;
  if (!ts.isBinaryExpression(node) || node.left !== identity) return undefined;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list)) return undefined;
  const statement = list.parent;
  if (!ts.isVariableStatement(statement) || list.declarations.length !== 1 || !ts.isBlock(statement.parent))
    return undefined;
  const handler = statement.parent.parent;
  if (!ts.isFunctionLike(handler)) return undefined;
  const response = handler.parameters
    .map(({ name }) => textOfName(name))
    .find((name) => name === 'res' || name === 'response');
  return response === undefined
    ? undefined
    : { name: declaration.name.text, statement: statement as tsMorph.ts.Statement, response };
}

function indentOf(node: ScriptNode, file: FileContext): string {
  const { line } = file.lines.positionAt(node.getStart());
  return /^[ \t]{0,200}/.exec(file.text.slice(file.lines.offsetAt({ line, column: 1 })))?.[0] ?? '';
}
