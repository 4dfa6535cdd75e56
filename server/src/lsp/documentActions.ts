import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { placeText } from '../document/claimProblems.ts';
import type { Blocker, BlockerLocation } from '../model/index.ts';
import type { ActionData } from './codeActionData.ts';
import { clientCommands } from './codeActions.ts';
import { toLspRange } from './diagnostics.ts';
import type { OpenTrackingDocument } from './trackingDocuments.ts';

/**
 * Quick fixes in a tracking document for what checking its claims gave: a location that moved is changed, one that is
 * gone taken out, a status follows the code; an inferred rule is written down.
 */
export function documentActions(
  { context, textDocument: { uri }, range: asked }: CodeActionParams,
  { state, folder, file }: OpenTrackingDocument,
  hasCommands: boolean,
): CodeAction[] {
  if (context.only && !context.only.some((only) => CodeActionKind.QuickFix.startsWith(only))) return [];
  return state.blockers.flatMap((blocker) => {
    const claims = blocker.locations
      .filter(({ range }) => overlap(toLspRange(range), asked))
      .flatMap((location) => claimActions(uri, blocker, location, hasCommands))
      .map(([code, action]) => ({ ...action, diagnostics: alike(context.diagnostics, code, asked) }));
    const { start } = toLspRange(blocker.range);
    const rule = start.line === asked.start.line ? folder.inferredRule(file, blocker) : undefined;
    if (rule === undefined) return claims;
    const data: ActionData = { kind: 'linkRule', uri, blocker: blocker.id, rule };
    return [...claims, { title: `Link to rule ${rule}`, kind: CodeActionKind.QuickFix, data }];
  });
}

/** Each with the code of the problem that it mends, the best first. */
function claimActions(
  uri: string,
  blocker: Blocker,
  location: BlockerLocation,
  hasCommands: boolean,
): (readonly [code: string, CodeAction])[] {
  const { id, locations, status } = blocker;
  const { file, startLine, endLine, movedTo, verdict } = location;
  const from = { file, ...(startLine && { startLine }), ...(endLine && { endLine }) };
  const action = (title: string, data: ActionData, isPreferred = false): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    data,
    ...(isPreferred && { isPreferred }),
  });
  if (verdict === 'moved' && movedTo !== undefined) {
    const data: ActionData = { kind: 'moveLocation', uri, blocker: id, from, to: movedTo };
    return [['location-moved', action(`Change the location to ${movedTo}`, data, true)]];
  }
  if (verdict === 'missing' && locations.length > 1) {
    const data: ActionData = { kind: 'removeLocation', uri, blocker: id, from };
    return [['location-missing', action(`Take ${placeText(location)} out of ${id}`, data)]];
  }
  if (verdict === 'regressed') {
    const data: ActionData = { kind: 'setStatus', uri, blocker: id, status: 'open' };
    return [['location-regressed', action(`Set the status of ${id} to open`, data, true)]];
  }
  if (verdict !== 'not-reproduced' || status === 'fixed' || status === 'verified') return [];
  // Others of its places may still show it: then this one is just not one of them.
  const isGone = locations.every((each) => each.verdict === 'not-reproduced');
  const mend = isGone
    ? action(`Set the status of ${id} to fixed`, { kind: 'setStatus', uri, blocker: id, status: 'fixed' })
    : action(`Take ${placeText(location)} out of ${id}`, { kind: 'removeLocation', uri, blocker: id, from });
  const title = `Verify ${id} by the code…`;
  const command = { title, command: clientCommands.verify, arguments: [{ document: uri, blocker: id }] };
  const verify: CodeAction = { title, kind: CodeActionKind.QuickFix, command };
  return [mend, ...(hasCommands ? [verify] : [])].map((each) => ['location-not-reproduced', each] as const);
}

const alike = (diagnostics: readonly Diagnostic[], wanted: string, asked: Range): Diagnostic[] =>
  diagnostics.filter(({ code, range }) => code === wanted && overlap(range, asked));

function overlap(a: Range, b: Range): boolean {
  const isBefore = (one: Range['start'], other: Range['start']) =>
    one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
