import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import type { ActionData } from './codeActionData.ts';
import { toLspRange } from './diagnostics.ts';
import type { OpenTrackingDocument } from './trackingDocuments.ts';

/** Quick fixes in a tracking document: a location that moved is changed, an inferred rule is written down. */
export function documentActions(
  { context, textDocument, range: asked }: CodeActionParams,
  { state, folder, file }: OpenTrackingDocument,
): CodeAction[] {
  const { uri } = textDocument;
  if (context.only && !context.only.some((only) => CodeActionKind.QuickFix.startsWith(only))) return [];
  const kind = CodeActionKind.QuickFix;
  return state.blockers.flatMap((blocker) => {
    const { id } = blocker;
    const moved = blocker.locations.flatMap((location): CodeAction[] => {
      const { file: named, startLine, endLine, movedTo, range } = location;
      if (location.verdict !== 'moved' || movedTo === undefined || !overlap(toLspRange(range), asked))
        return [];
      const from = { file: named, ...(startLine && { startLine }), ...(endLine && { endLine }) };
      const data: ActionData = { kind: 'moveLocation', uri, blocker: id, from, to: movedTo };
      const diagnostics = context.diagnostics.filter(
        ({ code, range: at }) => code === 'location-moved' && overlap(at, toLspRange(range)),
      );
      return [{ title: `Change the location to ${movedTo}`, kind, diagnostics, isPreferred: true, data }];
    });
    const { start } = toLspRange(blocker.range);
    const rule = start.line === asked.start.line ? folder.inferredRule(file, blocker) : undefined;
    if (rule === undefined) return moved;
    const data: ActionData = { kind: 'linkRule', uri, blocker: id, rule };
    return [...moved, { title: `Link to rule ${rule}`, kind, data }];
  });
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (one: Range['start'], other: Range['start']) =>
    one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
