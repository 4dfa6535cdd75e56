import type { Refusal, TextEdit } from '../model/textEdit.ts';

/** The edits of the given text that make a change; none where nothing is to change. */
export type EditResult = readonly TextEdit[] | Refusal;
