import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { LineIndex } from '../languages/lineIndex.ts';
import type { DocumentProblem } from '../model/index.ts';
import { ProjectConfiguration } from './projectConfiguration.ts';

/** A configuration file as it was read. Without a configuration it is broken, and the problems say where. */
export interface ReadConfiguration {
  readonly configuration: ProjectConfiguration | undefined;
  readonly problems: readonly DocumentProblem[];
}

/** Reads a `production-blockers.json`: JSON with comments and trailing commas. Never throws. */
export function readConfiguration(text: string, ruleIds: ReadonlySet<string>): ReadConfiguration {
  const lines = new LineIndex(text);
  const problemAt = ({ offset, length }: Span, message: string): DocumentProblem => ({
    code: 'configuration',
    severity: 'error',
    message,
    range: lines.rangeOf(offset, offset + length),
  });
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [broken] = errors;
  if (broken || !tree) {
    const what = broken ? printParseErrorCode(broken.error) : 'ValueExpected';
    const message = `This is no JSON: ${inWords(what)}.`;
    return {
      configuration: undefined,
      problems: [problemAt(broken ?? { offset: 0, length: text.length }, message)],
    };
  }
  const result = ProjectConfiguration.safeParse(jsonValue(tree));
  if (!result.success) {
    return {
      configuration: undefined,
      problems: result.error.issues.map((issue) => problemOf(issue, tree, problemAt)),
    };
  }
  const unknown = Object.keys(result.data.rules).filter((id) => !ruleIds.has(id));
  const problems = unknown.map(
    (id): DocumentProblem => ({
      ...problemAt(keyNode(tree, ['rules', id]), `There is no rule "${id}".`),
      severity: 'warning',
    }),
  );
  return { configuration: result.data, problems };
}

/** Offsets from 0. */
interface Span {
  readonly offset: number;
  readonly length: number;
}

/** At the wrong value; for a key that is missing or not known, at the nearest key. */
function problemOf(
  issue: z.core.$ZodIssue,
  tree: Node,
  problemAt: (span: Span, message: string) => DocumentProblem,
): DocumentProblem {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return problemAt(keyNode(tree, [...path, name]), `There is no setting "${name}" here.`);
  }
  const node = findNodeAtLocation(tree, path);
  if (!node) return problemAt(keyNode(tree, path), `"${path.at(-1)}" is missing here.`);
  return problemAt(node, path.length > 0 ? `"${path.join('.')}": ${issue.message}` : issue.message);
}

/** The key that a path ends in; the nearest one above where it is not there. */
function keyNode(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    const key = node?.parent?.type === 'property' ? node.parent.children?.[0] : node;
    if (key) return key;
  }
  return tree;
}

/** A tree's value without prototypes: a key may be called anything. */
function jsonValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(jsonValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[key.value, jsonValue(value)]] : [],
    ),
  );
}

const inWords = (code: string): string =>
  code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
