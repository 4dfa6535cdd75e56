import { parentPort } from 'node:worker_threads';
import {
  CancellationSenderStrategy,
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  SharedArrayReceiverStrategy,
} from 'vscode-jsonrpc/node';
import { linkRule } from '../document/linkRule.ts';
import { moveLocation } from '../document/moveLocation.ts';
import { recordVerified } from '../document/recordVerified.ts';
import { removeLocation } from '../document/removeLocation.ts';
import { setValue } from '../document/setValue.ts';
import type { Clock } from '../engine/ports.ts';
import type { Rule } from '../rules/rule.ts';
import * as requests from './requests.ts';
import { Root } from './root.ts';

/** The day of this machine. */
const clock: Clock = {
  today: () => {
    const now = new Date();
    const two = (part: number) => String(part).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};

/** Serves the thread's host with these rules: parsing, checking, fixes and the document, as `requests.ts` says. */
export function startWorker(rules: readonly Rule[]): void {
  if (!parentPort) throw new Error('worker.js runs as a worker thread.');
  const connection = createMessageConnection(
    new PortMessageReader(parentPort),
    new PortMessageWriter(parentPort),
    undefined,
    {
      cancellationStrategy: {
        sender: CancellationSenderStrategy.Message,
        receiver: new SharedArrayReceiverStrategy(),
      },
    },
  );

  const roots = new Map<string, Root>();
  function rootOf(root: string): Root {
    const known = roots.get(root);
    if (!known) throw new Error('The folder was not opened.');
    return known;
  }

  connection.onRequest(requests.openRoot, ({ root, includeIgnored, leftOut }) => {
    const onCheck = (path: string) => void connection.sendNotification(requests.checking, { root, path });
    roots.set(root, new Root({ root, includeIgnored, leftOut, rules, clock, onCheck }));
    return null;
  });
  connection.onRequest(requests.closeRoot, ({ root }) => {
    roots.delete(root);
    return null;
  });
  connection.onRequest(requests.scan, ({ root }, token) =>
    rootOf(root).scan(
      // Looked at whenever it is asked: a shared token fires no event while this thread is busy.
      { isCancelled: () => token.isCancellationRequested },
      (progress) => void connection.sendNotification(requests.scanned, { root, ...progress }),
    ),
  );
  connection.onRequest(requests.check, ({ root, path, text }) => rootOf(root).check(path, text));
  connection.onRequest(requests.refresh, ({ root }) => {
    rootOf(root).refresh();
    return null;
  });
  connection.onRequest(requests.kinds, ({ root, paths }) => rootOf(root).kindsOf(paths));
  connection.onRequest(requests.renames, ({ root, paths }) => rootOf(root).renamedTo(paths));
  connection.onRequest(requests.symbols, ({ root, wanted }) => rootOf(root).documents.symbols(wanted));
  connection.onRequest(requests.findDocuments, ({ root }) => rootOf(root).findDocuments());
  connection.onRequest(requests.fix, ({ root, path, fingerprint, title }) =>
    rootOf(root).fixer.fix(path, fingerprint, title),
  );
  connection.onRequest(requests.fixAll, ({ root, path, ...wanted }) =>
    rootOf(root).fixer.fixAll([path], wanted),
  );
  connection.onRequest(requests.fixWorkspace, ({ root, ...wanted }) => rootOf(root).fixWorkspace(wanted));
  connection.onRequest(requests.suppress, ({ root, path, fingerprint, ...words }) =>
    rootOf(root).fixer.suppress(path, fingerprint, words),
  );
  connection.onRequest(requests.refreshDocument, ({ root, path, trusted }) =>
    rootOf(root).refreshDocument(path, trusted),
  );
  connection.onRequest(requests.createDocument, ({ root }) => rootOf(root).createDocument());
  connection.onRequest(requests.track, ({ root, path, fingerprint }) =>
    rootOf(root).track(path, fingerprint),
  );
  connection.onRequest(requests.switchOff, ({ root, path, ruleId }) => rootOf(root).switchOff(path, ruleId));
  connection.onRequest(requests.takeBaseline, ({ root }) => rootOf(root).takeBaseline());
  connection.onRequest(requests.readDocument, ({ root, path, known }) =>
    rootOf(root).documents.changeSince(path, known),
  );
  connection.onRequest(requests.documentProblems, async ({ root, path, kind }) =>
    JSON.stringify(await rootOf(root).documents.problems(path, kind)),
  );
  connection.onRequest(requests.checkDocument, ({ root, path }) => rootOf(root).documents.check(path));
  connection.onRequest(requests.tracked, async ({ root }) => {
    const opened = rootOf(root);
    return opened.documents.tracked(await opened.findDocuments());
  });
  connection.onRequest(requests.setStatus, ({ root, path, ...change }) =>
    rootOf(root).documents.setStatus(path, change),
  );
  connection.onRequest(requests.setValue, ({ root, path, blocker, set }) =>
    rootOf(root).documents.edit(path, (text) => setValue(text, blocker, set, clock.today())),
  );
  connection.onRequest(requests.tickStep, ({ root, path, ...tick }) =>
    rootOf(root).documents.tickStep(path, tick),
  );
  connection.onRequest(requests.recordVerified, ({ root, path, blocker, ...record }) =>
    rootOf(root).documents.edit(path, (text) =>
      recordVerified(text, blocker, { ...record, at: clock.today() }),
    ),
  );
  connection.onRequest(requests.outline, ({ root, path }) => rootOf(root).documents.outline(path));
  connection.onRequest(requests.complete, ({ root, path, at }) => rootOf(root).documents.complete(path, at));
  connection.onRequest(requests.mentions, ({ root, path, id }) => rootOf(root).documents.mentions(path, id));
  connection.onRequest(requests.renameId, ({ root, path, id, newId }) =>
    rootOf(root).documents.renameId(path, id, newId),
  );
  connection.onRequest(requests.problemFixes, ({ root, path, kind }) =>
    rootOf(root).documents.problemFixes(path, kind),
  );
  connection.onRequest(requests.fixProblem, ({ root, path, ...chosen }) =>
    rootOf(root).documents.fixProblem(path, chosen),
  );
  connection.onRequest(requests.moveLocation, ({ root, path, blocker, from, to }) =>
    rootOf(root).documents.edit(path, (text) => moveLocation(text, blocker, from, to)),
  );
  connection.onRequest(requests.removeLocation, ({ root, path, blocker, from }) =>
    rootOf(root).documents.edit(path, (text) => removeLocation(text, blocker, from)),
  );
  connection.onRequest(requests.linkRule, ({ root, path, blocker, rule }) =>
    rootOf(root).documents.edit(path, (text) => linkRule(text, blocker, rule)),
  );
  connection.onRequest(requests.alive, () => null);
  connection.listen();
}
