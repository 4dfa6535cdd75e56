import { nodeAt } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import { defaultImport, dependencyEdit } from '../addPackage.ts';
import type { HeaderPlace } from './conclude.ts';

const packageName = 'helmet';

/** Sets the headers on all answers of an Express application. */
export const addHelmet: Fix<HeaderPlace> = {
  title: 'Set security headers with helmet',
  // Its content security policy may stop scripts that the pages load from elsewhere.
  safe: false,
  appliesTo: (report, file) => creation(report, file) !== undefined,
  async edit(report, file, workspace) {
    const statement = creation(report, file);
    const { script } = file;
    if (!statement || !script || !report.data)
      return { refused: 'The application is no longer made in a statement of its own.' };
    const indent = /[ \t]{0,80}$/.exec(file.text.slice(0, statement.getStart()))?.[0] ?? '';
    const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
    const known = script.statements.some((each) =>
      /^(?:import helmet\b|(?:const|var|let) helmet\b)/.test(each.getText().slice(0, 40)),
    );
    const newText = `${newline}${indent}${report.data.name}.use(helmet());`;
    const edits: TextEdit[] = [{ range: file.lines.rangeOf(statement.end, statement.end), newText }];
    if (!known) edits.push(defaultImport(file, script, 'helmet', packageName));
    return [{ file: file.path, edits }, ...(await dependencyEdit(file, workspace, packageName, '^8.0.0'))];
  },
};

/** The statement that makes the application, where another can follow it. */
function creation({ start, data }: Report<HeaderPlace>, file: FileContext): ScriptNode | undefined {
  if (!file.script || !data) return undefined;
  for (let node = nodeAt(file.script, start); node.parent; node = node.parent) {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return undefined;
    if (ts.isVariableStatement(node) || ts.isExpressionStatement(node))
      return ts.isBlock(node.parent) || ts.isSourceFile(node.parent) ? node : undefined;
  }
  return undefined;
}
