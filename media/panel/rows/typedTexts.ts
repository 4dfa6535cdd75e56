import { groupNames } from '../words/groups.ts';
import type { Item } from './item.ts';

/** The beginnings by which typing letters finds a row: a blocker by id or name, a place by path or file name. */
export function typedTexts(item: Item): string[] {
  switch (item.kind) {
    case 'folder':
      return [item.name];
    case 'group':
      return [groupNames[item.group], groupNames[item.group].replace(/^P\d /, '')];
    case 'blocker':
      return [item.blocker.id, item.blocker.name];
    case 'location':
      return fileTexts(item.location.file);
    case 'step':
      return [item.step.text];
    case 'rule':
      return [item.title, item.rule];
    case 'finding':
      return fileTexts(item.finding.file);
    case 'skipped':
      return fileTexts(item.skipped.file);
  }
}

const fileTexts = (file: string): string[] => [file, file.slice(file.lastIndexOf('/') + 1)];
