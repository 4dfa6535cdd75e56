import { defaultPassword } from '../../../analysis/docker/defaultPassword.ts';
import {
  isCompose,
  isManifestForDevelopment,
  isThrowAway,
  serviceVariable,
} from '../../../analysis/docker/manifests.ts';
import { isForDevelopment } from '../../../analysis/docker/purpose.ts';
import { nameAmong } from '../../../analysis/secrets/naming.ts';
import { isWeakPassword } from '../../../analysis/secrets/passwords.ts';
import { judgeValue } from '../../../analysis/secrets/plausibility.ts';
import { isForPages } from '../../../analysis/secrets/providers/judges.ts';
import type { Entry } from '../../../languages/entry.ts';
import type { FileContext } from '../../rule.ts';
import { isShownPath } from './harmlessPlaces.ts';
import { isPlain } from './literals.ts';
import { type Add, advice, named } from './messages.ts';

interface Named {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Looks at each key with its value in JSON, YAML and .env. */
export function entryVisitor(file: FileContext, add: Add): (entry: Entry) => void {
  const paired = pairs();
  return (entry) => {
    if (entry.kind !== 'string' || isShownPath(entry.path)) return;
    const variable = file.language === 'yaml' ? serviceVariable(entry, file.text) : undefined;
    const { name, value, start, end } = variable ?? paired(entry) ?? { ...entry, name: nameOf(entry) };
    if (name === undefined || isForPages(value, file.text, start)) return;
    if (isElsewheres(name, value, variable !== undefined, file)) return;
    const judgement = judgeValue(name, value);
    if (!isPlain(judgement)) return;
    add({
      start,
      end,
      confidence: judgement.confidence,
      message: named(name, value, advice),
      data: { name, provider: undefined },
    });
  };
}

const nameOf = ({ key, path }: Entry): string | undefined => nameAmong(key, () => path.at(-2));

/**
 * Joins `name: DB_PASSWORD` and `value: …` where they stand side by side, as in lists of variables. Reads entries in
 * their order.
 */
function pairs(): (entry: Entry) => Named | undefined {
  let list = '';
  let name: string | undefined;
  let given: Entry | undefined;
  return (entry) => {
    const last = entry.path.at(-1) ?? '';
    const isName = /^(?:name|key|parameterkey)$/i.test(last);
    if (!isName && !/^(?:value|parametervalue)$/i.test(last)) return undefined;
    const around = entry.path.slice(0, -1).join('\0');
    if (around !== list) [list, name, given] = [around, undefined, undefined];
    if (isName) name = entry.value;
    else given = entry;
    return name !== undefined && given ? { ...given, name } : undefined;
  };
}

/**
 * Whether a password that everybody tries first is compose-default-password's affair, or nobody's: the database of
 * a workflow's tests needs no other, nor does the one that a developer's settings name.
 */
function isElsewheres(name: string, value: string, isOfService: boolean, file: FileContext): boolean {
  if (file.language === 'yaml' && isOfService && isThrowAway(file.path, file.text)) return true;
  const isSettings = file.language === 'json' || file.language === 'yaml';
  if (isSettings && isWeakPassword(value) && isForDevelopment(file.path.split('/').at(-1) ?? '')) return true;
  if (file.language !== 'yaml' || !defaultPassword(name, value)) return false;
  return (isOfService && isCompose(file.path, file.text)) || isManifestForDevelopment(file.path);
}
