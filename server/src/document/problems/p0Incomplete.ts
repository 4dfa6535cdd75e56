import { isDone, type Status } from '../../model/index.ts';
import { type BlockerSyntax, fieldOf, fieldText } from '../blockerSyntax.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import { keysInUse } from '../keysInUse.ts';
import { fieldInsertion } from '../newFields.ts';
import type { FieldName } from '../vocabulary/fields.ts';
import { type Check, listed, type Problem, type ProblemFix, problemAt } from './check.ts';

interface Needed {
  readonly name: FieldName;
  readonly what: string;
  /** As it is written where no other blocker shows how. */
  readonly key: string;
}

const needed: readonly Needed[] = [
  { name: 'locations', what: 'location', key: 'File Location' },
  { name: 'impact', what: 'impact', key: 'Impact' },
  { name: 'effort', what: 'effort', key: 'Estimated Effort' },
  { name: 'verification', what: 'verification', key: 'Fix Verification' },
  { name: 'owner', what: 'owner', key: 'Owner' },
];

/** A P0 that does not say what people need to know who are to fix it: one problem a blocker, whatever lacks. */
export const p0Incomplete: Check = (syntax) => {
  const keys = keysInUse(syntax);
  const inUse = (name: FieldName) => keys.has(name);
  return syntax.blockers.flatMap((blocker): Problem[] => {
    if (blocker.priority !== 'P0' || isThrough(blocker.status)) return [];
    const lacking = needed.filter((each) => !says(syntax, blocker, each.name));
    // A table has the columns that its author gave it.
    const wanted = isSection(blocker) ? lacking : lacking.filter(({ name }) => inUse(name));
    if (wanted.length === 0) return [];
    // Fields that the document uses nowhere are how its author works: said quietly.
    const quiet = wanted.every(({ name }) => !inUse(name));
    const message = `${blocker.id} is P0 and names no ${listed(wanted.map(({ what }) => what))}.`;
    const span = blocker.idSpan ?? blocker.entries[0].heading.content;
    return [
      problemAt(
        syntax,
        span,
        { code: 'p0-incomplete', severity: quiet ? 'hint' : 'information', message },
        insertions(syntax, blocker, wanted, keys),
      ),
    ];
  });
};

const isThrough = (status: Status): boolean => isDone(status) || status === 'fixed' || status === 'deferred';

const isSection = ({ entries }: BlockerSyntax): boolean => entries.some(({ kind }) => kind === 'section');

function says(syntax: DocumentSyntax, blocker: BlockerSyntax, name: FieldName): boolean {
  if (name === 'locations' && blocker.locations.length > 0) return true;
  if (name === 'verification' && blocker.steps.length > 0) return true;
  const field = fieldOf(blocker, name);
  if (field?.code) return true;
  const text = fieldText(syntax.source.text, field);
  const words = text?.replace(/[^\p{L}\p{N}/ ]/gu, '').trim();
  return words !== undefined && !/^(?:tbd|n\/?a|none|unknown|unassigned|to be determined)?$/i.test(words);
}

/** Adds the keys that are not there yet, for a person to fill in. */
function insertions(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  wanted: readonly Needed[],
  inUse: ReadonlyMap<FieldName, string>,
): ProblemFix[] {
  const missing = wanted.filter(({ name }) => !fieldOf(blocker, name));
  if (missing.length === 0 || !isSection(blocker)) return [];
  const keys = missing.map(({ name, key }) => inUse.get(name) || key);
  return [
    {
      title: `Add ${listed(keys)}`,
      edits: () => {
        const insertion = fieldInsertion(
          syntax,
          blocker,
          keys.map((key) => ({ key, value: '' })),
        );
        return insertion ? [syntax.source.editOf(insertion)] : { refused: 'There is no place for a field.' };
      },
    },
  ];
}
