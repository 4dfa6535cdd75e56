import type * as tsMorph from 'ts-morph';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/**
 * What drivers of MySQL write out as `name = value` for each field: the object that stands for the mark in
 * `query('UPDATE users SET ? WHERE id = ?', [fields, id])`.
 */
export function setByStatement(call: tsMorph.ts.CallExpression): ScriptNode | undefined {
  const [sql, values] = call.arguments;
  const text = sql && plain(sql);
  if (!values || !text || !ts.isStringLiteralLike(text)) return undefined;
  const at = /\bSET\s{1,10}\?/i.exec(text.text);
  if (!at) return undefined;
  const list = plain(values);
  const marksBefore = text.text.slice(0, at.index).split('?').length - 1;
  if (!ts.isArrayLiteralExpression(list)) return marksBefore === 0 ? list : undefined;
  return list.elements[marksBefore];
}
