import { statusSign } from '../words/statuses.ts';
import { verdictSigns } from '../words/verdicts.ts';
import type { Item } from './item.ts';

const texts = new WeakMap<object, string>();

/** What the filter looks at, in lower case. Groups and folders are only the way to what is found. */
export function searchText(item: Item): string {
  switch (item.kind) {
    case 'folder':
    case 'group':
      return '';
    case 'blocker':
      return kept(item.blocker, ({ id, name, title, category, owner, rule, priority }) =>
        [id, name, title, category, owner, rule, priority, statusSign(item.blocker).word].join(' '),
      );
    case 'location':
      return kept(item.location, ({ file, note, verdict }) =>
        [file, note, verdictSigns[verdict].word].join(' '),
      );
    case 'step':
      return kept(item.step, ({ text, kind, by }) => [text, kind, by].join(' '));
    case 'rule':
      return [item.rule, item.title, item.priority].join(' ').toLowerCase();
    case 'finding':
      return kept(item.finding, ({ file, message, category }) => [file, message, category].join(' '));
    case 'skipped':
      return kept(item.skipped, ({ file, reason }) => [file, reason].join(' '));
  }
}

/** Made once for each thing: a filter asks for all of them at every letter typed. */
function kept<T extends object>(thing: T, make: (thing: T) => string): string {
  const known = texts.get(thing);
  if (known !== undefined) return known;
  const text = make(thing).toLowerCase();
  texts.set(thing, text);
  return text;
}
