import type { RuleExamples } from '../example.ts';

const file = 'src/signIn.ts';
const title = 'Compare with bcrypt';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a setting',
      file: 'src/basic.js',
      code: `module.exports = (req) => {\n  const [user, password] = credentialsOf(req);\n  return ⟦password === config.adminPassword⟧;\n};\n`,
    },
    {
      name: 'a request with a row',
      file: 'src/signIn.js',
      code: 'async function signIn(req, res) {\n  const user = await users.byEmail(req.body.email);\n  if (⟦user.password !== req.body.password⟧) throw new Error("Wrong password.");\n}\n',
    },
    {
      name: 'a variable with a row',
      file,
      code: 'export function isRight(account: Account, password: string): boolean {\n  return ⟦password === account.password⟧;\n}\n',
    },
    {
      name: 'among people in a list',
      file,
      code: 'export const find = (name: string, password: string) =>\n  people.find((each) => each.name === name && ⟦each.password === password⟧);\n',
    },
    {
      name: 'two variables',
      file: 'src/signIn.js',
      code: 'const storedPassword = row.password;\nif (⟦password != storedPassword⟧) refuse();\n',
    },
    {
      name: 'a method of the model',
      file: 'models/user.js',
      code: 'userSchema.methods.comparePassword = function (candidate) {\n  return ⟦this.password === candidate⟧;\n};\n',
    },
    {
      name: 'in the question to the database',
      file: 'src/signIn.js',
      code: 'const find = ({ email, password }) => User.findOne({ where: { email, ⟦password⟧ } });\n',
    },
    {
      name: 'in SQL',
      file: 'src/signIn.js',
      code: 'const find = (name, password) =>\n  db.query(⟦"SELECT id FROM users WHERE name = ? AND password = ?"⟧, [name, password]);\n',
    },
    {
      name: 'one that the environment gives (P1)',
      file: 'src/admin.js',
      code: 'const isAdmin = (req) => ⟦req.body.password === process.env.ADMIN_PASSWORD⟧;\n',
    },
    {
      name: 'Object.is',
      file: 'src/index.ts',
      code: 'export const mayEnter = (user: User, input: Credentials) => ⟦Object.is(user.password, input.password)⟧;\n',
    },
    {
      name: 'a getter of the stored one',
      file: 'src/index.ts',
      code: 'const isValid = ⟦user.getPassword() === password⟧;\n',
    },
    {
      name: 'one that was only encrypted',
      file: 'src/index.ts',
      code: 'if (⟦decrypt(user.password) === password⟧) signIn(user);\n',
    },
  ],
  ok: [
    {
      name: 'what the program connects with',
      file: 'src/mail.js',
      code: `export const same = (password) => password === config.smtpPassword;\n`,
    },
    {
      name: 'a library that compares',
      file,
      code: "import bcrypt from 'bcrypt';\n\nexport const isRight = (password: string, user: User) => bcrypt.compare(password, user.passwordHash);\n",
    },
    {
      name: 'the two fields of a form',
      file,
      code: "export function problems(form: Form): string[] {\n  if (form.password !== form.confirmPassword) return ['They differ.'];\n  if (form.newPassword === form.oldPassword) return ['They are the same.'];\n  return form.password === form.passwordRepeat ? [] : ['They differ.'];\n}\n",
    },
    {
      name: 'whether there is one, and of what type',
      file,
      code: "export const isMissing = (password: unknown) => password === '' || password === undefined || typeof password !== 'string';\n",
    },
    {
      name: 'a field of a page',
      file,
      code: "export const isHidden = (input: HTMLInputElement) => input.type === 'password' && input.name !== 'password';\n",
    },
    {
      name: 'settings that changed',
      file,
      code: 'export const changed = (config: Config, previous: Config) => config.password !== previous.password;\nexport const moved = (prevProps: Props, props: Props) => prevProps.password !== props.password;\n',
    },
    {
      name: 'hashes, in constant time',
      file,
      code: "import { scryptSync, timingSafeEqual } from 'node:crypto';\n\nexport const isRight = (password: string, user: User) =>\n  timingSafeEqual(scryptSync(password, user.salt, 64), user.passwordHash);\n",
    },
    {
      name: 'who has a password at all, and a new one',
      file,
      code: 'export const withPassword = () => User.findAll({ where: { password: { not: null } } });\nexport const change = (id: string, passwordHash: string) => User.update({ where: { id }, data: { passwordHash } });\n',
    },
    {
      name: 'a database that compares hashes',
      file,
      code: "export const find = (email: string, secret: string) =>\n  db.query('SELECT id FROM users WHERE email = $1 AND password = crypt($2, password)', [email, secret]);\n",
    },
    {
      name: 'a value that must not be in the password',
      file,
      code: 'export const isLazy = (password: string, user: User) => password === user.email || password === user.name;\n',
    },
  ],
  fixed: [
    {
      name: 'bcrypt, where the file has it',
      file,
      title,
      code: "import bcrypt from 'bcrypt';\n\nexport async function isRight(user: User, password: string): Promise<boolean> {\n  if (user.password !== password) return false;\n  return true;\n}\n",
      after: {
        [file]:
          "import bcrypt from 'bcrypt';\n\nexport async function isRight(user: User, password: string): Promise<boolean> {\n  if (!(await bcrypt.compare(password, user.password))) return false;\n  return true;\n}\n",
      },
    },
  ],
};
