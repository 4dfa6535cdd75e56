import type { ClientInput } from '../../../analysis/http/clientInput.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Fix } from '../../rule.ts';

/** What is saved, and where it came from. */
export interface SavedInput {
  readonly value: ScriptNode;
  readonly input: ClientInput;
}

/** Replaces all that was sent by the fields that the function around reads by their names. */
export const pickFields: Fix<SavedInput> = {
  title: 'Save only the fields that are read by name here',
  // Fields that are read nowhere here are no longer saved.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && fieldsRead(data).length > 0,
  async edit({ data }, { path, lines }) {
    const fields = data ? fieldsRead(data) : [];
    if (!data || fields.length === 0) return { refused: 'No field is read by its name here.' };
    const { value } = data;
    const name = value.getText();
    const newText = `{ ${fields.map((field) => `${field}: ${name}.${field}`).join(', ')} }`;
    return [{ file: path, edits: [{ range: lines.rangeOf(value.getStart(), value.end), newText }] }];
  },
};

const builtIn = /^(?:toString|length|hasOwnProperty|map|forEach|filter|keys|constructor)$/;

function fieldsRead({ value, input }: SavedInput): readonly string[] {
  const node = plain(value);
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return [];
  if (input.keys.includes('*')) return [];
  const name = node.getText();
  let scope: ScriptNode = node;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  const fields = new Set<string>();
  const waiting: ScriptNode[] = [scope];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    ts.forEachChild(each, (child) => void waiting.push(child));
    if (!ts.isPropertyAccessExpression(each) || builtIn.test(each.name.text)) continue;
    const called = ts.isCallExpression(each.parent) && each.parent.expression === each;
    if (!called && each.expression.getText() === name) fields.add(each.name.text);
  }
  return [...fields].reverse();
}
