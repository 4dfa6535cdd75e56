import type { HtmlEnd } from './htmlBlock.ts';
import type { MarkdownNode } from './node.ts';

/** A block without others in it that may go on in the next line. */
export type Leaf =
  | { readonly type: 'paragraph'; readonly start: number; end: number; lastLine: number }
  | {
      readonly type: 'fence';
      readonly start: number;
      end: number;
      readonly mark: string;
      readonly length: number;
    }
  | { readonly type: 'indented'; readonly start: number; end: number }
  | { readonly type: 'html'; readonly start: number; end: number; readonly until: HtmlEnd }
  | { readonly type: 'table'; readonly start: number; end: number; readonly rows: MarkdownNode[] };
