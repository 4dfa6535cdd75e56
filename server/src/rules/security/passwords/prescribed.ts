import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { functionAround } from './passwordValues.ts';

/** Where the list of leaked passwords is asked for: it wants the first characters of a SHA-1. */
const leakedList = /pwnedpasswords|haveibeenpwned|\bhibp\b/i;
/** The marks of hashes that `crypt` of Unix and the files of web servers hold, and the names of what makes them. */
const cryptMark = /['"`]\$(?:1|5|6|apr1|md5)\$/;
const cryptName =
  /^(?:unix)?_?(?:(?:md5|sha(?:1|256|512)?|apr1?)_?crypt|crypt_?(?:md5|sha(?:1|256|512)?|apr1?))/i;
/** A check of hashes that were made before, whose owners get another when they sign in. */
const legacyCheck = /legacy|(?:^|_)old[A-Z_]|deprecated/i;
const checks = /verify|compare|check|match|valid|test/i;
const slowHash = /\b(?:bcrypt|argon2|scrypt|pbkdf2)(?:js|Sync|id)?\b/i;
const rehashes = /\bre-?_?hash|needs_?(?:re)?hash|upgrade_?(?:password|hash)/i;

/** Whether somebody else decided which hash it is: a protocol, a format, or the hashes that are stored already. */
export function isPrescribed(node: ScriptNode, algorithm: string): boolean {
  const { text } = node.getSourceFile();
  if (/^sha-?1$/i.test(algorithm) && leakedList.test(text)) return true;
  const around = functionAround(node);
  const own = around.getText().slice(0, 10_000);
  if (cryptMark.test(own) || rehashes.test(own)) return true;
  const replaced = slowHash.test(text);
  return namesAround(node).some(
    (name) => cryptName.test(name) || (replaced && legacyCheck.test(name) && checks.test(name)),
  );
}

function namesAround(node: ScriptNode): readonly string[] {
  const names: string[] = [];
  for (let each = node.parent; each && !ts.isSourceFile(each); each = each.parent)
    if (isFunction(each)) names.push(nameOfFunction(each) ?? '');
  return names;
}
