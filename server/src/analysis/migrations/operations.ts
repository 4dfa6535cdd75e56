import type { Place } from '../../model/index.ts';

/** A column as a migration writes it. */
export interface Column {
  readonly name: string;
  /** In lower case and one spelling of several; '' where it can't be told. */
  readonly type: string;
  readonly notNull: boolean;
  /** Rows that are already there get a value: a default, a sequence, an expression. */
  readonly filled: boolean;
}

interface OperationFacts {
  /** In lower case, with its schema where that is not the default one. */
  readonly table: string;
  readonly place: Place;
  /** Runs only where something holds: `IF EXISTS`, `if (!(await knex.schema.hasTable('users')))`. */
  readonly conditional: boolean;
}

/** `CREATE TABLE`. */
export interface CreateTable extends OperationFacts {
  readonly kind: 'createTable';
  readonly ifNotExists: boolean;
  /** Undefined where not all of them are written there. */
  readonly columns: readonly Column[] | undefined;
  /** Columns and constraints as written, white space aside; '' in scripts. */
  readonly written: string;
  /** Whether rows can be told apart: a primary key, or something unique. */
  readonly keyed: boolean;
  /** Tables that it must find. */
  readonly references: readonly string[];
  /** Tables that it takes its rows from. */
  readonly copies: readonly string[];
}

/** What a migration does to the list of tables and to their rows, one thing at a time. */
export type Operation =
  | CreateTable
  | (OperationFacts & { readonly kind: 'createView' | 'dropTable' | 'use' | 'addKey' })
  | (OperationFacts & { readonly kind: 'renameTable'; readonly to: string })
  | (OperationFacts & { readonly kind: 'addColumn'; readonly column: Column; readonly ifNotExists: boolean })
  | (OperationFacts & { readonly kind: 'dropColumn'; readonly name: string })
  | (OperationFacts & {
      readonly kind: 'setNotNull';
      readonly name: string;
      /** It may have been so before: tools want it said again. */
      readonly restated: boolean;
    })
  | (OperationFacts & { readonly kind: 'renameColumn'; readonly name: string; readonly to: string })
  | (OperationFacts & {
      readonly kind: 'changeType';
      readonly name: string;
      readonly type: string;
      /** Each old value is given its new one. */
      readonly mapped: boolean;
      /** Something else may be what changes: tools want the type said again. */
      readonly restated: boolean;
    })
  | (OperationFacts & { readonly kind: 'reference'; readonly to: string })
  | (OperationFacts & { readonly kind: 'empty'; readonly how: 'TRUNCATE' | 'DELETE' })
  /** Rows are written; `mentions` are all names in a statement that carries data on, `*` in a script. */
  | (OperationFacts & { readonly kind: 'write'; readonly mentions: readonly string[] })
  | (OperationFacts & { readonly kind: 'dropDatabase' });

/** A file of migrations, as plain data. */
export interface Migration {
  readonly language: 'sql' | 'script';
  /** What is replayed together. */
  readonly folder: string;
  /** Name of the file, or of its folder where that carries the version. */
  readonly name: string;
  /** As its tool compares it: `V1.0`, `001` and `1` are the same. Undefined where the name has none. */
  readonly version: string | undefined;
  /** `again`: runs after all others, whenever it has changed. */
  readonly direction: 'up' | 'down' | 'again';
  readonly operations: readonly Operation[];
  /** It is no step but the whole: a database as it begins. */
  readonly isWhole?: boolean;
  /** Whether the file holds its own way back. */
  readonly down: 'yes' | 'no' | 'empty' | 'refused';
  /** A comment says that the data is kept elsewhere. */
  readonly backedUp: boolean;
  /** A foreign key may name a table that is not there yet. */
  readonly lateReferences: boolean;
  /** Beginning of what it does. */
  readonly place: Place;
}
