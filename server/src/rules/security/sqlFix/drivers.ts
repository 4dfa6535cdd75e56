import type { ScriptFile } from '../../../languages/script.ts';

/** How a driver takes parameters. */
export interface Driver {
  /** `$1` where parameters have numbers, `?` where only their order counts. */
  readonly style: 'numbered' | 'ordered';
  /** Methods that take the text, then an array of parameters, then perhaps a callback. */
  readonly methods: RegExp;
  /** Whether the parameters go to the method that is called on what `prepare` gives. */
  readonly prepares: boolean;
}

const byModule: ReadonlyMap<string, Driver> = new Map([
  ['pg', { style: 'numbered', methods: /^query$/, prepares: false }],
  ['@neondatabase/serverless', { style: 'numbered', methods: /^query$/, prepares: false }],
  ['@vercel/postgres', { style: 'numbered', methods: /^query$/, prepares: false }],
  ['mysql', { style: 'ordered', methods: /^query$/, prepares: false }],
  ['mysql2', { style: 'ordered', methods: /^(?:query|execute)$/, prepares: false }],
  ['mysql2/promise', { style: 'ordered', methods: /^(?:query|execute)$/, prepares: false }],
  ['mariadb', { style: 'ordered', methods: /^(?:query|execute)$/, prepares: false }],
  ['sqlite3', { style: 'ordered', methods: /^(?:run|get|all|each)$/, prepares: false }],
  ['sqlite', { style: 'ordered', methods: /^(?:run|get|all|each)$/, prepares: false }],
  ['better-sqlite3', { style: 'ordered', methods: /^prepare$/, prepares: true }],
  ['node:sqlite', { style: 'ordered', methods: /^prepare$/, prepares: true }],
]);

/** Libraries over drivers whose methods have the same names and take parameters otherwise. */
const others =
  /^(?:knex|sequelize|typeorm|@prisma\/client|@mikro-orm\/.*|objection|mssql|postgres|drizzle-orm.*|kysely)$/;

/** By file, since every finding asks. */
const known = new WeakMap<ScriptFile, Driver | 'none'>();

/** The one driver that a file imports; undefined where it is none, or not the only way to the database. */
export function driverOf(script: ScriptFile): Driver | undefined {
  const driver = known.get(script) ?? importedDriver(script.text) ?? 'none';
  known.set(script, driver);
  return driver === 'none' ? undefined : driver;
}

function importedDriver(text: string): Driver | undefined {
  const found = new Set<Driver>();
  for (const [, name = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*["']([^"']+)["']/g)) {
    if (others.test(name)) return undefined;
    const driver = byModule.get(name);
    if (driver) found.add(driver);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
