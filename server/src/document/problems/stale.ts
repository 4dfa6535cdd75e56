import { isOpen } from '../../model/index.ts';
import { slice } from '../span.ts';
import { type Check, problemAt } from './check.ts';

const updated = /^(?:last )?(?:updated?|modified|reviewed|revised)(?: on| at| date)?$/i;
const millisecondsOfDay = 86_400_000;

/** Open blockers in a document that was not looked after for a long time. */
export const stale: Check = (syntax, { today, maxAgeDays = 30 }) => {
  if (today === undefined || maxAgeDays === 0) return [];
  if (!syntax.blockers.some(({ status }) => isOpen(status))) return [];
  const field = syntax.otherFields.find(({ key }) => updated.test(key.trim()));
  const found = field && /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(slice(syntax.source.text, field.value));
  if (!field || !found) return [];
  const days = Math.round((Date.parse(today) - Date.parse(found[0])) / millisecondsOfDay);
  if (!(days > maxAgeDays)) return [];
  const start = field.value.start + found.index;
  const span = { start, end: start + found[0].length };
  const message = `The document was updated ${days} days ago; are its blockers still as it says?`;
  return [
    problemAt(syntax, span, { code: 'document-stale', severity: 'information', message }, [
      { title: `Write ${today}`, edits: () => [syntax.source.editOf({ ...span, newText: today })] },
    ]),
  ];
};
