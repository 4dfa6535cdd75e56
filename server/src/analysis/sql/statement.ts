import type { Piece } from './pieces.ts';

/** How a statement begins that reads, changes or defines data. */
const beginnings: readonly RegExp[] = [
  /^SELECT\s[\s\S]*?\sFROM\s/i,
  /^SELECT\s+[\w.]+\(/i,
  /^(?:INSERT|REPLACE)\s+(?:(?:IGNORE|OR|REPLACE|LOW_PRIORITY|DELAYED)\s+){0,3}INTO\s/i,
  /^UPDATE\s[\s\S]*?\sSET\s/i,
  /^DELETE\s+FROM\s/i,
  /^MERGE\s+INTO\s/i,
  /^WITH\s[\s\S]{0,500}?\sAS\s[\s\S]{0,500}?\b(?:SELECT|INSERT|UPDATE|DELETE)\b/i,
  /^(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:TABLE|DATABASE|SCHEMA|USER|ROLE|VIEW|INDEX|UNIQUE|TRIGGER|FUNCTION|EXTENSION|POLICY|SEQUENCE)\b/i,
  /^(?:CALL|EXEC|EXECUTE) +[\w.[\]]+/,
  /^(?:SET (?:LOCAL|SESSION|ROLE)|GRANT|REVOKE|NOTIFY|TRUNCATE TABLE|PRAGMA|ATTACH|SHOW|EXPLAIN|COPY) /,
];

/** Statements in which no parameter can stand. */
const withoutParameters =
  /^(?:CREATE|ALTER|DROP|SET|GRANT|REVOKE|NOTIFY|TRUNCATE|PRAGMA|ATTACH|SHOW|EXPLAIN|COPY|CALL|EXEC|EXECUTE)\b/i;

/** Statements about the database itself, where names of tables stand in quotes. */
const catalogues =
  /information_schema|pg_catalog|pg_class|pg_tables|pg_indexes|pg_constraint|pg_type|pg_namespace|sqlite_(?:master|schema|sequence)|\bsys\b|\ball_objects\b|\buser_objects\b|pg_attribute|^(?:PRAGMA|SHOW|CREATE|ALTER|DROP|TRUNCATE)\b/i;

/** The text as it may read, with `x` where a value is put in; of a choice the first. */
export function sampleOf(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    if (text.length > 4_000) break;
    if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'hole') text += ' x ';
    else if (piece.kind === 'choice')
      text += piece.options.map(sampleOf).find((option) => option !== '') ?? '';
  }
  return withoutComments(text);
}

function withoutComments(text: string): string {
  let rest = text.replace(/^[\s(]+/, '');
  for (let count = 0; count < 20; count++) {
    const end = rest.startsWith('--')
      ? rest.indexOf('\n')
      : rest.startsWith('/*')
        ? rest.indexOf('*/') + 1
        : -1;
    if (end <= 0) break;
    rest = rest.slice(end + 1).replace(/^[\s(]+/, '');
  }
  return rest;
}

/** Whether a text is a statement and not a sentence: "Select a file from the list" is written as sentences are. */
export function isStatement(sample: string): boolean {
  if (!beginnings.some((beginning) => beginning.test(sample))) return false;
  return !/^[A-Z][a-z]+\s/.test(sample) || /\s(?:From|FROM|Into|INTO|Set|SET)\s/.test(sample);
}

/** Whether the first word is written in capitals, as no sentence's is. */
export const isLoud = (sample: string): boolean => /^[A-Z]{3,}\b/.test(sample);

export const takesParameters = (sample: string): boolean => !withoutParameters.test(sample);

export const speaksOfCatalogue = (sample: string): boolean => catalogues.test(sample);
