import type { Example, RuleExamples } from '../example.ts';

const file = 'src/users.ts';
const example = (name: string, code: string, path = file): Example => ({
  name,
  file: path,
  code: `${code}\n`,
});
const get = (body: string): string => `app.get('/users', async (req, res) => {\n  ${body}\n});`;
const tagged = 'Use the tagged template, which makes parameters of the values';

export const examples: RuleExamples = {
  bad: [
    example(
      'Supabase, a list',
      get(
        "const { data } = await supabase.from('users').select().filter('id', 'in', `(${⟦req.query.ids⟧})`);\n  res.json(data);",
      ),
    ),
    example(
      'Prisma',
      'export const find = (id: string) => prisma.$queryRawUnsafe(`SELECT * FROM users WHERE id = ${⟦id⟧}`);',
    ),
    example(
      'Prisma, in quotes',
      get(
        "res.json(await prisma.$queryRawUnsafe(`SELECT * FROM users WHERE name = '${⟦req.query.name⟧}'`));",
      ),
    ),
    example(
      'Prisma, concatenated',
      get("await prisma.$executeRawUnsafe('DELETE FROM users WHERE id = ' + ⟦req.params.id⟧);"),
    ),
    example(
      'Prisma, through a variable',
      get(
        'const { sort } = req.query;\n  const query = `SELECT * FROM posts ORDER BY ${⟦sort⟧}`;\n  res.json(await prisma.$queryRawUnsafe(query));',
      ),
    ),
    example('Prisma, the whole text', get('res.json(await prisma.$queryRawUnsafe(⟦req.body.sql⟧));')),
    example(
      'Prisma, a text that nobody can see (P1)',
      'export async function run(query: string) {\n  return prisma.$queryRawUnsafe(⟦query⟧);\n}',
    ),
    example(
      'Prisma, a table that nobody can see (P1)',
      'export async function clear(table: string) {\n  await prisma.$executeRawUnsafe(`TRUNCATE TABLE ${⟦table⟧} CASCADE`);\n}',
    ),
    example(
      'Prisma.raw',
      get('res.json(await prisma.$queryRaw`SELECT * FROM posts ORDER BY ${Prisma.raw(⟦req.query.sort⟧)}`);'),
    ),
    example(
      'Knex, whereRaw',
      "export const older = (age: string) => knex('users').whereRaw(`age > ${⟦age⟧}`);",
    ),
    example(
      'Knex, whereRaw in quotes',
      "export const named = (name: string) => db('users').whereRaw(`lower(name) = '${⟦name⟧}'`).first();",
    ),
    example('Knex, orderByRaw', get("res.json(await knex('posts').orderByRaw(⟦req.query.sort⟧));")),
    example(
      'Knex, orderByRaw of two',
      get("res.json(await knex('posts').orderByRaw(`${⟦req.query.sort⟧} ${req.query.dir}`));"),
    ),
    example(
      'Knex, a raw part',
      get(
        "const rows = await knex('posts').where(knex.raw(`title LIKE '%${⟦req.query.q⟧}%'`));\n  res.json(rows);",
      ),
    ),
    example(
      'Knex, havingRaw concatenated',
      get("res.json(await knex('sales').groupBy('shop').havingRaw('sum(total) > ' + ⟦req.query.min⟧));"),
    ),
    example(
      'Sequelize.literal',
      get("res.json(await User.findAll({ where: Sequelize.literal(`name = '${⟦req.query.name⟧}'`) }));"),
    ),
    example(
      'literal, imported',
      get("res.json(await User.findAll({ order: [[literal(⟦req.query.sort⟧), 'ASC']] }));"),
    ),
    example(
      'TypeORM, where',
      "export const find = (name: string) =>\n  repository.createQueryBuilder('user').where(`user.name = '${⟦name⟧}'`).getMany();",
    ),
    example(
      'TypeORM, andWhere concatenated',
      'export const find = (qb, email) => qb.andWhere("user.email = \'" + ⟦email⟧ + "\'").getOne();',
    ),
    example(
      'TypeORM, LIKE',
      get(
        "const users = await repo.createQueryBuilder('u').where(`u.name LIKE '%${⟦req.query.q⟧}%'`).getMany();\n  res.json(users);",
      ),
    ),
    example(
      'TypeORM, orderBy',
      get(
        "const users = await repo.createQueryBuilder('u').orderBy(`u.${⟦req.query.sort⟧}`, 'ASC').getMany();\n  res.json(users);",
      ),
    ),
    example(
      'Drizzle, sql.raw',
      get("res.json(await db.select().from(users).where(sql.raw(`name = '${⟦req.query.name⟧}'`)));"),
    ),
    example(
      'Kysely, sql.raw',
      get("res.json(await db.selectFrom('users').selectAll().orderBy(sql.raw(⟦req.query.sort⟧)).execute());"),
    ),
    example(
      'Supabase, or',
      get(
        "const { data } = await supabase.from('posts').select().or(`title.ilike.%${⟦req.query.q⟧}%,body.ilike.%${req.query.q}%`);\n  res.json(data);",
      ),
    ),
    example(
      'Supabase, what people type (P1)',
      "export const search = (term: string) =>\n  supabase.from('users').select().or(`name.ilike.%${⟦term⟧}%,email.ilike.%${term}%`);",
    ),
  ],
  ok: [
    example('filters of other libraries', get("res.json(table.filter('name', 'is', `${req.query.name}`));")),
    example(
      'the way in which MySQL alters a table',
      'async function alter(transaction, sql, algorithm) {\n  return transaction.raw(`${sql}, algorithm=${algorithm}`);\n}',
    ),
    example(
      'a tagged template',
      'export const find = (id: string) => prisma.$queryRaw`SELECT * FROM users WHERE id = ${id}`;',
    ),
    example(
      'parameters',
      "export const find = (id: string) => prisma.$queryRawUnsafe('SELECT * FROM users WHERE id = $1', id);",
    ),
    example(
      'a constant text',
      "const query = 'SELECT count(*) FROM users';\nexport const count = () => prisma.$queryRawUnsafe(query);",
    ),
    example(
      'a number',
      'export const page = (limit: number) => prisma.$queryRawUnsafe(`SELECT * FROM users LIMIT ${limit}`);',
    ),
    example(
      'a number of what was sent',
      get(
        'res.json(await prisma.$queryRawUnsafe(`SELECT * FROM users WHERE id = ${Number(req.params.id)}`));',
      ),
    ),
    example(
      'bindings of Knex',
      "export const older = (age: string) => knex('users').whereRaw('age > ?', [age]);",
    ),
    example(
      'bindings of a template without values',
      "export const older = (age: string) => knex('users').whereRaw(`age > ?`, [age]);",
    ),
    example(
      'a constant in whereRaw',
      "const ACTIVE = 'active = 1';\nexport const active = () => knex('users').whereRaw(`${ACTIVE} AND deleted_at IS NULL`);",
    ),
    example(
      'a sort order from a list',
      get(
        "const columns = ['name', 'age'];\n  if (!columns.includes(req.query.sort)) return res.sendStatus(400);\n  res.json(await knex('users').orderByRaw(`${req.query.sort} ASC`));",
      ),
    ),
    example(
      'a choice of two',
      get(
        "const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC';\n  res.json(await knex('users').orderByRaw(`name ${dir}`));",
      ),
    ),
    example(
      'named parameters of TypeORM',
      "export const find = (name: string) =>\n  repository.createQueryBuilder('user').where('user.name = :name', { name }).getMany();",
    ),
    example(
      'an alias of TypeORM',
      'export const find = (alias: string, name: string) =>\n  qb.where(`${alias}.name = :name`, { name }).getMany();',
    ),
    example(
      'parts with keys of Supabase',
      "export const mine = (user) => supabase.from('matches').select().or(`a.eq.${user.id},b.eq.${user.id}`);",
    ),
    example(
      'a condition by methods of Supabase',
      get(
        "const { data } = await supabase.from('posts').select().ilike('title', `%${req.query.q}%`);\n  res.json(data);",
      ),
    ),
    example("Zod's literal", 'export const kind = z.literal(`kind-${name}`).or(z.literal(other));'),
    example('express.raw', "app.use(express.raw({ type: 'application/json' }));"),
    example('String.raw', 'export const path = String.raw`C:\\temp`;'),
    example(
      'Knex with objects',
      get("res.json(await knex('users').where({ name: req.query.name }).orderBy('name'));"),
    ),
    example(
      'the SDK of Firestore',
      get(
        "const snapshot = await db.collection('users').where('name', '==', req.query.name).get();\n  res.json(snapshot.docs);",
      ),
    ),
    example('elements of a page', 'export const rows = (id) => $(`#list-${id}`).select(`tr.row-${id}`);'),
    example(
      'a migration',
      'export const up = (knex) => knex.schema.raw(`ALTER TABLE ${table} ADD x int`);',
      'migrations/01_x.ts',
    ),
    example(
      'Sequelize.literal of constants',
      "export const counted = { attributes: [[Sequelize.literal('(SELECT COUNT(*) FROM likes)'), 'likes']] };",
    ),
    example(
      'a raw part with a binding of Knex',
      "export const near = (x: number, y: number) => knex.raw('ST_Point(?, ?)', [x, y]);",
    ),
  ],
  fixed: [
    {
      name: 'Prisma',
      title: tagged,
      file,
      code: "export const find = (id: string, name: string) =>\n  prisma.$queryRawUnsafe<User[]>(`SELECT * FROM users WHERE id = ${⟦id⟧} AND name = '${name}'`);\n",
      after: {
        [file]:
          'export const find = (id: string, name: string) =>\n  prisma.$queryRaw<User[]>`SELECT * FROM users WHERE id = ${id} AND name = ${name}`;\n',
      },
    },
    {
      name: 'Knex',
      title: 'Bind the values',
      file,
      code: "export const named = (name: string) => db('users').whereRaw(`lower(name) = '${⟦name⟧}'`).first();\n",
      after: {
        [file]:
          "export const named = (name: string) => db('users').whereRaw(`lower(name) = ?`, [name]).first();\n",
      },
    },
  ],
};
