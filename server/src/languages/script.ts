import type * as tsMorph from 'ts-morph';
import { tooDeep, unlessTooDeep } from './tooDeep.ts';

/**
 * TypeScript's own parser, as ts-morph carries it. It takes a third of a second to load, so it is loaded by
 * {@link loadScriptParser} where the first script file needs it; whoever imports `ts` uses it after that.
 */
export let ts: typeof tsMorph.ts;

/** Must have been awaited before anything below, or `ts` itself, is used. */
export async function loadScriptParser(): Promise<void> {
  if (ts) return;
  // A bundled CommonJS module has all its exports under `default`, and only there.
  ts = (await import('ts-morph')).default.ts;
}

export type ScriptFile = tsMorph.ts.SourceFile;
export type ScriptNode = tsMorph.ts.Node;

/**
 * Parses TypeScript, JavaScript and JSX. Never fails: what does not parse is recovered from, and of a text that
 * nests deeper than the parser's stack nothing is read but that it does.
 */
export function parseScript(path: string, text: string): ScriptFile {
  const parse = (each: string) =>
    ts.createSourceFile(path, each, ts.ScriptTarget.Latest, true, scriptKind(path));
  return unlessTooDeep(() => parse(text)) ?? withProblem(parse(''), tooDeep);
}

/** Adds to what the parser had to say. */
function withProblem(file: ScriptFile, messageText: string): ScriptFile {
  const category = ts.DiagnosticCategory.Error;
  const problem = { file, start: 0, length: 0, code: 0, category, messageText };
  return Object.assign(file, { parseDiagnostics: [problem] });
}

/** JSX is allowed in plain `.js`, since many projects write it there. */
function scriptKind(path: string): tsMorph.ts.ScriptKind {
  if (/\.[cm]?ts$/i.test(path)) return ts.ScriptKind.TS;
  return /\.tsx$/i.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}

/** The first thing that did not parse; `offset` counts from 0. */
export function firstSyntaxError(file: ScriptFile): { message: string; offset: number } | undefined {
  // Not in the public type, but there since the first versions: what the parser itself had to say.
  const problems = (file as ScriptFile & { parseDiagnostics?: readonly tsMorph.ts.DiagnosticWithLocation[] })
    .parseDiagnostics;
  const first = problems?.[0];
  return first && { message: ts.flattenDiagnosticMessageText(first.messageText, ' '), offset: first.start };
}

/** Whether an offset lies in white space or a comment, and not in code or a literal. */
export function isInTrivia(file: ScriptFile, offset: number): boolean {
  let node: ScriptNode = file;
  for (;;) {
    const inner: ScriptNode | undefined = node
      .getChildren(file)
      .find((child) => child.pos <= offset && offset < child.end);
    if (!inner) return node.kind !== ts.SyntaxKind.JsxText && offset < node.getStart(file);
    // The text of a JSX element has no comments: what looks like one is shown to the user.
    if (inner.kind === ts.SyntaxKind.JsxText) return false;
    if (offset < inner.getStart(file)) return true;
    node = inner;
  }
}
