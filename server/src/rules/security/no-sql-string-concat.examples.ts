import type { RuleExamples } from '../example.ts';

const title = 'Use query parameters';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a statement for DynamoDB',
      file: 'src/users.js',
      code: 'exports.find = (event) => client.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "Users" WHERE email = \'${⟦event.email⟧}\'` }));\n',
    },
    {
      name: 'text that was read from the own database: somebody wrote it there',
      file: 'src/copy.js',
      code: "async function copy(db) {\n  const rows = await db.all('SELECT id, name FROM users');\n  for (const row of rows) await db.run(`INSERT INTO people (name) VALUES ('${⟦row.name⟧}')`);\n}\n",
    },
    {
      name: 'an id from elsewhere than the database',
      file: 'src/remove.js',
      code: "async function remove(db, form) {\n  const id = form.get('id');\n  await db.run(`DELETE FROM users WHERE id = '${⟦id⟧}'`);\n}\n",
    },
    {
      name: 'a value between quotes',
      file: 'src/users.ts',
      code: "export const find = (email: string) => db.query(`SELECT * FROM users WHERE email = '${⟦email⟧}'`);\n",
    },
    {
      name: 'a concatenation that a variable holds',
      file: 'src/login.js',
      code: [
        'function login(req, res) {',
        `  var query = "SELECT name FROM users WHERE login='" + ⟦req.body.login⟧ + "'";`,
        '  db.sequelize.query(query, { model: User }).then((user) => res.json(user));',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a second value beside parameters',
      file: 'src/sessions.ts',
      code: "await client.query(`SELECT id FROM sessions WHERE user_id = $1 AND token = '${⟦hash(token)⟧}'`, [id]);\n",
    },
    {
      name: 'a pattern',
      file: 'src/products.ts',
      code: "models.sequelize.query(`SELECT * FROM products WHERE (name LIKE '%${⟦criteria⟧}%') ORDER BY name`);\n",
    },
    {
      name: 'a value without quotes',
      file: 'src/orders.js',
      code: "connection.execute('DELETE FROM orders WHERE id = ' + ⟦req.params.id⟧);\n",
    },
    {
      name: 'a condition that is added to the text',
      file: 'src/search.js',
      code: [
        'async function search(name, city) {',
        "  let sql = 'SELECT * FROM people WHERE 1 = 1';",
        '  if (name) sql += " AND name = \'" + ⟦name⟧ + "\'";',
        '  return pool.query(sql);',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'conditions from a list',
      file: 'src/report.ts',
      code: [
        'export async function report(status: string) {',
        '  const conditions: string[] = [];',
        "  if (status) conditions.push(`status = '${⟦status⟧}'`);",
        "  return db.all(`SELECT * FROM orders WHERE ${conditions.join(' AND ')}`);",
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'ids that are joined',
      file: 'src/ids.ts',
      code: "export const list = (ids: string[]) => db.query(`SELECT * FROM a WHERE id IN (${⟦ids.join(',')⟧})`);\n",
    },
    {
      name: 'a row of new values',
      file: 'src/insert.js',
      code: 'const add = (name, price) => db.run("INSERT INTO items (name, price) VALUES (\'" + ⟦name⟧ + "\', " + price + \')\');\n',
    },
    {
      name: 'the text of a longer template, shown at its first line',
      file: 'src/long.ts',
      code: 'export const get = (id: string) =>\n  db.query(⟦`⟧\n    SELECT *\n    FROM users\n    WHERE id = ${id}\n  `);\n',
    },
    {
      name: 'an object that names its text',
      file: 'src/object.ts',
      code: "export const get = (name: string) => client.query({ text: `UPDATE a SET name = '${⟦name⟧}'`, values: [] });\n",
    },
    {
      name: 'an order that the request decides',
      file: 'src/sorted.js',
      code: "app.get('/', (req, res) => db.all(`SELECT * FROM items ORDER BY ${⟦req.query.sort⟧}`));\n",
    },
    {
      name: 'text that is formatted',
      file: 'src/format.js',
      code: 'const q = util.format("SELECT * FROM users WHERE name = \'%s\'", ⟦req.query.name⟧);\ndb.query(q);\n',
    },
    {
      name: 'text in which a sign is replaced',
      file: 'src/replace.js',
      code: "const template = 'SELECT * FROM users WHERE id = :id';\ndb.query(template.replace(':id', ⟦req.params.id⟧));\n",
    },
    {
      name: 'what a method of the class gives',
      file: 'src/repo.ts',
      code: 'class Repo {\n  sqlFor(name) {\n    return "SELECT * FROM t WHERE n = \'" + ⟦name⟧ + "\'";\n  }\n  find(name) {\n    return this.db.query(this.sqlFor(name));\n  }\n}\n',
    },
    {
      name: 'the whole statement as it was sent',
      file: 'src/console.js',
      code: "app.get('/sql', async (req, res) => res.json(await pool.query(⟦req.query.sql⟧)));\n",
    },
    {
      name: 'options in a variable',
      file: 'src/bigquery.ts',
      code: "const options = { query: `SELECT * FROM data.t WHERE name = '${⟦name⟧}'`, location: 'EU' };\nconst [rows] = await bigquery.query(options);\n",
    },
    {
      name: 'a command of AWS',
      file: 'src/rds.ts',
      code: "await client.send(new ExecuteStatementCommand({ sql: `SELECT * FROM t WHERE name = '${⟦name⟧}'`, resourceArn }));\n",
    },
    {
      name: 'a function of the database that runs SQL',
      file: 'src/rpc.ts',
      code: "await supabase.rpc('exec_sql', { sql: `SELECT * FROM t WHERE name = '${⟦name⟧}'` });\n",
    },
    {
      name: 'a function of the file that hands it on',
      file: 'src/wrapper.js',
      code: "function all(text, done) {\n  db.query(text, done);\n}\nall('SELECT * FROM t WHERE name = \\'' + ⟦name⟧ + '\\'', done);\n",
    },
    {
      name: 'Athena',
      file: 'src/athena.js',
      code: "athena.startQueryExecution({ QueryString: `SELECT * FROM logs WHERE user = '${⟦user⟧}'` });\n",
    },
    {
      name: 'Expo',
      file: 'src/items.ts',
      code: "const rows = await db.getAllAsync(`SELECT * FROM items WHERE name = '${⟦name⟧}'`);\n",
    },
  ],
  ok: [
    {
      name: 'ids that were read from the own database',
      file: 'src/prune.js',
      code: "async function prune(db) {\n  const rows = await db.all('SELECT id FROM jobs WHERE done');\n  for (const row of rows) await db.run(`DELETE FROM logs WHERE job = '${row.id}'`);\n}\n",
    },
    {
      name: 'ids and times that a private field collects',
      file: 'src/pending.js',
      code: "class Pending {\n  #opened = new Map();\n  async flush() {\n    const cases = [...this.#opened.entries()].map(([id, timestamp]) => `WHEN '${id}' THEN '${timestamp}'`);\n    await this.db.raw(`UPDATE mails SET opened = CASE id ${cases.join(' ')} END WHERE opened IS NULL`);\n  }\n}\n",
    },
    {
      name: 'parameters',
      file: 'src/users.ts',
      code: "await db.query('SELECT * FROM users WHERE email = $1', [email]);\n",
    },
    {
      name: 'as many placeholders as there are values',
      file: 'src/ids.ts',
      code: [
        'async function list(ids: string[]) {',
        "  const placeholders = ids.map(() => '?').join(', ');",
        '  return db.all(`SELECT * FROM users WHERE id IN (${placeholders})`, ids);',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'clauses with numbered parameters',
      file: 'src/update.ts',
      code: [
        'async function update(id: string, changes: Changes) {',
        '  const sets: string[] = [];',
        '  const values: unknown[] = [];',
        '  let index = 1;',
        '  if (changes.name) {',
        '    sets.push(`name = $${index++}`);',
        '    values.push(changes.name);',
        '  }',
        "  const where = sets.length > 0 ? 'WHERE active' : '';",
        "  await db.query(`UPDATE users SET ${sets.join(', ')} WHERE id = $${index}`, [...values, id]);",
        '  return db.query(`SELECT * FROM users ${where} LIMIT $${values.length + 1}`, values);',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'a template with a tag, which passes parameters',
      file: 'src/tagged.ts',
      code: "await sql`SELECT * FROM users WHERE email = '${email}'`;\nawait db.query(SQL`SELECT * FROM users WHERE id = ${id}`);\n",
    },
    {
      name: 'numbers',
      file: 'src/numbers.ts',
      code: [
        'function page(req: Request, limit: number) {',
        '  const id = Number(req.params.id);',
        "  db.query('SELECT * FROM a WHERE id = ' + parseInt(req.query.id, 10));",
        '  return db.query(`SELECT * FROM a WHERE id = ${id} AND size > ${limit} AND n < ${list.length} LIMIT ${limit}`);',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: "constants and an enum's values",
      file: 'src/constants.ts',
      code: [
        "import { TABLE, Status } from './schema';",
        "const active = 'active';",
        "db.query(`SELECT * FROM ${TABLE} WHERE status = '${Status.Open}' OR status = '${active}'`);",
        "for (const kind of ['a', 'b']) db.run(`DELETE FROM jobs WHERE kind = '${kind}'`);",
        '',
      ].join('\n'),
    },
    {
      name: 'escaped values',
      file: 'src/escaped.js',
      code: "db.query('SELECT * FROM a WHERE name = ' + mysql.escape(name) + ' ORDER BY ' + db.escapeId(sort));\ndb.query(`SELECT * FROM a WHERE b = '${b.replace(/'/g, \"''\")}'`);\n",
    },
    {
      name: 'a sentence that begins as SQL does',
      file: 'src/texts.js',
      code: [
        "console.log(`Select a file from the list '${name}'`);",
        "notifier.run(`Update available: set '${version}' from now on`);",
        "prompt.run(`Select a file from the list where name = '${name}'`);",
        "i18n.get('delete from cart \\'' + item + '\\'');",
        "logger.all('SELECT failed for id = ' + id);",
        "throw new Error(`DELETE FROM cart failed: id = '${id}'`);",
        '',
      ].join('\n'),
    },
    {
      name: 'a name that a list allows',
      file: 'src/sorted.js',
      code: [
        "const columns = { name: 'u.name', age: 'u.age' };",
        "const allowed = ['name', 'age'];",
        "app.get('/', (req, res) => {",
        '  const { sort, by } = req.query;',
        '  if (!allowed.includes(sort)) return res.status(400).end();',
        "  db.all(`SELECT * FROM users u ORDER BY ${sort} ${by === 'down' ? 'DESC' : 'ASC'}`);",
        '  db.all(`SELECT * FROM users u ORDER BY ${columns[req.query.other] || columns.name}`);',
        '});',
        '',
      ].join('\n'),
    },
    {
      name: 'a value that a list allows',
      file: 'src/checked.ts',
      code: [
        'export function list(status: string) {',
        "  if (!['open', 'closed'].includes(status)) throw new Error('No such status.');",
        "  return db.all(`SELECT * FROM orders WHERE status = '${status}'`);",
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'names of tables and schemas',
      file: 'src/tables.ts',
      code: 'class Store {\n  constructor(private readonly table: string) {}\n  all(schema: string) {\n    return this.db.query(`SELECT * FROM ${schema}.${this.table} AS t JOIN b ON t.id = ${this.table}.id`);\n  }\n}\n',
    },
    {
      name: "the database's own tables",
      file: 'src/catalogue.ts',
      code: "export const columns = (table: string) => db.all(`SELECT name FROM sqlite_master WHERE name = '${table}'`);\n",
    },
    {
      name: 'placeholders that a helper gives, and names in double quotes',
      file: 'src/gated.ts',
      code: [
        'export async function gated(keys: string[], kind: string) {',
        '  const params = new Parameters();',
        '  const keysParam = params.add(keys);',
        '  const mark = params.add(kind);',
        '  return db.query(',
        '    `UPDATE "index${kind}" SET text = COALESCE($1, "index${kind}"."text") WHERE NOT key = ANY(${keysParam}) AND kind = ${mark}`,',
        '    params.values,',
        '  );',
        '}',
        '',
      ].join('\n'),
    },
    {
      name: 'dates and ids that the program makes',
      file: 'src/dates.ts',
      code: "const since = new Date(Date.now() - 1000);\ndb.query(`SELECT * FROM a WHERE at > '${since.toISOString()}' AND id <> '${randomUUID()}'`);\n",
    },
    {
      name: 'another language',
      file: 'src/graph.ts',
      code: 'await client.query(`query { user(id: "${id}") { name } }`);\nawait session.run(`MATCH (n) WHERE n.id = \'${id}\' RETURN n`);\nexec(`psql -c "select 1" ${name}`);\n',
    },
    {
      name: 'a test',
      file: 'src/users.test.ts',
      code: "await db.query(`DELETE FROM users WHERE email = '${email}'`);\n",
    },
    {
      name: 'a migration, which runs on what its author wrote',
      file: 'src/migrations/2024-roles.ts',
      code: "for (const role of roles) await db.query(`INSERT INTO roles (name) VALUES ('${role}')`);\n",
    },
    {
      name: 'JSON that only looks like a parameter list',
      file: 'src/query.ts',
      code: "const text = 'SELECT * FROM users WHERE email = ?';\nawait db.execute(text, [`%${email}%`]);\n",
    },
    {
      name: 'text that is formatted with constants',
      file: 'src/format.js',
      code: "const TABLE = 'users';\ndb.query(util.format('SELECT * FROM %s WHERE id = ?', TABLE), [id]);\n",
    },
    {
      name: 'text that is formatted with numbers',
      file: 'src/format.ts',
      code: "db.query(util.format('SELECT * FROM t LIMIT %d', limit));\n",
    },
    {
      name: 'a sign that a number replaces',
      file: 'src/replace.js',
      code: "db.query('SELECT * FROM t WHERE id = {id}'.replace('{id}', Number(id)));\n",
    },
    {
      name: 'a query of another language',
      file: 'src/graphql.js',
      code: "app.get('/graphql', async (req, res) => res.json(await apollo.query(req.query.query)));\n",
    },
    {
      name: 'a search, not SQL',
      file: 'src/find.js',
      code: 'store.all(req.query.q);\nconst found = pattern.exec(req.query.text);\n',
    },
    {
      name: 'parameters of a function of the database',
      file: 'src/rpc.ts',
      code: "await supabase.rpc('users_by_name', { name: req.query.name });\n",
    },
  ],
  fixed: [
    {
      name: 'pg numbers its parameters',
      title,
      file: 'src/users.js',
      code: [
        "const { Pool } = require('pg');",
        'const db = new Pool();',
        `exports.find = (email) => db.query("SELECT * FROM users WHERE email = '" + ⟦email⟧ + "'");`,
        '',
      ].join('\n'),
      after: {
        'src/users.js': [
          "const { Pool } = require('pg');",
          'const db = new Pool();',
          'exports.find = (email) => db.query("SELECT * FROM users WHERE email = $1", [email]);',
          '',
        ].join('\n'),
      },
    },
    {
      name: 'parameters that are there stay, and wildcards go into the value',
      title,
      file: 'src/products.ts',
      code: [
        "import pg from 'pg';",
        'export const search = (db: pg.Pool, shop: string, text: string, kind: string) =>',
        "  db.query(`SELECT * FROM products WHERE shop = $1 AND name ILIKE '%${⟦text⟧}%' AND kind = ${kind}`, [shop]);",
        '',
      ].join('\n'),
      after: {
        'src/products.ts': [
          "import pg from 'pg';",
          'export const search = (db: pg.Pool, shop: string, text: string, kind: string) =>',
          '  db.query(`SELECT * FROM products WHERE shop = $1 AND name ILIKE $2 AND kind = $3`, [shop, `%${text}%`, kind]);',
          '',
        ].join('\n'),
      },
    },
    {
      name: 'mysql2 takes them in the order of the text',
      title,
      file: 'src/orders.ts',
      code: [
        "import mysql from 'mysql2/promise';",
        'export async function find(db: mysql.Pool, name: string, shop: string) {',
        "  const sql = 'SELECT * FROM orders WHERE name = \"' + ⟦name⟧ + '\" AND shop = ?';",
        '  return db.execute(sql, [shop]);',
        '}',
        '',
      ].join('\n'),
      after: {
        'src/orders.ts': [
          "import mysql from 'mysql2/promise';",
          'export async function find(db: mysql.Pool, name: string, shop: string) {',
          "  const sql = 'SELECT * FROM orders WHERE name = ? AND shop = ?';",
          '  return db.execute(sql, [name, shop]);',
          '}',
          '',
        ].join('\n'),
      },
    },
    {
      name: 'sqlite3 keeps its callback',
      title,
      file: 'src/items.js',
      code: [
        "const sqlite3 = require('sqlite3');",
        "const db = new sqlite3.Database('shop.db');",
        "exports.remove = (id, done) => db.run('DELETE FROM items WHERE id = ' + ⟦id⟧, (error) => done(error));",
        '',
      ].join('\n'),
      after: {
        'src/items.js': [
          "const sqlite3 = require('sqlite3');",
          "const db = new sqlite3.Database('shop.db');",
          "exports.remove = (id, done) => db.run('DELETE FROM items WHERE id = ?', [id], (error) => done(error));",
          '',
        ].join('\n'),
      },
    },
    {
      name: 'better-sqlite3 gives them to what was prepared',
      title,
      file: 'src/names.ts',
      code: [
        "import Database from 'better-sqlite3';",
        "const db = new Database('shop.db');",
        "export const find = (a: string, b: string) => db.prepare(`SELECT * FROM n WHERE name = '${⟦a⟧} ${b}'`).get();",
        '',
      ].join('\n'),
      after: {
        'src/names.ts': [
          "import Database from 'better-sqlite3';",
          "const db = new Database('shop.db');",
          'export const find = (a: string, b: string) => db.prepare(`SELECT * FROM n WHERE name = ?`).get(`${a} ${b}`);',
          '',
        ].join('\n'),
      },
    },
  ],
};
