import type { Status } from '../model/vocabulary.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { SpanEdit } from './source.ts';
import { type Span, slice } from './span.ts';
import type { StatusMark } from './status.ts';
import { statusColours, statusSigns, statusWords } from './vocabulary/status.ts';

/** How a document writes a status: `Blocked`, `✅ Resolved`, `🔧`. */
interface StatusForm {
  readonly word: string | undefined;
  readonly sign: string | undefined;
}

/** The form that most of the document's marks of that status have. */
function knownForm(
  { source, blockers }: DocumentSyntax,
  status: Status,
  place: StatusMark['in'],
): StatusForm | undefined {
  const forms = new Map<string, { form: StatusForm; uses: number }>();
  for (const mark of blockers.flatMap((blocker) => blocker.marks)) {
    if (mark.status !== status || mark.in !== place) continue;
    const form = {
      word: mark.word && slice(source.text, mark.word),
      sign: mark.sign && slice(source.text, mark.sign),
    };
    const key = JSON.stringify(form);
    forms.set(key, { form, uses: (forms.get(key)?.uses ?? 0) + 1 });
  }
  return [...forms.values()].sort((a, b) => b.uses - a.uses)[0]?.form;
}

/** Our word for the status in the letters of another: `IN PROGRESS`, `in-progress`, `In progress`, `In Progress`. */
function inStyleOf(model: string, status: Status): string {
  const phrase = statusWords[status][0] ?? status;
  if (model === model.toUpperCase()) return phrase.toUpperCase();
  const joint = /[-_]/.exec(model)?.[0];
  if (model === model.toLowerCase()) return phrase.replaceAll(' ', joint ?? '-');
  const sentence = /\s\p{Ll}/u.test(model);
  const words = phrase.split(' ').map((word, index) => (index > 0 && sentence ? word : capitalised(word)));
  return words.join(joint ?? ' ');
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const isColour = (sign: string): boolean =>
  Object.values(statusColours).some((colours) => colours.some((colour) => sign.startsWith(colour)));

/** Our sign for the status, of the kind of another; undefined where the status has none. */
function signLike(model: string, status: Status): string | undefined {
  const [sign] = isColour(model) ? statusColours[status] : statusSigns[status];
  // Signs that are text by nature become emoji by the selector.
  return sign && !/\p{Emoji_Presentation}/u.test(sign) ? `${sign}\uFE0F` : sign;
}

/** The status as the document would write it in a new field. */
export function newStatusText(syntax: DocumentSyntax, status: Status): string {
  const form = knownForm(syntax, status, 'field');
  if (form) return [form.sign, form.word].filter(Boolean).join(' ');
  const models = syntax.blockers.flatMap((blocker) => blocker.marks).flatMap((mark) => mark.word ?? []);
  const model = models[0] && slice(syntax.source.text, models[0]);
  return inStyleOf(model ?? 'Open', status);
}

/** Makes one mark say another status, in the document's own words. */
export function editsOfMark(syntax: DocumentSyntax, mark: StatusMark, status: Status): SpanEdit[] {
  const { text } = syntax.source;
  if (mark.box) return boxEdits(text, mark.box, status);
  const known = knownForm(syntax, status, mark.in);
  const newSign = known ? known.sign : mark.sign && signLike(slice(text, mark.sign), status);
  if (mark.word) {
    const newText = known?.word ?? inStyleOf(slice(text, mark.word), status);
    const edits: SpanEdit[] = [{ ...mark.word, newText }];
    if (!mark.sign) return edits;
    edits.push(newSign ? { ...mark.sign, newText: newSign } : removal(text, mark.sign, mark.word));
    return edits;
  }
  if (!mark.sign) return [];
  if (newSign) return [{ ...mark.sign, newText: newSign }];
  // A heading goes on behind its sign; there the word would be taken for a part of the name.
  return mark.in === 'heading'
    ? [removal(text, mark.sign, undefined)]
    : [{ ...mark.sign, newText: known?.word ?? inStyleOf('Open', status) }];
}

/** A checkbox says done or not; what else there is to say stands elsewhere. */
function boxEdits(text: string, box: Span, status: Status): SpanEdit[] {
  const newText = status === 'fixed' || status === 'verified' ? '[x]' : '[ ]';
  return /x/i.test(slice(text, box)) === (newText === '[x]') ? [] : [{ ...box, newText }];
}

/** Takes a sign out together with the space that sets it off from the word or, without one, from what follows. */
function removal(text: string, sign: Span, word: Span | undefined): SpanEdit {
  if (word && word.start < sign.start) {
    const space = /(?<![ \t])[ \t]*$/.exec(text.slice(word.end, sign.start))?.[0].length ?? 0;
    return { start: sign.start - space, end: sign.end, newText: '' };
  }
  const space = /^[ \t]*/.exec(text.slice(sign.end))?.[0].length ?? 0;
  return { start: sign.start, end: sign.end + space, newText: '' };
}

/** Makes all places that state a blocker's status say another; those that say it already stay. */
export const editsOfMarks = (syntax: DocumentSyntax, blocker: BlockerSyntax, status: Status): SpanEdit[] =>
  blocker.marks
    .filter((mark) => mark.status !== status)
    .flatMap((mark) => editsOfMark(syntax, mark, status))
    .filter((edit) => slice(syntax.source.text, edit) !== edit.newText);

/** Whether the marks can say the status, so that no field need be added. */
export const marksCanSay = (blocker: BlockerSyntax, status: Status): boolean =>
  blocker.marks.some(
    (mark) =>
      mark.word ||
      (mark.box && (status === 'fixed' || status === 'open')) ||
      mark.in === 'field' ||
      (mark.sign && statusSigns[status].length > 0),
  );
