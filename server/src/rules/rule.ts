import type { FileClass } from '../analysis/fileClass.ts';
import type { PackageFacts } from '../analysis/packageFacts.ts';
import type { SuppressionComment } from '../analysis/suppressions.ts';
import type { AssumptionId } from '../configuration/projectConfiguration.ts';
import type { Dockerfile } from '../languages/dockerfile.ts';
import type { Entry } from '../languages/entry.ts';
import type { HtmlFile } from '../languages/html.ts';
import type { Language } from '../languages/language.ts';
import type { LineIndex } from '../languages/lineIndex.ts';
import type { ScriptFile, ScriptNode } from '../languages/script.ts';
import type { SqlFile } from '../languages/sql.ts';
import type {
  Category,
  Confidence,
  Effort,
  FileEdit,
  Finding,
  Place,
  Priority,
  Refusal,
} from '../model/index.ts';

/** What a rule may look at in one file. */
export interface FileContext {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly language: Language;
  readonly fileClass: FileClass;
  /** Of the nearest manifest upwards. */
  readonly package: PackageFacts;
  /** The syntax tree, where the language is `script`, or of the programs in HTML, at their places. */
  readonly script: ScriptFile | undefined;
  /** Stages and instructions, where the language is `dockerfile`. */
  readonly dockerfile: Dockerfile | undefined;
  /** Statements, where the language is `sql`. */
  readonly sql: SqlFile | undefined;
  /** Tags and the programs between them, where the language is `html`. */
  readonly html: HtmlFile | undefined;
  /** A place in this file as plain data, for facts that outlive the file's tree. Offsets count from 0. */
  placeOf(start: number, end: number): Place;
}

export type { Place } from '../model/index.ts';

/** A place where a rule found its blocker, before it becomes a finding. Offsets count from 0. */
export interface Report<Data = unknown> {
  readonly start: number;
  readonly end: number;
  /** Must not hold a secret's value: it is shown, logged and exported. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly confidence?: Confidence;
  readonly priority?: Priority;
  /** Other places in the file that belong to this one. */
  readonly related?: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** What the rule's fixes need to know of this place; stays in the process that made it. */
  readonly data?: Data;
}

/**
 * How a rule looks at a file. The engine parses a file once and walks it once for all rules together, calling
 * each rule for the kinds of nodes and entries it asks for.
 */
export interface Visitors {
  /** Called once with the whole text, for files in any language. */
  readonly text?: () => void;
  /** Called for every scalar value in JSON, YAML and .env. */
  readonly entry?: (entry: Entry) => void;
  /** Called once with all of them, for rules that look at what stands beside a value. */
  readonly entries?: (entries: readonly Entry[]) => void;
  /** Called once with the stages and instructions of a Dockerfile. */
  readonly dockerfile?: (dockerfile: Dockerfile) => void;
  /** Called once with the statements of an SQL file. */
  readonly sql?: (sql: SqlFile) => void;
  /** Called once with the tags of HTML. */
  readonly html?: (html: HtmlFile) => void;
  /** Called by `ts.SyntaxKind` for the nodes of a script, and of the programs in HTML. */
  readonly nodes?: Readonly<Record<number, (node: ScriptNode) => void>>;
}

/** What a fix may ask of the project around the file. Paths are relative to the root. */
export interface FixWorkspace {
  /** The text of a file as it stands now, open editors included; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Whether git ignores the file. */
  isIgnored(path: string): Promise<boolean>;
  /** Paths of the project's scripts, in no particular order. */
  scripts(): Promise<readonly string[]>;
}

/** A quick fix: computed when it is asked for, from the place and the file as it is then. */
export interface Fix<Data = unknown> {
  /** What it does, as people read it in the menu. */
  readonly title: string;
  /** May be made unseen, such as on save. */
  readonly safe: boolean;
  appliesTo(report: Report<Data>, file: FileContext): boolean;
  edit(
    report: Report<Data>,
    file: FileContext,
    workspace: FixWorkspace,
  ): Promise<readonly FileEdit[] | Refusal>;
}

/** What every rule says of itself. */
interface RuleFacts<Data> {
  /** Stable, kebab-case: what users write in configuration and comments. */
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly priority: Priority;
  readonly category: Category;
  readonly confidence: Confidence;
  /** Ids of the CWE list. */
  readonly cwe: readonly number[];
  /** Category of the OWASP Top Ten, or of the one for APIs, with its year. */
  readonly owasp?: string;
  readonly enabledByDefault: boolean;
  /** What may be assumed of the world outside the code that answers a finding; see the configuration. */
  readonly answeredBy?: AssumptionId;
  readonly languages: readonly Language[];
  /** A file that holds none of these (in any case) can't hold the blocker; undefined looks at every file. */
  readonly keywords?: readonly string[];
  /** What it finds is a secret: its place is covered wherever code is shown. */
  readonly findsSecrets?: boolean;
  /** Why it blocks production: one or two sentences. */
  readonly why: string;
  /** How one sees that it is fixed. */
  readonly verification: readonly string[];
  readonly effort: Effort;
  /** Words by which a tracking document speaks of this blocker. */
  readonly claims: RegExp;
  readonly fixes: readonly Fix<Data>[];
}

/** A rule that needs to see one file at a time. */
export interface FileRule<Data = unknown> extends RuleFacts<Data> {
  readonly scope: 'file';
  check(file: FileContext, report: (report: Report<Data>) => void): Visitors;
  /** Called when every rule has looked at the file, for rules about what was found. */
  afterAll?(file: FileContext, outcome: Outcome, report: (report: Report<Data>) => void): void;
}

/** What the file rules made of a file. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly comments: readonly SuppressionComment[];
  /** Ids of the file rules that are on for the file and know its language. */
  readonly ran: ReadonlySet<string>;
}

/** What a project rule has collected in one file. */
export interface FileFacts<Fact> {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly package: PackageFacts;
  readonly facts: readonly Fact[];
}

/** A finding of a project rule, at a place of one of its facts. */
export interface ProjectReport<Data = unknown> extends Omit<Report<Data>, 'start' | 'end' | 'related'> {
  readonly place: Place;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** False where the rule's fixes can do nothing here. */
  readonly fixable?: boolean;
}

/**
 * A rule that needs to see the project. Facts are plain data, kept by file: an edit collects in one file, and
 * concludes anew from what is known of all.
 */
export interface ProjectRule<Fact = unknown, Data = unknown> extends RuleFacts<Data> {
  readonly scope: 'project';
  collect(file: FileContext, tell: (fact: Fact) => void): Visitors;
  /** `files` are those with facts, in the order of their paths. */
  conclude(files: readonly FileFacts<Fact>[], report: (report: ProjectReport<Data>) => void): void;
}

/** Everything there is to know of a rule. */
export type Rule = FileRule | ProjectRule;

/** Says what type a rule's own data has, and forgets it, so that rules of all kinds stand in one registry. */
export function defineRule<Data>(rule: FileRule<Data>): FileRule {
  return rule as FileRule;
}

/** The same for a project rule and its facts. */
export function defineProjectRule<Fact, Data = unknown>(rule: ProjectRule<Fact, Data>): ProjectRule {
  return rule as unknown as ProjectRule;
}
