import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type DatedVersion, historyOf, historyOfOne } from '../document/history/historyOf.ts';
import { type DocumentVersion, readVersion } from '../document/history/version.ts';
import { documentCommand } from './documentCommand.ts';
import { type CommittedTexts, committedTexts } from './documentVersions.ts';
import type { HistoryOutput } from './historyOutput.ts';
import { exitCodes, printJson, printResult, UserError } from './output.ts';
import { prettyHistory } from './prettyHistory.ts';

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
  const text = await readFile(path, 'utf8');
  const now = readVersion(text);
  if (!now) throw new UserError(`${document} has an unresolved merge conflict; resolve it first.`);
  const today = dayOfToday();
  const committed = await committedTexts(path);
  if ('unknown' in committed) {
    const reason = `${committed.unknown}, so only the days that the document names itself are known.`;
    return { schemaVersion: 1, document, source: 'document', reason, ...historyOfOne(now, today) };
  }
  const versions = versionsOf(committed);
  const last = committed.commits.at(-1);
  const saved = last && committed.texts.get(last.blob);
  if (saved?.replaceAll('\r\n', '\n') !== text.replaceAll('\r\n', '\n'))
    versions.push({ version: now, at: today });
  return { schemaVersion: 1, document, source: 'git', ...historyOf(versions, today) };
}

/** The committed versions; a text that several commits have is read once. */
function versionsOf({ commits, texts }: CommittedTexts): DatedVersion[] {
  const read = new Map<string, DocumentVersion | undefined>();
  return commits.flatMap(({ commit, at, blob }): DatedVersion[] => {
    const text = texts.get(blob);
    if (text === undefined) return [];
    if (!read.has(blob)) read.set(blob, readVersion(text));
    const version = read.get(blob);
    return version ? [{ version, at, commit }] : [];
  });
}

/** YYYY-MM-DD on this machine. */
function dayOfToday(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
