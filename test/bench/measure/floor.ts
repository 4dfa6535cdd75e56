/** The least that looking at every script can cost: TypeScript's own parser and a walk over all nodes. */

import { NodeWorkspace } from '../../../server/src/engine/nodeWorkspace.ts';
import { neverCancelled } from '../../../server/src/engine/ports.ts';
import { languageOf } from '../../../server/src/languages/language.ts';
import { loadScriptParser, parseScript, type ScriptNode, ts } from '../../../server/src/languages/script.ts';

/** What it prints. Sizes are in UTF-16 code units. */
export interface Floor {
  readonly milliseconds: number;
  readonly scripts: number;
  readonly size: number;
  readonly nodes: number;
}

const workspace = new NodeWorkspace(process.argv[2] ?? '.');
const texts: [string, string][] = [];
for await (const path of workspace.list(neverCancelled, () => {})) {
  const read = languageOf(path) === 'script' ? await workspace.read(path) : undefined;
  if (read && 'text' in read) texts.push([path, read.text]);
}
await loadScriptParser();

const started = performance.now();
let nodes = 0;
for (const [path, text] of texts) {
  const waiting: ScriptNode[] = [parseScript(path, text)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes++;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
}
const milliseconds = performance.now() - started;
const size = texts.reduce((sum, [, text]) => sum + text.length, 0);
const floor: Floor = { milliseconds, scripts: texts.length, size, nodes };
console.log(JSON.stringify(floor));
