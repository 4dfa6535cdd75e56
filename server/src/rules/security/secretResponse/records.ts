import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { secretMemberOf } from '../../../analysis/disclosure/secretMembers.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Exposure } from './exposure.ts';

/** Calls that give a record as the database has it. */
const queries =
  /^(?:find|findOne|findById|findUnique|findFirst|findFirstOrThrow|findUniqueOrThrow|findByPk|findByEmail|findByUsername|findOneBy|findOneOrFail|findOneByOrFail|findMany|findAll|findOneAndUpdate|findByIdAndUpdate|get|getOne|getUser|getUserBy\w{1,20}|getOneOrFail|first|create|save|insert|insertOne|update|upsert|returning|query|execute|one|oneOrNone|findUser|findUserBy\w{1,20}|createUser|fetchUser|loadUser|toArray|lean|exec|populate)$/;

/** What keeps passwords out of records, or leaves them out of what is sent. */
const leavesOut =
  /\btoJSON\b|\btransform\s*[:(]|@Exclude\b|ClassSerializerInterceptor|instanceToPlain|select\s*:\s*false|\bdefaultScope\b|\bresultExtensions?\b|\bomit\s*:|globalOmit/;

/** The record of somebody, with the password that the file reads from it, writes into it, or asks for. */
export function recordWithPassword(expression: ScriptNode): Exposure | undefined {
  const root = rootOf(expression);
  if (!root) return undefined;
  const declaration = heldBy(root)?.declaration;
  const call = declaration && queryOf(declaration);
  if (!call || leavesOut.test(root.getSourceFile().text)) return undefined;
  const text = call.getText();
  if (text.length > 4_000) return undefined;
  const asked =
    /\bselect: \{[^{}]{0,300}\b(?:password|passwordHash|password_hash): true/.test(text) ||
    /\+password\b/.test(text) ||
    selectsPassword.test(text);
  const chosen =
    /\bselect\b|\bomit\b|attributes\s*:|\bexclude\b|-password|projection\s*:|\bpick\b|\.returning\(|\bSELECT\b/.test(
      text,
    );
  if (asked) return record(root.text, 'password');
  if (chosen || expression !== root) return undefined;
  if (/\bpassword(?:Hash|_hash)?\b\s*(?::(?!\s*(?:0|false|undefined|null)\b)|,|\}|$)/.test(newValues(call)))
    return record(root.text, 'password');
  const member = secretMemberOf(root);
  return member !== undefined && /pass|pwd/i.test(member) ? record(root.text, member) : undefined;
}

const selectsPassword =
  /\bselect\b[^;`'"]{0,200}\b(?:password|password_hash|passwd|pwd_hash)\b[^;`'"]{0,200}\bfrom\b/i;

const record = (name: string, member: string): Exposure => ({
  what: `\`${name}\` as the database has it, with its \`${member}\``,
  confidence: 'medium',
  setting: false,
});

/** What is written by the call that creates a record, as text: what it is looked for by is not in the answer. */
const newValues = (call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression): string => {
  const name = lastName(call.expression) ?? '';
  if (!ts.isNewExpression(call) && !/^(?:create|save|insert|createUser)$/.test(name)) return '';
  return (call.arguments ?? []).map((each) => each.getText()).join('\n');
};

/** `user` of `user`, `result.rows`, `rows[0]` */
function rootOf(expression: ScriptNode): tsMorph.ts.Identifier | undefined {
  let node = plain(expression);
  for (let steps = 0; steps < 4; steps++) {
    if (ts.isIdentifier(node)) return node;
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:rows|recordset|_doc|dataValues|data)$/.test(node.name.text)
    )
      node = node.expression;
    else if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression))
      node = node.expression;
    else return undefined;
  }
  return undefined;
}

/** The call that a variable's record comes from: `await users.findOne(…)`, `new User({ … })`. */
function queryOf(declaration: ScriptNode): tsMorph.ts.CallExpression | tsMorph.ts.NewExpression | undefined {
  let owner = declaration;
  if (ts.isBindingElement(owner)) {
    const { text } = owner.name.getSourceFile() === undefined ? { text: '' } : { text: owner.name.getText() };
    if (owner.dotDotDotToken || !/^(?:rows|users?|\[?\w+\]?)$/.test(text)) return undefined;
    owner = owner.parent.parent;
  }
  if (!ts.isVariableDeclaration(owner) || !owner.initializer) return undefined;
  const value = plain(owner.initializer);
  if (ts.isNewExpression(value))
    return /^[A-Z]\w*$/.test(lastName(value.expression) ?? '') ? value : undefined;
  if (!ts.isCallExpression(value)) return undefined;
  return queries.test(lastName(value.expression) ?? '') ? value : undefined;
}
