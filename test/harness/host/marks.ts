/** Stands before each line of mocha's report in the editor's log. */
export const lineMark = '[suite] ';

/** Stands before the counts, as JSON, in the editor's log. */
export const countsMark = '[counts] ';
