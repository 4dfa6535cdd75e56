import type { LineIndex } from '../languages/lineIndex.ts';

interface Directive {
  /** 1-based line of the comment. */
  readonly line: number;
  /** Where the comment's own words stand; offsets from 0. */
  readonly start: number;
  readonly end: number;
  /** Rule ids as written; for `accept` a rule's or a blocker's id. A comment that names none has no force. */
  readonly rules: readonly string[];
  /** Empty when none was given; such a comment has no force either. */
  readonly reason: string;
}

/** A comment that speaks to this tool, as contracts.md defines the grammar. */
export type SuppressionComment =
  | (Directive & { readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' })
  | (Directive & {
      readonly kind: 'accept';
      /** Last day, YYYY-MM-DD; undefined when missing or malformed. */
      readonly until: string | undefined;
      readonly by: string | undefined;
    });

/** A comment opener of any language we read, then the directive up to the end of the comment. */
const directive =
  /(?:\/\/|\/\*+|#|--|<!--|\*|;)[ \t]*blockers-(disable-next-line|disable-line|disable|enable|accept)\b([^\r\n]*)/g;

/**
 * Reads the comments in a file that suppress or accept findings. `isComment` says whether an offset (from 0)
 * stands in a comment, where the language's parser knows.
 */
export function readSuppressions(
  text: string,
  lines: LineIndex,
  isComment: (offset: number) => boolean = () => true,
): readonly SuppressionComment[] {
  if (!text.includes('blockers-')) return [];
  const comments: SuppressionComment[] = [];
  for (const match of text.matchAll(directive)) {
    if (!isComment(match.index)) continue;
    const rest = (match[2] ?? '').replace(/(?:\*\/|-->)\s*\}?\s*$/, '').trimEnd();
    const separator = /(?:^|\s)--(?:\s|$)/.exec(rest);
    const words = (separator ? rest.slice(0, separator.index) : rest).trim();
    const common = {
      line: lines.positionAt(match.index).line,
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      reason: separator ? rest.slice(separator.index + separator[0].length).trim() : '',
    };
    const kind = match[1] as SuppressionComment['kind'];
    if (kind === 'accept') {
      const [id, ...fields] = words.split(/\s+/);
      const field = (name: string) =>
        fields.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
      const until = field('until');
      comments.push({
        ...common,
        kind,
        rules: id ? [id] : [],
        until: until && isDay(until) ? until : undefined,
        by: field('by'),
      });
    } else {
      comments.push({ ...common, kind, rules: words.split(/[\s,]+/).filter(Boolean) });
    }
  }
  return comments;
}

/** A day of the calendar as YYYY-MM-DD. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/**
 * Whether a comment speaks of what a rule finds. An acceptance may name a tracked blocker instead, and then speaks
 * of everything that is found on its line: which rule the blocker is about is the document's affair.
 */
export const names = ({ kind, rules }: SuppressionComment, ruleId: string): boolean =>
  rules.includes(ruleId) || (kind === 'accept' && rules.some((id) => !isRuleId(id)));

/** Rules have names in small letters, blockers have numbers: `BLOCK-001`, `C01`, `#3`. */
const isRuleId = (id: string): boolean => /^[a-z]+(?:-[a-z0-9]+)+$/.test(id);

/** The comment that keeps `ruleId` quiet on a line (from 1), if one with a reason does. */
export function suppressionOf(
  comments: readonly SuppressionComment[],
  ruleId: string,
  line: number,
  today: string,
): SuppressionComment | undefined {
  const speaksOf = (comment: SuppressionComment) => names(comment, ruleId);
  const block = comments.findLast(
    (comment) =>
      comment.line <= line && speaksOf(comment) && (comment.kind === 'disable' || comment.kind === 'enable'),
  );
  if (block?.kind === 'disable' && block.reason) return block;
  return comments.find((comment) => {
    if (!speaksOf(comment) || !comment.reason) return false;
    if (comment.kind === 'disable-line') return comment.line === line;
    if (comment.kind === 'disable-next-line') return comment.line + 1 === line;
    return (
      comment.kind === 'accept' && comment.line + 1 === line && !!comment.until && comment.until >= today
    );
  });
}
