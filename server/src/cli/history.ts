import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { historyUpTo } from '../worker/documentHistory.ts';
import { documentCommand } from './documentCommand.ts';
import type { HistoryOutput } from './historyOutput.ts';
import { exitCodes, printJson, printResult, UserError } from './output.ts';
import { prettyHistory } from './prettyHistory.ts';
import { dayOfToday } from './today.ts';
import { VersionCache } from './versionCache.ts';

/** `history [folder]`: how the blockers came and went. `worker` is the worker's entry point. */
export const historyCommand = (worker: URL): Command =>
  documentCommand(
    worker,
    {
      name: 'history',
      description: "what the tracking document's git history says: open blockers over time, fix times",
    },
    async ({ root, path, name, format }) => {
      const output = await readHistory(resolve(root, path), name);
      if (format === 'json') await printJson(output);
      else await printResult(prettyHistory(output));
      const open = output.burndown.at(-1)?.open.P0 ?? 0;
      process.exitCode = open > 0 ? exitCodes.blocked : exitCodes.clean;
    },
  );

async function readHistory(path: string, document: string): Promise<HistoryOutput> {
  const known = await VersionCache.open(path);
  const history = await historyUpTo(path, await readFile(path, 'utf8'), dayOfToday(), known);
  await known.save();
  if (!history) throw new UserError(`${document} has an unresolved merge conflict; resolve it first.`);
  return { schemaVersion: 1, document, ...history };
}
