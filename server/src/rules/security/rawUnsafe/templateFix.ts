import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import type { RawPlace } from './bareValues.ts';

/** A fix that takes a template's values out of its text, where the text is a template of its own. */
export function templateFix(
  title: string,
  editsFor: (report: Report<RawPlace>, file: FileContext) => readonly TextEdit[] | undefined,
): Fix<RawPlace> {
  return {
    title,
    // A parameter keeps its type, where text in quotes was text whatever the value was.
    safe: false,
    appliesTo: (report, file) => editsFor(report, file) !== undefined,
    async edit(report, file) {
      const edits = editsFor(report, file);
      return edits
        ? [{ file: file.path, edits }]
        : { refused: 'This text is no longer a template of its own.' };
    },
  };
}
