import type { Connection, InlayHint, Range as LspRange } from 'vscode-languageserver';
import type { Blocker, BlockerLocation, Verdict } from '../model/index.ts';
import { toLspRange } from './diagnostics.ts';
import type { OpenTrackingDocument, TrackingDocuments } from './trackingDocuments.ts';
import { verdictLabel } from './verdictLabel.ts';

/** Shows behind each location what checking it gave, and behind a heading the rule that was inferred. */
export function serveInlayHints(connection: Connection, tracking: TrackingDocuments): void {
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const open = await tracking.at(textDocument.uri);
    return open ? hintsIn(open, range) : null;
  });
}

const explained: Readonly<Record<Exclude<Verdict, 'unchecked'>, string>> = {
  reproduced: 'The rule finds it here now.',
  moved: 'What it is about is no longer here. The quick fix changes the location.',
  'not-reproduced': 'The rule looked here and found nothing.',
  missing: 'There is no such file, folder or line.',
  manual: 'No rule can see this; a person has to look.',
  regressed: 'The status says that it is fixed, and the rule finds it here.',
};

function hintsIn({ state, text, folder, file }: OpenTrackingDocument, wanted: LspRange): InlayHint[] {
  const isWanted = ({ start }: LspRange) => start.line >= wanted.start.line && start.line <= wanted.end.line;
  return state.blockers.flatMap((blocker) => {
    const locations = blocker.locations.flatMap((location): InlayHint[] => {
      const { verdict } = location;
      const range = toLspRange(location.range);
      if (verdict === 'unchecked' || !isWanted(range)) return [];
      const shared = blocker.locations.filter((other) => sameStart(other, location)).length > 1;
      const label = `${shared ? `${location.startLine}: ` : ''}${verdictLabel(location)}`;
      // Behind the back-ticks or brackets that the location stands in.
      const line = text.getText({ start: range.end, end: { line: range.end.line + 1, character: 0 } });
      const behind = /^[`)\]>]*/.exec(line)?.[0].length ?? 0;
      const position = { line: range.end.line, character: range.end.character + behind };
      return [{ position, label, tooltip: explained[verdict], paddingLeft: true }];
    });
    const inferred = folder.inferredRule(file, blocker);
    const heading = toLspRange(blocker.range);
    if (inferred === undefined || !isWanted(heading)) return locations;
    return [ruleHint(blocker, inferred, lineEnd(text, heading.start.line)), ...locations];
  });
}

const ruleHint = ({ id }: Blocker, rule: string, position: InlayHint['position']): InlayHint => ({
  position,
  label: `rule: ${rule} (inferred)`,
  tooltip: `No field of ${id} names a rule; this one was inferred from its words. “Link to rule” writes it down.`,
  paddingLeft: true,
});

const sameStart = ({ range: a }: BlockerLocation, { range: b }: BlockerLocation): boolean =>
  a.start.line === b.start.line && a.start.column === b.start.column;

function lineEnd(text: OpenTrackingDocument['text'], line: number): InlayHint['position'] {
  const content = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: content.replace(/[\r\n]+$/, '').length };
}
