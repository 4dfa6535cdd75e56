import assert from 'node:assert/strict';
import type { Event } from 'vscode';
import { editorSelection } from '../../../client/src/panel/editorSelection.ts';
import type { PanelHost } from '../../../client/src/panel/panelHost.ts';
import { panelHtml } from '../../../client/src/panel/panelHtml.ts';
import { type ActiveFile, PanelSession } from '../../../client/src/panel/panelSession.ts';
import type { FolderChange, WorkspaceState } from '../../../server/src/protocol/lsp.ts';
import type { PanelEnvironment, PanelMessage } from '../../../server/src/protocol/panel.ts';
import { folderUri, sampleState } from '../../page/panel/sampleState.ts';

/** An event as VS Code has them. */
function emitter<T>() {
  const listeners = new Set<(value: T) => unknown>();
  const event: Event<T> = (listener) => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  return { event, fire: (value: T) => listeners.forEach((listener) => void listener(value)), listeners };
}

function setUp() {
  const changes = emitter<FolderChange>();
  const environments = emitter<PanelEnvironment>();
  const resets = emitter<void>();
  const actives = emitter<ActiveFile>();
  const posted: PanelMessage[] = [];
  const answers: { resolve: (state: WorkspaceState) => void; reject: () => void }[] = [];
  const nothing = async () => {};
  const host: PanelHost = {
    state: () =>
      new Promise((resolve, reject) => {
        answers.push({ resolve, reject: () => reject(new Error('the server is down')) });
      }),
    environment: () => ({ trusted: true }),
    onChange: changes.event,
    onEnvironment: environments.event,
    onReset: resets.event,
    setStatus: async () => ({ applied: true }),
    tickStep: async () => ({ applied: true }),
    rescan: nothing,
    cancelScan: nothing,
    restart: nothing,
  };
  const active = { current: () => ({ folder: folderUri, file: 'src/a.ts' }), onChange: actives.event };
  const session = new PanelSession(host, active, (message) => posted.push(message));
  const types = () => posted.map(({ type }) => type);
  return { session, answers, changes, environments, resets, actives, posted, types };
}

const change = { folder: folderUri, skipped: [] };

describe('PanelSession', () => {
  it('posts nothing before the page is ready', () => {
    const { changes, environments, actives, posted } = setUp();
    changes.fire(change);
    environments.fire({ trusted: false });
    actives.fire({ folder: folderUri, file: 'src/b.ts' });
    assert.deepEqual(posted, []);
  });

  it('posts the state first, then what changed while it was on the way, then the active file', async () => {
    const { session, answers, changes, types } = setUp();
    const ready = session.ready();
    changes.fire(change);
    answers[0]?.resolve(sampleState());
    await ready;
    changes.fire(change);
    assert.deepEqual(types(), ['state', 'change', 'active', 'change']);
  });

  it('posts nothing to a page that is hidden, and everything anew to the next', async () => {
    const { session, answers, changes, types } = setUp();
    const first = session.ready();
    session.hidden();
    answers[0]?.resolve(sampleState());
    await first;
    changes.fire(change);
    assert.deepEqual(types(), []);
    const second = session.ready();
    answers[1]?.resolve(sampleState());
    await second;
    assert.deepEqual(types(), ['state', 'active']);
  });

  it('tells the page at least the environment when the server does not answer', async () => {
    const { session, answers, types } = setUp();
    const ready = session.ready();
    answers[0]?.reject();
    await ready;
    assert.deepEqual(types(), ['environment', 'active']);
  });

  it('asks again when the state no longer holds, and shows only the last answer', async () => {
    const { session, answers, resets, posted } = setUp();
    const ready = session.ready();
    resets.fire();
    answers[0]?.resolve({ folders: [] });
    await ready;
    assert.equal(posted.length, 0);
    answers[1]?.resolve(sampleState());
    await new Promise(setImmediate);
    const [first] = posted;
    assert.equal(first?.type === 'state' && first.state.folders.length, 1);
  });

  it('lets go of everything when it is disposed', () => {
    const { session, changes, environments, resets, actives } = setUp();
    session.dispose();
    for (const { listeners } of [changes, environments, resets, actives]) assert.equal(listeners.size, 0);
  });
});

describe('panelHtml', () => {
  const html = panelHtml({
    cspSource: 'https://files',
    nonce: 'abc',
    script: 'panel.js',
    styles: ['panel.css'],
  });
  it('allows its own script and styles, and nothing inline', () => {
    assert.match(html, /default-src 'none'; script-src 'nonce-abc'; style-src https:\/\/files; font-src/);
    assert.doesNotMatch(html, /unsafe|<style|style=/);
  });
});

describe('editorSelection', () => {
  const at = (line: number, column: number) => ({ line, column });
  it('counts from 0', () => {
    assert.deepEqual(editorSelection({ start: at(3, 5), end: at(3, 9) }), {
      start: { line: 2, character: 4 },
      end: { line: 2, character: 8 },
    });
  });
  it('is only the beginning of several lines', () => {
    const { start, end } = editorSelection({ start: at(3, 5), end: at(8, 1) });
    assert.deepEqual(start, end);
  });
});
