import { linesBehind, withoutLines } from './lineNumbers.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { hasEnding, isFileName } from './paths.ts';
import { type Span, slice } from './span.ts';

/** A path that a text names, with its lines. */
export interface NamedPath {
  readonly raw: string;
  readonly span: Span;
  /** Where what is said of it goes on. */
  readonly end: number;
}

/** Code and links in a span, wherever they stand in emphasis. */
export function marked(
  nodes: readonly MarkdownNode[],
  span: Span,
  into: MarkdownNode[] = [],
): MarkdownNode[] {
  for (const node of nodes) {
    if (node.type === 'inlineCode' || node.type === 'link') {
      if (node.start >= span.start && node.end <= span.end) into.push(node);
    } else if (node.children.length > 0) marked(node.children, span, into);
  }
  return into;
}

/** The path in a link to a file on a code host: `https://host/owner/name/blob/main/src/a.ts#L3`. */
const hosted = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|src)\/[^/]+\/(.+)$/;

/** `registry.py::promote`, `pay.ts:capture()`: the file less the symbol in it. */
const withoutSymbol = (raw: string): string => raw.replace(/(?<=\.\w{1,8})::?[A-Za-z_][\w.]*(?:\(\))?$/, '');

/** The path that code or a link names. */
export function namedBy(
  text: string,
  node: MarkdownNode,
  isPath: (path: string) => boolean,
): NamedPath | undefined {
  if (node.type === 'inlineCode') {
    const raw = withoutSymbol((node.value ?? '').trim());
    const path = withoutLines(raw);
    const lined = path !== raw || linesBehind.test(text.slice(node.end, node.end + 30));
    if (!isPath(path) && !(lined && (isFileName(path) || hasEnding(path)))) return undefined;
    const start = text.indexOf(raw.slice(0, 8), node.start);
    return start < 0 || start > node.end
      ? undefined
      : { raw, span: { start, end: Math.min(start + raw.length, node.end) }, end: node.end };
  }
  const url = (node.url ?? '').replace(/^file:\/\/\/?/, '/');
  const path = hosted.exec(url)?.[1] ?? url;
  if (!isPath(path.replace(/#.*$/, '')) || /^(?:[a-z]+:|#)/i.test(path)) return undefined;
  const label = plainTextOf(text, node, node.content);
  const lined = path.includes('#L') || !/:\d/.test(label) || withoutLines(label) === label;
  const raw = lined
    ? path.replace(/#(?!L\d).*$/, '')
    : `${path.replace(/#.*$/, '')}${label.slice(withoutLines(label).length)}`;
  const at = text.lastIndexOf(node.url ?? '', node.end);
  const start = Math.max(at, node.start);
  return { raw, span: { start, end: Math.max(start, node.end - 1) }, end: node.end };
}

/** The paths among a text's words. */
export function bareIn(text: string, span: Span, isPath: (path: string) => boolean): NamedPath[] {
  const found: NamedPath[] = [];
  for (const word of slice(text, span).matchAll(/[^\s,;|]+/g)) {
    const opened = /^["'([]+/.exec(word[0])?.[0] ?? '';
    const inner = word[0].slice(opened.length);
    const raw =
      opened === '' || !/[)\]]/.test(inner) || /[([]/.test(inner)
        ? inner.replace(/["'.:]+$/, '')
        : inner.replace(/["'.:)\]]+$/, '');
    const path = withoutLines(withoutSymbol(raw));
    // With lines behind it or alone in parentheses, a file needs no folder: `compose.yml:14`, `(Save.cs)`.
    const alone = path !== raw || /^\([^()]+\)[.,]?$/.test(word[0]);
    if (!isPath(path) && !(alone && isFileName(path))) continue;
    const start = span.start + word.index + opened.length;
    found.push({
      raw: withoutSymbol(raw),
      span: { start, end: start + raw.length },
      end: start + raw.length,
    });
  }
  return found;
}
