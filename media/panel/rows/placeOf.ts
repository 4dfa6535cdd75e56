import type { BlockerLocation } from '../../../server/src/model/blocker.ts';
import type { PanelPlace } from '../../../server/src/protocol/panel.ts';
import type { Item } from './item.ts';

/** The place that a row opens. Folders, groups and rules have none. */
export function placeOf(item: Item): PanelPlace | undefined {
  switch (item.kind) {
    case 'folder':
    case 'group':
    case 'rule':
      return undefined;
    case 'blocker':
      return { folder: item.folder, file: item.document.path, range: item.blocker.range };
    case 'step':
      return { folder: item.folder, file: item.document.path, range: item.step.range };
    case 'location':
      return { folder: item.folder, ...locationPlace(item.location) };
    case 'finding':
      return { folder: item.folder, file: item.finding.file, range: item.finding.range };
    case 'skipped':
      return { folder: item.folder, file: item.skipped.file };
  }
}

/** Where a claimed place is in the code: where the code went, if it moved. */
function locationPlace({ file, startLine, movedTo }: BlockerLocation): Omit<PanelPlace, 'folder'> {
  const [, moved = file, line] = movedTo?.match(/^(.*?)(?::(\d+))?$/) ?? [];
  const start = movedTo === undefined ? startLine : line === undefined ? undefined : Number(line);
  if (start === undefined || start < 1) return { file: moved };
  const position = { line: start, column: 1 };
  return { file: moved, range: { start: position, end: position } };
}
