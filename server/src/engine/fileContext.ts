import { fileClassOf } from '../analysis/fileClass.ts';
import type { PackageFacts } from '../analysis/packageFacts.ts';
import { type Dockerfile, readDockerfile } from '../languages/dockerfile.ts';
import type { EntryFile } from '../languages/entry.ts';
import { readEnv } from '../languages/env.ts';
import { type HtmlFile, readHtml } from '../languages/html.ts';
import { readJson } from '../languages/json.ts';
import { languageOf } from '../languages/language.ts';
import { LineIndex } from '../languages/lineIndex.ts';
import { firstSyntaxError, loadScriptParser, parseScript, type ScriptFile } from '../languages/script.ts';
import { readSql, type SqlFile } from '../languages/sql.ts';
import { readYaml } from '../languages/yaml.ts';
import type { FileContext } from '../rules/rule.ts';
import { contextAt } from './fingerprint.ts';

/** A file as rules see it, and what the engine itself asks of it. Each view of the text is made when first asked for. */
export interface OpenFile extends FileContext {
  /** Keys and values, where the language has them. */
  readonly entries: EntryFile;
  /** The first thing that did not parse in what was asked for; offset from 0. Costs no parse. */
  readonly syntaxError: { readonly message: string; readonly offset: number } | undefined;
  /** What stands around an offset; see {@link contextAt}. */
  contextAt(offset: number): readonly string[];
}

const entryReaders: Readonly<Record<string, (text: string) => EntryFile>> = {
  json: readJson,
  yaml: readYaml,
  env: readEnv,
};

/** Opens a file for the rules. `path` is relative to the root, with forward slashes. */
export async function openFile(path: string, text: string, facts: PackageFacts): Promise<OpenFile> {
  const language = languageOf(path);
  if (language === 'script' || language === 'html') await loadScriptParser();
  const lines = new LineIndex(text);
  let script: ScriptFile | undefined;
  let dockerfile: Dockerfile | undefined;
  let sql: SqlFile | undefined;
  let html: HtmlFile | undefined;
  let entries: EntryFile | undefined;
  const file: OpenFile = {
    path,
    text,
    lines,
    language,
    fileClass: fileClassOf(path),
    package: facts,
    get script() {
      const program = language === 'html' ? file.html?.program : language === 'script' ? text : undefined;
      if (program !== undefined) script ??= parseScript(path, program);
      return script;
    },
    get dockerfile() {
      if (language === 'dockerfile') dockerfile ??= readDockerfile(text);
      return dockerfile;
    },
    get sql() {
      if (language === 'sql') sql ??= readSql(text);
      return sql;
    },
    get html() {
      if (language === 'html') html ??= readHtml(text);
      return html;
    },
    get entries() {
      entries ??= entryReaders[language]?.(text) ?? { entries: [] };
      return entries;
    },
    get syntaxError() {
      // What a template engine still has to fill in is no program yet, and nobody's mistake.
      return entries?.error ?? (script && language === 'script' ? firstSyntaxError(script) : undefined);
    },
    contextAt(offset) {
      const isProgram = file.html?.isInProgram(offset) ?? true;
      return contextAt(text, isProgram ? file.script : undefined, file.entries.entries, offset);
    },
    placeOf(start, end) {
      return { file: path, range: lines.rangeOf(start, end), context: file.contextAt(start) };
    },
  };
  return file;
}
