import type { Connection } from 'vscode-languageserver';
import { codeStepsOf } from '../document/codeSteps.ts';
import { methods, RecordVerifiedParams, VerifyParams, type VerifyResult } from '../protocol/lsp.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { DocumentChanges } from './documentChanges.ts';
import { documentEdits } from './documentEdits.ts';
import type { Folders } from './folders.ts';

const unknown = (message: string): VerifyResult => ({
  outcome: 'unknown',
  message,
  places: [],
  steps: [],
  left: 0,
});

/**
 * Verifies blockers by the code: its rule over its files, as they are now. Running commands, reading reports and asking
 * people is not part of this.
 */
export function serveVerification(
  connection: Connection,
  folders: Folders,
  host: WorkerHost,
  changes: DocumentChanges,
): void {
  connection.onRequest(methods.verify, async (sent: unknown): Promise<VerifyResult> => {
    const { success, data } = VerifyParams.safeParse(sent);
    const place = success ? folders.locate(data.document) : undefined;
    if (!success || !place) return unknown('The document is in none of the open folders.');
    const { folder, file } = place;
    const checked = await folder.checkBlocker(file, data.blocker);
    const blocker = folder.blockerIn(file, data.blocker);
    if (!checked || !blocker) return unknown(`No blocker in this document is ${data.blocker}.`);
    const steps = checked.outcome === 'gone' ? codeStepsOf(blocker.verification) : [];
    const open = blocker.verification.filter(({ state }) => state !== 'passed' && state !== 'skipped');
    return {
      outcome: checked.outcome,
      message: checked.message,
      places: checked.findings.map((finding) => ({
        folder: folder.uri,
        file: finding.file,
        range: finding.range,
        message: finding.message,
      })),
      steps,
      left: open.length - steps.length,
      status: blocker.status,
    };
  });

  changes.serve(
    methods.recordVerified,
    RecordVerifiedParams,
    ({ document }) => document,
    async ({ folder, file }, { blocker, steps, status }) => {
      const checked = await folder.checkBlocker(file, blocker);
      if (checked && checked.outcome !== 'gone') return { refused: checked.message };
      const record = { root: folder.root, path: file, blocker, steps, status };
      return documentEdits(file, host.ask(requests.recordVerified, record));
    },
  );
}
