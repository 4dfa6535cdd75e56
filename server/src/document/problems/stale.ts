import { isOpen } from '../../model/index.ts';
import { updatedField } from '../updatedField.ts';
import { type Check, problemAt } from './check.ts';

const millisecondsOfDay = 86_400_000;

/** Open blockers in a document that was not looked after for a long time. */
export const stale: Check = (syntax, { today, maxAgeDays = 30 }) => {
  if (today === undefined || maxAgeDays === 0) return [];
  if (!syntax.blockers.some(({ status }) => isOpen(status))) return [];
  const updated = updatedField(syntax);
  if (!updated) return [];
  const { day, span } = updated;
  const days = Math.round((Date.parse(today) - Date.parse(day)) / millisecondsOfDay);
  if (!(days > maxAgeDays)) return [];
  const message = `The document was updated ${days} days ago; are its blockers still as it says?`;
  return [
    problemAt(syntax, span, { code: 'document-stale', severity: 'information', message }, [
      { title: `Write ${today}`, edits: () => [syntax.source.editOf({ ...span, newText: today })] },
    ]),
  ];
};
