import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain, unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { chainOf } from './chain.ts';
import { setByStatement } from './setStatement.ts';

type Call = tsMorph.ts.CallExpression;

/** Methods that no other library has, and which of their arguments is what they save. */
const own: Readonly<Record<string, number>> = {
  insertOne: 0,
  insertMany: 0,
  bulkCreate: 0,
  findByIdAndUpdate: 1,
  findOneAndUpdate: 1,
  findOneAndReplace: 1,
  updateOne: 1,
  updateMany: 1,
  replaceOne: 1,
  patchAndFetchById: 1,
  updateAndFetchById: 1,
  insertAndFetch: 0,
  insertGraph: 0,
  upsertGraph: 0,
};

/** Names that others use as well; where, in calls on a model, the values stand. */
const onModel: Readonly<Record<string, readonly number[]>> = {
  create: [0, 1],
  insert: [0],
  build: [0],
  upsert: [0],
  save: [0, 1],
  merge: [1],
  preload: [0],
  update: [0, 1],
  assign: [1],
  add: [0],
  patch: [0],
  createEntity: [0],
};

const models =
  /^[A-Z][a-zA-Z0-9]*$|(?:[mM]odels?|[rR]epo|[rR]epository|[cC]ollection|[eE]ntityManager|^em|\.em|[tT]able)$/;
const notModels =
  /(?:service|controller|client|api|queue|gateway|provider|command|usecase|factory|bus|stripe|logger|cache|store|dto|schema|validator|form|hash|hmac)$|^(?:Object|Array|Set|Map|Promise|Reflect|JSON|Buffer|Joi|Yup|Stripe)$/i;

/** What calls save: the expressions whose fields all become fields of a record. */
export function savedBy(call: Call): readonly ScriptNode[] {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  const args = call.arguments;
  if (ts.isIdentifier(callee)) {
    // Firestore's and Lodash's functions.
    if (/^(?:addDoc|setDoc|updateDoc)$/.test(name)) return present(args[1]);
    return /^(?:merge|extend|assign)$/.test(name) && isRecord(args[0]) ? present(args[1]) : [];
  }
  if (!ts.isPropertyAccessExpression(callee) || limitsFields(args)) return [];
  if (/^(?:query|execute|format)$/.test(name)) return present(setByStatement(call));
  const at = Object.hasOwn(own, name) ? own[name] : undefined;
  const receiver = plain(callee.expression);
  const receiverName = lastName(receiver) ?? '';
  if (at !== undefined) return notModels.test(receiverName) ? [] : present(args[at]);
  if (
    /^(?:assign|merge|extend|defaultsDeep|defaults)$/.test(name) &&
    /^(?:Object|_|lodash|ld)$/.test(receiverName)
  )
    return isRecord(args[0]) && !savesByItself(args[0]) ? args.slice(1) : [];
  if (/^(?:create|update|upsert|createMany|updateMany|createManyAndReturn)$/.test(name)) {
    const [options] = args;
    const data = ['data', 'create', 'update'].flatMap((key) => present(propertyOf(options, key)));
    if (data.length > 0) return data;
  }
  if (!/^(?:values|set|update|insert|upsert|patch|add|merge)$/.test(name) && !Object.hasOwn(onModel, name))
    return [];
  const links = chainOf(receiver);
  if (isQuery(name, links)) return present(args[0]);
  if (/^(?:set|update|overwrite|assign|patch)$/.test(name) && isRecord(receiver)) return present(args[0]);
  const places = Object.hasOwn(onModel, name) ? onModel[name] : undefined;
  if (!places || notModels.test(receiverName) || ts.isCallExpression(receiver)) {
    return places && links.includes('getRepository') ? places.flatMap((index) => present(args[index])) : [];
  }
  // A class with a `save` of its own knows what it saves.
  if (name === 'save' && /^[A-Z]/.test(receiverName)) return [];
  return models.test(receiverName) ? places.flatMap((index) => present(args[index])) : [];
}

const present = (node: ScriptNode | undefined): readonly ScriptNode[] => (node ? [node] : []);

/** Sequelize's `{ fields: ['name'] }`. */
const limitsFields = (args: readonly ScriptNode[]): boolean =>
  args.some((each) => propertyOf(plain(each), 'fields') !== undefined);

