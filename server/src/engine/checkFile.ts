import { fileClassOf } from '../analysis/fileClass.ts';
import type { PackageFacts } from '../analysis/packageFacts.ts';
import { readDockerfile } from '../languages/dockerfile.ts';
import type { EntryFile } from '../languages/entry.ts';
import { readEnv } from '../languages/env.ts';
import { readJson } from '../languages/json.ts';
import { languageOf } from '../languages/language.ts';
import { LineIndex } from '../languages/lineIndex.ts';
import { firstSyntaxError, loadScriptParser, parseScript } from '../languages/script.ts';
import { readYaml } from '../languages/yaml.ts';
import type { FileContext, Report, Rule } from '../rules/rule.ts';
import { type Located, locate } from './locate.ts';
import { type Active, visitDockerfile, visitEntries, visitNodes } from './visit.ts';

/** What checking one file gave. */
export interface CheckedFile {
  readonly context: FileContext;
  /** In the order of their places. */
  readonly located: readonly Located[];
  /** What went wrong on the way, in sentences; the rest of the file was checked all the same. */
  readonly problems: readonly string[];
}

export interface FileInput {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly package: PackageFacts;
  /** YYYY-MM-DD; decides which acceptances have ended. */
  readonly today: string;
}

/** Runs all rules over one file: one parse, one walk. Never throws; a rule that does is left out and told. */
export async function checkFile(input: FileInput, rules: readonly Rule[]): Promise<CheckedFile> {
  const language = languageOf(input.path);
  if (language === 'script') await loadScriptParser();
  const lines = new LineIndex(input.text);
  const problems: string[] = [];
  const guard = (ruleId: string, run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      problems.push(
        `The rule ${ruleId} failed here: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  };

  let script: FileContext['script'];
  let dockerfile: FileContext['dockerfile'];
  const context: FileContext = {
    path: input.path,
    text: input.text,
    lines,
    language,
    fileClass: fileClassOf(input.path),
    package: input.package,
    // Parsed when first asked for: a file that no rule's keywords are in costs no parse.
    get script() {
      if (language === 'script') script ??= parseScript(input.path, input.text);
      return script;
    },
    get dockerfile() {
      if (language === 'dockerfile') dockerfile ??= readDockerfile(input.text);
      return dockerfile;
    },
  };

  const reports: { rule: Rule; report: Report }[] = [];
  const active: Active[] = [];
  let lower: string | undefined;
  for (const rule of rules) {
    if (!rule.languages.includes(language)) continue;
    if (rule.keywords) {
      lower ??= input.text.toLowerCase();
      if (!rule.keywords.some((keyword) => lower?.includes(keyword))) continue;
    }
    guard(rule.id, () => {
      const visitors = rule.check(context, (report) => reports.push({ rule, report }));
      active.push({ rule, visitors });
    });
  }

  for (const { rule, visitors } of active) guard(rule.id, () => visitors.text?.());
  const read = active.some(({ visitors }) => visitors.entry) ? readEntries(context) : { entries: [] };
  visitEntries(active, read, guard);
  visitDockerfile(context, active, guard);
  if (active.some(({ visitors }) => visitors.nodes)) visitNodes(context, active, guard);

  const error = read.error ?? (script && firstSyntaxError(script));
  if (error) {
    problems.unshift(
      `Does not parse (line ${lines.positionAt(error.offset).line}: ${error.message}); what could be read was checked.`,
    );
  }
  return { context, located: locate(context, reports, read, input.today), problems };
}

const readers: Readonly<Record<string, (text: string) => EntryFile>> = {
  json: readJson,
  yaml: readYaml,
  env: readEnv,
};

const readEntries = (context: FileContext): EntryFile =>
  readers[context.language]?.(context.text) ?? { entries: [] };
