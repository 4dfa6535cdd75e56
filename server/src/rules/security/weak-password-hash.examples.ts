import type { RuleExamples } from '../example.ts';

const file = 'src/passwords.ts';
const crypto = "import crypto from 'node:crypto';\n\n";
const bcrypt = "import bcrypt from 'bcrypt';\n\n";
const title = 'Raise the cost of the hash';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'several rounds in one function, told once',
      file: 'src/rounds.js',
      code: "const crypto = require('crypto');\n\nfunction hashPassword(password, salt) {\n  let sum = crypto.createHash('sha256');\n  ⟦sum.update(password + salt)⟧;\n  for (let i = 0; i < 10; i++) {\n    const round = crypto.createHash('sha256');\n    round.update(password);\n    sum.update(round.digest());\n  }\n  return sum.digest('hex');\n}\n",
    },
    {
      name: 'called legacy, and all that there is',
      file: 'src/auth.js',
      code: "const crypto = require('crypto');\n\nfunction verifyLegacyPassword(password, stored) {\n  return ⟦crypto.createHash('sha1').update(password)⟧.digest('hex') === stored;\n}\n",
    },
    {
      name: 'MD5',
      file,
      code: `${crypto}export const stored = (password: string) => ⟦crypto.createHash('md5').update(password)⟧.digest('hex');\n`,
    },
    {
      name: 'SHA-256 with a salt',
      file,
      code: `${crypto}export function hashPassword(value: string, salt: string) {\n  return ⟦crypto.createHash('sha256').update(value + salt)⟧.digest('hex');\n}\n`,
    },
    {
      name: 'an HMAC',
      file: 'models/user.js',
      code: "user.hash = ⟦crypto.createHmac('sha512', salt).update(req.body.password)⟧.digest('hex');\n",
    },
    {
      name: 'step by step',
      file: 'models/user.js',
      code: "const hash = crypto.createHash('sha1');\n⟦hash.update(user.password)⟧;\nuser.passwordHash = hash.digest('hex');\n",
    },
    {
      name: 'a function',
      file: 'models/user.js',
      code: 'const row = { email, password: ⟦md5(password)⟧ };\n',
    },
    {
      name: 'CryptoJS',
      file: 'models/user.js',
      code: "const CryptoJS = require('crypto-js');\nconst hashed = ⟦CryptoJS.SHA256(`${salt}${password}`)⟧.toString();\n",
    },
    {
      name: 'the Web Crypto API',
      file,
      code: "export async function store(password: string) {\n  const bytes = new TextEncoder().encode(password);\n  return ⟦crypto.subtle.digest('SHA-256', bytes)⟧;\n}\n",
    },
    {
      name: 'few rounds of bcrypt',
      file,
      code: `${bcrypt}export const stored = (password: string) => ⟦bcrypt.hash(password, 8)⟧;\n`,
    },
    {
      name: 'few rounds of bcrypt, in a constant',
      file,
      code: `${bcrypt}const saltRounds = 5;\nexport const salt = await ⟦bcrypt.genSalt(saltRounds)⟧;\n`,
    },
    {
      name: 'few iterations of PBKDF2',
      file,
      code: `${crypto}export const stored = (password: string, salt: string) => ⟦crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512')⟧;\n`,
    },
    {
      name: 'a low cost of scrypt',
      file,
      code: `${crypto}export const stored = (password: string, salt: string) => ⟦crypto.scryptSync(password, salt, 64, { N: 1024 })⟧;\n`,
    },
    {
      name: 'a method of a class for passwords',
      file: 'src/index.ts',
      code: "class PasswordService {\n  hash(plain: string) {\n    const hash = crypto.createHash('sha512');\n    ⟦hash.update(plain)⟧;\n    return hash.digest('hex');\n  }\n}\n",
    },
    {
      name: 'a method that sets the password',
      file: 'src/index.ts',
      code: "schema.methods.setPassword = function (plain) {\n  this.hash = ⟦crypto.pbkdf2Sync(plain, this.salt, 1000, 64, 'sha512')⟧.toString('hex');\n};\n",
    },
    {
      name: 'a module that is called where it is loaded',
      file: 'src/index.ts',
      code: "const hashed = ⟦require('sha1')(req.body.password)⟧;\n",
    },
    { name: "Bun's fast hash", file: 'src/index.ts', code: 'const hash = ⟦Bun.hash(password)⟧;\n' },
  ],
  ok: [
    {
      name: 'two texts under a key of the moment, compared in constant time',
      file: 'src/compare.js',
      code: "const crypto = require('crypto');\n\nfunction comparePasswords(a, b) {\n  const key = crypto.randomBytes(32);\n  const left = crypto.createHmac('sha256', key).update(a).digest();\n  const right = crypto.createHmac('sha256', key).update(b).digest();\n  return crypto.timingSafeEqual(left, right);\n}\n",
    },
    {
      name: 'the list of leaked passwords, asked by a function around the hash',
      file: 'src/pwned.js',
      code: "const crypto = require('crypto');\n\nfunction isLeaked(password, opts = {}) {\n  const url = opts.url || 'https://api.pwnedpasswords.com/range/';\n  function hash(password) {\n    const sum = crypto.createHash('sha1');\n    sum.update(password);\n    return sum.digest('hex');\n  }\n  const [prefix, suffix] = split(hash(password), 5);\n  return get(url + prefix).then((list) => list.includes(suffix));\n}\n",
    },
    {
      name: 'the list of leaked passwords, asked beside the hash',
      file: 'src/leaks.js',
      code: "const crypto = require('crypto');\n\nconst sha1 = (password) => crypto.createHash('sha1').update(password).digest('hex').toUpperCase();\n\nexports.count = async (text) => {\n  const digest = sha1(text);\n  const answer = await fetch(`https://api.pwnedpasswords.com/range/${digest.slice(0, 5)}`);\n  return countOf(await answer.text(), digest.slice(5));\n};\n",
    },
    {
      name: 'the crypt of Unix, which is prescribed',
      file: 'src/md5crypt.js',
      code: "const crypto = require('crypto');\n\nexports.cryptMD5 = function (pw, salt) {\n  const magic = '$1$';\n  let fin = crypto.createHash('md5').update(pw + salt + pw).digest('binary');\n  for (let i = 0; i < 1000; i++) {\n    const round = crypto.createHash('md5');\n    round.update(i & 1 ? pw : fin);\n    round.update(pw);\n    fin = round.digest('binary');\n  }\n  return magic + salt + '$' + to64(fin);\n};\n",
    },
    {
      name: 'hashes of before, replaced when their owners sign in',
      file: 'src/login.js',
      code: "const crypto = require('crypto');\nconst bcrypt = require('bcrypt');\n\nfunction verifyLegacyPassword(password, stored) {\n  return crypto.createHash('sha1').update(password).digest('hex') === stored;\n}\n\nexports.signIn = async (user, password) => {\n  if (user.legacy && verifyLegacyPassword(password, user.hash)) user.hash = await bcrypt.hash(password, 12);\n  return bcrypt.compare(password, user.hash);\n};\n",
    },
    {
      name: 'what the sign-in of Windows asks for',
      file: 'src/windows.js',
      code: "function hashedPassword(password) {\n  return crypto.createHash('md4').update(Buffer.from(password, 'utf16le')).digest();\n}\n",
    },
    {
      name: 'bcrypt and Argon2 at a good cost',
      file,
      code: `${bcrypt}import argon2 from 'argon2';\n\nexport const a = (password: string) => bcrypt.hash(password, 12);\nexport const b = (password: string) => argon2.hash(password);\n`,
    },
    {
      name: 'files, tags and keys of a cache',
      file,
      code: `${crypto}export const etag = (body: string) => crypto.createHash('sha1').update(body).digest('base64');\nexport const key = (query: object) => crypto.createHash('md5').update(JSON.stringify(query)).digest('hex');\n`,
    },
    {
      name: 'the picture that belongs to a mail address',
      file,
      code: `${crypto}export const avatar = (email: string) => crypto.createHash('md5').update(email.trim().toLowerCase()).digest('hex');\n`,
    },
    {
      name: 'tokens that are random and long',
      file,
      code: `${crypto}export const storedToken = (passwordResetToken: string) => crypto.createHash('sha256').update(passwordResetToken).digest('hex');\nexport const signed = (body: string) => crypto.createHmac('sha256', secret).update(body).digest('hex');\n`,
    },
    {
      name: 'looking a password up among those that leaked',
      file,
      code: `${crypto}export async function isPwned(password: string) {\n  const hash = crypto.createHash('sha1').update(password).digest('hex');\n  return (await range(hash.slice(0, 5))).includes(hash.slice(5));\n}\n`,
    },
    {
      name: 'making a password short enough for bcrypt',
      file,
      code: `${bcrypt}import crypto from 'node:crypto';\n\nexport function stored(password: string) {\n  const short = crypto.createHash('sha256').update(password).digest('base64');\n  return bcrypt.hash(short, 12);\n}\n`,
    },
    {
      name: 'PBKDF2 and scrypt at a good cost',
      file,
      code: `${crypto}const iterations = 600_000;\nexport const a = (password: string, salt: string) => crypto.pbkdf2Sync(password, salt, iterations, 64, 'sha256');\nexport const b = (password: string, salt: string) => crypto.scryptSync(password, salt, 64);\n`,
    },
    {
      name: 'a cost that the environment gives',
      file,
      code: `${bcrypt}export const stored = (password: string) => bcrypt.hash(password, Number(process.env.BCRYPT_ROUNDS));\n`,
    },
    {
      name: 'a list of words that is short on purpose',
      file,
      code: `${crypto}export const seedOf = (mnemonic: string) => crypto.pbkdf2Sync(mnemonic, 'mnemonic', 2048, 64, 'sha512');\n`,
    },
    {
      name: 'a method of another class',
      file: 'src/index.ts',
      code: "class FileService {\n  hash(content: string) {\n    const hash = crypto.createHash('sha512');\n    hash.update(content);\n    return hash.digest('hex');\n  }\n}\n",
    },
    {
      name: "Bun's hash for passwords",
      file: 'src/index.ts',
      code: 'const hash = await Bun.password.hash(password);\n',
    },
  ],
  fixed: [
    {
      name: 'rounds of bcrypt',
      file,
      title,
      code: `${bcrypt}export const stored = (password: string) => bcrypt.hash(password, 8);\n`,
      after: { [file]: `${bcrypt}export const stored = (password: string) => bcrypt.hash(password, 12);\n` },
    },
    {
      name: 'rounds of bcrypt in a constant',
      file,
      title,
      code: `${bcrypt}const saltRounds = 5;\nexport const salt = await bcrypt.genSalt(saltRounds);\n`,
      after: {
        [file]: `${bcrypt}const saltRounds = 12;\nexport const salt = await bcrypt.genSalt(saltRounds);\n`,
      },
    },
  ],
};
