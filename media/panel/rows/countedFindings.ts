import type { Finding } from '../../../server/src/model/finding.ts';
import type { PanelFolder } from '../state/panelState.ts';

/** A folder's findings by file and line. Suppressed ones don't count and are left out. */
export const countedFindings = (folder: PanelFolder): Finding[] =>
  [...folder.files.keys()]
    .sort()
    .flatMap((file) => (folder.files.get(file) ?? []).filter(({ suppressed }) => !suppressed).sort(byPlace));

const byPlace = ({ range: a }: Finding, { range: b }: Finding): number =>
  a.start.line - b.start.line || a.start.column - b.start.column;
