import type * as tsMorph from 'ts-morph';
import { isForAdmins } from '../../analysis/adminGuard.ts';
import { heldBy } from '../../analysis/constants.ts';
import { type ClientInput, clientInput } from '../../analysis/http/clientInput.ts';
import { isValidated } from '../../analysis/http/validation.ts';
import { textOfName } from '../../analysis/namedValue.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { copiedInLoop } from './massAssignment/loops.ts';
import { pickFields, type SavedInput } from './massAssignment/pickFields.ts';
import { isSavedInstance, isSavedProperty, savedBy } from './massAssignment/sinks.ts';

export const massAssignment = defineRule<SavedInput>({
  id: 'mass-assignment',
  title: 'Clients decide which fields are saved',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [915],
  owasp: 'A08:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    ...['body', 'query', 'payload', '.json()', 'formdata', 'event', "'use server'", '"use server"', 'socket'],
  ],
  why: 'What a client sends becomes a record field by field: it may add a role, an owner, a price or a date that the program never meant to take from it.',
  verification: [
    'The rule finds nothing: every field that is saved is named, or a schema lets only known ones through.',
    'A test sends one field more, such as `role`, and it is not saved.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\bmass[\s-]?assignment|\bover-?posting\b|\bauto-?binding\b|\b(?:req(?:uest)?\.body|request body)\b.{0,40}\b(?:spread|saved|stored|persisted|passed) (?:directly|as is|straight|unfiltered)/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const reported = new Set<ScriptNode>();
    const look = (given: ScriptNode) => {
      const value = onlyElement(given);
      const input = savedInput(value);
      if (input && !dropsFields(value, input)) tell(value, input);
    };
    const tell = (value: ScriptNode, input = savedInput(value)) => {
      if (!input || reported.has(value) || isValidated(input, value) || isForAdmins(value)) return;
      reported.add(value);
      report({
        start: value.getStart(),
        end: value.end,
        message:
          'Whatever fields the client sends are saved, also those that are not its to set, such as a role or an owner. Take the fields by their names, or let a schema do it.',
        data: { value, input },
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          for (const value of savedBy(node as tsMorph.ts.CallExpression)) look(value);
        },
        [ts.SyntaxKind.NewExpression]: (node) => {
          const made = node as tsMorph.ts.NewExpression;
          const [first] = made.arguments ?? [];
          if (first && isSavedInstance(made)) look(first);
        },
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          const copied = copiedInLoop(node as tsMorph.ts.BinaryExpression);
          if (copied) tell(copied);
        },
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          const property = node as tsMorph.ts.PropertyAssignment;
          if (isSavedProperty(property)) look(property.initializer);
        },
      },
    };
  },
  fixes: [pickFields],
});

/** `insert([req.body])` */
function onlyElement(value: ScriptNode): ScriptNode {
  const node = plain(value);
  const [only] = ts.isArrayLiteralExpression(node) && node.elements.length === 1 ? node.elements : [];
  return only && !ts.isSpreadElement(only) ? only : value;
}

/** What a client sent that can hold any fields. */
function savedInput(value: ScriptNode): ClientInput | undefined {
  const node = plain(value);
  if (ts.isStringLiteralLike(node)) return undefined;
  const input = clientInput(node);
  if (!input || input.text) return undefined;
  if (input.part === 'body' || input.part === 'message') return input;
  return input.part === 'query' && input.keys.length === 0 ? input : undefined;
}

const privileged = /role|admin|permission|owner|verified|balance|credit|scope|status|plan|price|password/i;

/** `const { role, ...rest } = req.body`, `delete req.body.role`, a look at the keys: somebody has thought of it. */
function dropsFields(value: ScriptNode, { source }: ClientInput): boolean {
  const node = plain(value);
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  const declaration = held?.declaration;
  if (declaration && ts.isBindingElement(declaration) && declaration.dotDotDotToken) {
    const names = declaration.parent.elements.map((each) =>
      ts.isBindingElement(each) ? textOfName(each.propertyName ?? each.name) : undefined,
    );
    if (names.some((each) => privileged.test(each ?? ''))) return true;
  }
  // Of `Object.fromEntries(Object.entries(req.body).filter(([name]) => allowed.includes(name)))` only what is listed is left.
  const made = (held?.writes[0]?.value ?? node).getText().slice(0, 1_000);
  if (/\.filter\(/.test(made) && /\.(?:includes|has)\(|\bin\b/.test(made)) return true;
  let scope: ScriptNode = node;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  const before = node.getSourceFile().text.slice(Math.max(scope.pos, node.pos - 5_000), node.pos);
  const names = [node, source].map((each) => each.getText()).filter((each) => each.length < 80);
  return names.some(
    (name) =>
      before.includes(`delete ${name}.`) ||
      before.includes(`delete ${name}[`) ||
      before.includes(`Object.keys(${name})`),
  );
}
