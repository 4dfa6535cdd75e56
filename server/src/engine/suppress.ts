import { nodeAt } from '../analysis/namedValue.ts';
import type { HtmlFile } from '../languages/html.ts';
import { type ScriptFile, type ScriptNode, ts } from '../languages/script.ts';
import type { FileEdit, Refusal } from '../model/index.ts';
import type { FileContext } from '../rules/rule.ts';

/** Files without a language of their own here whose comments begin with `#`. */
const hashComments =
  /(?:^|\/)(?:dockerfile|makefile|\.gitignore|\.npmrc)[^/]*$|\.(?:sh|bash|zsh|py|rb|pl|tf|toml|ini|conf|cfg|properties|dockerfile|env)$/i;

/** What a person says about a finding that should keep quiet. */
export interface SuppressionWords {
  readonly reason: string;
  /** For an acceptance: its last day, YYYY-MM-DD, and who gives it. */
  readonly until?: string;
  readonly by?: string;
}

/**
 * The edit that writes `blockers-disable-next-line <rule> -- <reason>`, or `blockers-accept` where there is an
 * end, above a line (from 1) in the comment syntax of the place; refused where no comment can stand.
 */
export function suppressionEdit(
  file: FileContext,
  ruleId: string,
  line: number,
  { reason, until, by = '' }: SuppressionWords,
): readonly FileEdit[] | Refusal {
  const words = reason.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
  if (words === '') return { refused: 'A suppression needs a reason.' };
  const start = file.lines.offsetAt({ line, column: 1 });
  const indent = /^[ \t]*/.exec(file.text.slice(start))?.[0] ?? '';
  const comment = commentAt(file, start, start + indent.length);
  if (!comment) return { refused: `No comment can stand above line ${line} of ${file.path}.` };
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const name = by.replace(/\s+/g, '-');
  const directive =
    until === undefined
      ? `blockers-disable-next-line ${ruleId} -- ${words}`
      : `blockers-accept ${ruleId} until=${until} by=${name} -- ${words}`;
  const newText = `${indent}${comment.open} ${directive}${comment.close}${newline}`;
  return [{ file: file.path, edits: [{ range: file.lines.rangeOf(start, start), newText }] }];
}

interface Comment {
  readonly open: string;
  readonly close: string;
}

const slashes: Comment = { open: '//', close: '' };
const hash: Comment = { open: '#', close: '' };

function commentAt(file: FileContext, lineStart: number, codeStart: number): Comment | undefined {
  if (file.html && !file.html.isInProgram(lineStart))
    return isInTag(file.html, lineStart) ? undefined : markup;
  if (file.script) return scriptComment(file.script, lineStart, codeStart);
  if (file.language === 'env' || file.language === 'dockerfile' || hashComments.test(file.path)) return hash;
  if (file.language === 'sql') return { open: '--', close: '' };
  if (file.language === 'yaml') return insideBlockScalar(file.text, lineStart) ? undefined : hash;
  if (file.language === 'json' && /\.(?:jsonc|json5)$/.test(file.path)) return slashes;
  return undefined;
}

/** Nothing inside a template or a literal that began above; braces around it among JSX children. */
function scriptComment(script: ScriptFile, lineStart: number, codeStart: number): Comment | undefined {
  let node: ScriptNode = nodeAt(script, codeStart);
  if (ts.isJsxText(node)) return jsx;
  for (; !ts.isSourceFile(node); node = node.parent) {
    const beganAbove = node.getStart() < lineStart;
    if (beganAbove && (ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node))) return undefined;
    if (beganAbove && (ts.isJsxElement(node) || ts.isJsxFragment(node))) {
      const child = node.children.find((each) => each.pos <= codeStart && codeStart < each.end);
      return child && child.getStart() >= lineStart ? jsx : slashes;
    }
    if (beganAbove && !ts.isTemplateExpression(node) && !ts.isTemplateSpan(node)) return slashes;
  }
  return slashes;
}

const isInTag = ({ tags }: HtmlFile, at: number): boolean =>
  tags.some(({ start, end }) => start < at && at < end);

const markup: Comment = { open: '<!--', close: ' -->' };
const jsx: Comment = { open: '{/*', close: ' */}' };

/** Whether a line belongs to a text that a `|` or `>` above began: deeper than the line that holds it. */
function insideBlockScalar(text: string, lineStart: number): boolean {
  const depth = (line: string) => line.length - line.trimStart().length;
  const above = text.slice(0, lineStart).split(/\r?\n/).slice(0, -1);
  let limit = depth(text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '');
  for (const line of above.reverse()) {
    if (line.trim() === '' || depth(line) >= limit) continue;
    if (/(?:^|[:-] +)[|>][+-]?\d*[ \t]*(?:#.*)?$/.test(line)) return true;
    limit = depth(line);
  }
  return false;
}
