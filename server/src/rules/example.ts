/**
 * A rule's examples are its tests and its documentation. In `bad` code, `⟦` and `⟧` stand around what the rule
 * reports; code that should stay silent has none.
 */
export interface Example {
  /** What it shows, in a few words. */
  readonly name: string;
  /** Path of the file; decides language and file class. */
  readonly file: string;
  readonly code: string;
  /** Other files of the project, by path. */
  readonly project?: Readonly<Record<string, string>>;
}

/** A fix at work: the project before, and the files that it changes as they are after. */
export interface FixExample extends Example {
  readonly title: string;
  readonly after: Readonly<Record<string, string>>;
}

export interface RuleExamples {
  /** At least three. */
  readonly bad: readonly Example[];
  /** At least five, tricky ones. */
  readonly ok: readonly Example[];
  /** At least one for each fix. */
  readonly fixed: readonly FixExample[];
}
