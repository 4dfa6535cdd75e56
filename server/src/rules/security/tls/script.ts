import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { isShownOrCompared } from '../../../analysis/shownText.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Report, Visitors } from '../../rule.ts';
import { placeInBrowser } from './browsers.ts';
import { tlsOffIn } from './commands.ts';
import { isOptIn } from './optIn.ts';
import { isHarmlessPlace, offOption } from './options.ts';
import { removal } from './removal.ts';
import type { TlsEdit } from './verifyAgain.ts';

type Tell = (report: Report<TlsEdit>) => void;

/** Options, variables, calls and commands in production scripts. */
export function scriptVisitors(file: FileContext, tell: Tell): Visitors {
  if (file.fileClass !== 'production' || /(?:^|\/)setupProxy\.[cm]?[jt]s$/.test(file.path)) return {};
  const add = (node: ScriptNode, name: string, value: ScriptNode | undefined, object?: ScriptNode) => {
    if (!value) return;
    const off = offOption(name, value);
    if (!off || isDevGuarded(node) || isOptIn(node) || (object && isHarmlessPlace(object))) return;
    const { instead } = off;
    const edit =
      instead === undefined
        ? removal(node, file.text)
        : { start: value.getStart(), end: value.end, newText: instead };
    const isShort = ts.isShorthandPropertyAssignment(node);
    tell({
      start: node.getStart(),
      end: node.end,
      message: messageOf(
        name === 'checkServerIdentity'
          ? 'the name in the certificate is accepted whatever it is'
          : `\`${name}\` turns the check off`,
      ),
      data: { edit: isShort ? undefined : edit },
    });
  };
  const variable = (node: ScriptNode, name: string | undefined, value: ScriptNode | undefined) => {
    if (name !== 'NODE_TLS_REJECT_UNAUTHORIZED' || !value || isDevGuarded(node) || isOptIn(node)) return;
    const held = unwrapped(value);
    if (!(ts.isStringLiteralLike(held) || ts.isNumericLiteral(held)) || held.text !== '0') return;
    const edit = removal(node, file.text);
    tell({
      start: node.getStart(),
      end: node.end,
      message: messageOf('`NODE_TLS_REJECT_UNAUTHORIZED` turns the check off for the whole process'),
      data: { edit },
    });
  };
  const literal = (node: ScriptNode) => {
    const raw = node.getText();
    if (raw.length > 5_000 || ts.isImportDeclaration(node.parent)) return;
    for (const { start, end, what } of tlsOffIn(raw)) {
      if (isDevGuarded(node) || !(raw.includes('://') || isCommand(node)) || isShownOrCompared(node))
        continue;
      const from = node.getStart() + start;
      tell({
        start: from,
        end: node.getStart() + end,
        message: messageOf(`\`${what}\` turns the check off`),
        data: { edit: undefined },
      });
    }
  };
  return {
    nodes: {
      [ts.SyntaxKind.PropertyAssignment]: (node: ScriptNode) => {
        const property = node as tsMorph.ts.PropertyAssignment;
        const name = textOfName(property.name);
        if (name === undefined) return;
        variable(node, name, property.initializer);
        add(node, name, property.initializer, property.parent);
      },
      [ts.SyntaxKind.ShorthandPropertyAssignment]: (node: ScriptNode) => {
        const property = node as tsMorph.ts.ShorthandPropertyAssignment;
        add(node, property.name.text, property.name, property.parent);
      },
      [ts.SyntaxKind.MethodDeclaration]: (node: ScriptNode) => {
        const method = node as tsMorph.ts.MethodDeclaration;
        const name = textOfName(method.name);
        if (name === 'checkServerIdentity' && ts.isObjectLiteralExpression(node.parent))
          add(node, name, node);
      },
      [ts.SyntaxKind.PropertyDeclaration]: (node: ScriptNode) => {
        const property = node as tsMorph.ts.PropertyDeclaration;
        add(node, textOfName(property.name) ?? '', property.initializer);
      },
      [ts.SyntaxKind.BinaryExpression]: (node: ScriptNode) => {
        const { left, right, operatorToken } = node as tsMorph.ts.BinaryExpression;
        if (!assigns(operatorToken.kind)) return;
        const name = lastName(left);
        if (name === undefined || ts.isIdentifier(left)) return;
        variable(node, name, right);
        add(node, name, right);
      },
      [ts.SyntaxKind.CallExpression]: (node: ScriptNode) => {
        const place = placeInBrowser(node as tsMorph.ts.CallExpression);
        if (!place || isDevGuarded(node)) return;
        tell({
          start: place.start,
          end: place.end,
          message: messageOf(place.because),
          data: { edit: undefined },
        });
      },
      [ts.SyntaxKind.StringLiteral]: literal,
      [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: literal,
      [ts.SyntaxKind.TemplateExpression]: literal,
    },
  };
}

const assigns = (operator: tsMorph.ts.SyntaxKind): boolean =>
  operator === ts.SyntaxKind.EqualsToken ||
  operator === ts.SyntaxKind.BarBarEqualsToken ||
  operator === ts.SyntaxKind.QuestionQuestionEqualsToken;

const messageOf = (because: string): string =>
  `TLS certificates are not checked: ${because}, so whoever sits on the line can read and change what is sent. Check them, and name a private authority with \`ca\`.`;

/** Whether a text is run: handed to what starts programs, or named as a command. */
function isCommand(node: ScriptNode): boolean {
  for (let around = node.parent; around && !ts.isStatement(around); around = around.parent) {
    if (ts.isTaggedTemplateExpression(around)) return true;
    if (ts.isCallExpression(around) || ts.isNewExpression(around))
      return /exec|spawn|shell|run|^sh$|^\$|cmd|command|fork/i.test(lastName(around.expression) ?? '');
    if (ts.isVariableDeclaration(around) || ts.isPropertyAssignment(around))
      return /cmd|command|script/i.test(textOfName(around.name) ?? '');
    if (ts.isFunctionLike(around)) return false;
  }
  return false;
}