/** `db.insert(users).values(…)`, `knex('users').insert(…)`, `supabase.from('users').update(…)`, `doc(id).set(…)`. */
function isQuery(name: string, links: readonly string[]): boolean {
  const has = (pattern: RegExp) => links.some((each) => pattern.test(each));
  if (name === 'values') return has(/^(?:insert|insertInto|into)$/);
  if (name === 'set') return has(/^(?:update|updateTable|doc)$/);
  if (name === 'add') return has(/^collection$/);
  if (name === 'merge') return has(/^(?:onConflict)$/);
  if (has(/^(?:from|table|into|doc|query|collection)$/)) return true;
  // `knex('users')` and `db('users')`: a call of a name with a text.
  return has(/^(?:knex|db|trx|database|conn|connection)\(\)$/);
}

/** A record of the database: what a find gave, or a new entity. */
function isRecord(expression: ScriptNode | undefined): boolean {
  if (!expression) return false;
  const node = plain(expression);
  if (ts.isCallExpression(node)) {
    return /^(?:find\w*|get(?:One|ById|User)\w*|fetch\w*|load\w*|first|query|wrap|retrieve\w*)$/.test(
      lastName(plain(node.expression)) ?? '',
    );
  }
  if (ts.isNewExpression(node)) return !notModels.test(lastName(node.expression) ?? '');
  if (ts.isPropertyAccessExpression(node))
    return /^(?:user|currentUser|account|profile|entity)$/.test(node.name.text);
  if (!ts.isIdentifier(node)) return false;
  const held = heldBy(node);
  const isRead =
    held !== undefined &&
    ts.isVariableDeclaration(held.declaration) &&
    held.writes.some(({ value }) => !ts.isIdentifier(plain(value)) && isRecord(value));
  return isRead || isSavedLater(node);
}

/** `await user.save()`, further down in the same function, wherever the record came from. */
function isSavedLater(name: tsMorph.ts.Identifier): boolean {
  let scope: ScriptNode = name;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return name.getSourceFile().text.slice(name.end, scope.end).includes(`${name.text}.save(`);
}

/**
 * Whether a record is handed to the `save` of the project's own module that also found it: `records.findById(id)`,
 * `records.save(record)`. As with a class's own `save`, that module knows which fields it keeps.
 */
function savesByItself(record: ScriptNode | undefined): boolean {
  if (!record || !ts.isIdentifier(record)) return false;
  const { text } = record.getSourceFile();
  return (heldBy(record)?.writes ?? []).some(({ value }) => {
    const found = unwrappedAwaited(value);
    if (!ts.isCallExpression(found) || !ts.isPropertyAccessExpression(found.expression)) return false;
    const owner = found.expression.expression;
    if (!ts.isIdentifier(owner) || !/^[a-z]/.test(owner.text) || /repo|manager|model/i.test(owner.text))
      return false;
    if (!text.includes(`${owner.text}.save(${record.text})`)) return false;
    const imported = importedFrom(owner);
    return imported?.name === '*' && imported.module.startsWith('.');
  });
}

/** `$set: …`, and DynamoDB's `Item: …`: what such a property holds is saved. */
export const isSavedProperty = (property: tsMorph.ts.PropertyAssignment): boolean =>
  /^(?:\$set|\$setOnInsert|Item)$/.test(textOfName(property.name) ?? '');

/** `new User(req.body)` of which `save()` is called: itself, or through its variable. */
export function isSavedInstance(node: tsMorph.ts.NewExpression): boolean {
  const name = lastName(node.expression) ?? '';
  if (
    !/^[A-Z]/.test(name) ||
    notModels.test(name) ||
    /(?:Error|Exception|Event|Date|URL|Dto|DTO|Command|Query|Request|Response)$/.test(name)
  )
    return false;
  const { parent } = node;
  let outer: ScriptNode = parent;
  while (ts.isParenthesizedExpression(outer)) outer = outer.parent;
  if (ts.isPropertyAccessExpression(outer)) return outer.name.text === 'save';
  let scope: ScriptNode = node;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  const variable =
    ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
  if (variable === undefined) return false;
  const after = node.getSourceFile().text.slice(node.end, scope.end);
  return (
    after.includes(`${variable}.save(`) ||
    (/\.(?:save|persist\w*|insert\w*|create|add)\(\s*/.test(after) && after.includes(`(${variable}`))
  );
}
